import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { type FetcherSettings, fetcher } from '../../src/fetch/index.ts'

/** A request as the server saw it; `open` is how many requests of the same host were open when it came, itself included. */
type Seen = { host: string; path: string; headers: IncomingMessage['headers']; open: number }

/** Answers one request; `visit` counts the requests for its path, from 1. */
export type Answerer = (response: ServerResponse, request: IncomingMessage, visit: number) => void

/** A real server on all loopback addresses that answers as told, and writes down what it was asked. Paths not told are 404. */
export async function serve(answers: Record<string, Answerer | string>) {
  const seen: Seen[] = []
  const open = new Map<string, number>()
  const server = createServer((request, response) => {
    const host = request.headers.host ?? ''
    const path = request.url ?? ''
    open.set(host, (open.get(host) ?? 0) + 1)
    seen.push({ host, path, headers: request.headers, open: open.get(host) ?? 0 })
    response.on('close', () => open.set(host, (open.get(host) ?? 1) - 1))
    const answer = answers[path] ?? answers[path.split('?')[0] ?? '']
    if (answer === undefined) response.writeHead(404).end('nothing here')
    else if (typeof answer === 'string') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answer)
    else answer(response, request, seen.filter((earlier) => earlier.path === path && earlier.host === host).length)
  })
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done))
  const { port } = server.address() as AddressInfo
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const pages = () => seen.filter(({ path }) => !path.endsWith('/robots.txt'))
  return {
    port,
    url: (path: string, host = '127.0.0.1') => `http://${host}:${port}${path}`,
    seen,
    pages,
    mirror: `http://127.0.0.1:${port}`,
  }
}

/** A fetcher for tests: quick, and allowed to visit 127.0.0.1 and 127.0.0.2. */
export function quick(settings: Partial<FetcherSettings> = {}) {
  const visits = fetcher({
    contact: 'https://example.org/contact',
    version: '0.1',
    pauseMs: 0,
    timeoutMs: 2000,
    waitsMs: [1, 2],
    allowed: ['127.0.0.1', '127.0.0.2'],
    ...settings,
  })
  onTestFinished(() => visits.close())
  return visits
}

/** A clock that stands still but for the waits, which it writes down. */
export function fakeClock() {
  const waits: number[] = []
  let now = Date.parse('2026-06-01T10:00:00Z')
  const wait = async (ms: number) => {
    waits.push(ms)
    now += ms
  }
  return { now: () => now, wait, waits }
}

/** A body cut off after `sent` though `length` bytes were announced. */
export function cutOff(sent: string, length: number): Answerer {
  return (response) =>
    response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${length}\r\n\r\n${sent}`)
}
