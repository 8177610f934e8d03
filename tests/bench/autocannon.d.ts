declare module 'autocannon' {
  /** Asks an address again and again for some seconds over several connections; as much of the package's types as is used here. */
  export default function autocannon(options: {
    url: string
    headers?: Record<string, string>
    duration: number
    connections: number
  }): Promise<{
    requests: { average: number; total: number }
    latency: { p50: number; p99: number; max: number }
    errors: number
    non2xx: number
    statusCodeStats?: Record<string, { count: number }>
  }>
}
