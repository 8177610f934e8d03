import type { IncomingHttpHeaders } from 'node:http'

/** How bytes are packed on the way. */
export type Encoding = 'br' | 'gzip' | 'identity'

const seen = new Map<string, Encoding>()

/**
 * The packing that an asker gets (RFC 9110 section 12.5.3): the one it likes best, brotli before gzip among equals. Programs of
 * Microsoft get none: some of them ask for gzip and then keep the calendar empty.
 */
export function chooseEncoding(headers: IncomingHttpHeaders): Encoding {
  const accepted = headers['accept-encoding']
  if (typeof accepted !== 'string' || /microsoft|outlook|exchange/i.test(headers['user-agent'] ?? '')) return 'identity'
  const known = seen.get(accepted)
  if (known) return known
  const chosen = preferred(accepted)
  if (seen.size < 500) seen.set(accepted, chosen)
  return chosen
}

function preferred(accepted: string): Encoding {
  const weights = new Map(accepted.split(',').map(weigh))
  const weight = (name: string) => weights.get(name) ?? weights.get('*') ?? 0
  const [best] = (['br', 'gzip'] as const).filter((name) => weight(name) > 0).sort((a, b) => weight(b) - weight(a))
  const plain = weights.get('identity') ?? 0
  return best && weight(best) >= plain ? best : 'identity'
}

function weigh(item: string): [string, number] {
  const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return [name === 'x-gzip' ? 'gzip' : name, weight === undefined ? 1 : Number(weight) || 0]
}
