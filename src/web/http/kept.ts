import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding } from './encoding.ts'

/** How a body is described to whoever gets it. */
export type Description = {
  type: string
  cacheControl: string
  /** What the answer was chosen by; `Accept-Encoding` if not said. */
  vary?: string
  /** Milliseconds; absent where nobody asks by date. */
  lastModifiedMs?: number | undefined
  /** Further headers, the same for every asker. */
  headers?: Record<string, string>
}

/** One packing of a body: its bytes, its own strong entity tag, and the headers of a 200 and of a 304. */
export type Packed = {
  bytes: Buffer
  etag: string
  headers: Record<string, string | number>
  freshHeaders: Record<string, string>
}

/** A body made once and sent many times, with every packing that was asked for so far. */
export type Kept = { hash: string; bytes: Buffer; description: Description; packed: Map<Encoding, Packed | Promise<Packed>> }

/** Keeps a body for sending. */
export function keep(bytes: Buffer, description: Description): Kept {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  const kept: Kept = { hash, bytes, description, packed: new Map() }
  kept.packed.set('identity', describe(kept, 'identity', bytes))
  return kept
}

/** The same bytes under another description: what was packed before is not packed again. */
export function describeAnew(kept: Kept, description: Description): Kept {
  const anew: Kept = { ...kept, description, packed: new Map() }
  for (const [encoding, packed] of kept.packed) {
    if (!(packed instanceof Promise)) anew.packed.set(encoding, describe(anew, encoding, packed.bytes))
  }
  return anew
}

/** A packing of a kept body, made at the first asking; all who ask meanwhile wait for the same work. */
export function pack(kept: Kept, encoding: Encoding): Packed | Promise<Packed> {
  const ready = kept.packed.get(encoding)
  if (ready) return ready
  const work = compress(kept.bytes, encoding).then((bytes) => {
    const packed = describe(kept, encoding, bytes)
    kept.packed.set(encoding, packed)
    return packed
  })
  kept.packed.set(encoding, work)
  return work
}

/** Compresses on a thread of its own. */
export function compress(bytes: Buffer, encoding: Encoding, quality = 5): Promise<Buffer> {
  if (encoding === 'br') return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
  return promisify(gzip)(bytes, { level: 6 })
}

/** About how many bytes of memory a kept body takes. */
export function weight(kept: Kept): number {
  let sum = 2000
  for (const packed of kept.packed.values()) sum += packed instanceof Promise ? 0 : packed.bytes.length
  return sum
}

function describe({ hash, description }: Kept, encoding: Encoding, bytes: Buffer): Packed {
  const etag = encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`
  const freshHeaders = {
    etag,
    ...(description.lastModifiedMs !== undefined && { 'last-modified': new Date(description.lastModifiedMs).toUTCString() }),
    'cache-control': description.cacheControl,
    vary: description.vary ?? 'Accept-Encoding',
    ...description.headers,
  }
  const headers = {
    'content-type': description.type,
    ...freshHeaders,
    'content-length': bytes.length,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  }
  return { bytes, etag, headers, freshHeaders }
}
