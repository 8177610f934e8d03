import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync, type ZlibOptions } from 'node:zlib'
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
  if (ready || encoding === 'identity') return ready ?? describe(kept, encoding, kept.bytes)
  const packed = (bytes: Buffer) => {
    const made = describe(kept, encoding, bytes)
    kept.packed.set(encoding, made)
    return made
  }
  const compressed = compress(kept.bytes, encoding)
  if (!(compressed instanceof Promise)) return packed(compressed)
  const work = compressed.then(packed)
  kept.packed.set(encoding, work)
  return work
}

/** Bodies up to this size are packed in less time than it takes to hand them to another thread. */
const smallBytes = 32_000

/** Compresses: a large body on a thread of its own, a small one at once. The same bytes are packed to the same. */
export function compress(bytes: Buffer, encoding: 'br' | 'gzip'): Buffer | Promise<Buffer> {
  const small = bytes.length <= smallBytes
  // Windows no larger than the body, or most of the time goes into making room for them.
  const window = Math.ceil(Math.log2(bytes.length + 2))
  if (encoding === 'gzip') {
    const options = small ? { level: 6, windowBits: Math.max(9, window), memLevel: 5, chunkSize: 8192 } : { level: 6 }
    return small ? gzipSync(bytes, options) : gzipped(bytes, options)
  }
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(10, window)),
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return small ? brotliCompressSync(bytes, { params, chunkSize: 8192 }) : brotli(bytes, { params })
}

const brotli = promisify(brotliCompress)
const gzipped = promisify<Buffer, ZlibOptions, Buffer>(gzip)

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
