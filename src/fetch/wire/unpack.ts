import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { FetchError } from '../error.ts'

type Coding = (bytes: Buffer, limits: { maxOutputLength: number; finishFlush?: number }) => Promise<Buffer>

const gunzip: Coding = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip)
const inflate: Coding = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflate)
const inflateRaw: Coding = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflateRaw)
const brotli: Coding = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress)
const zstd: Coding = promisify<Buffer, zlib.ZstdOptions, Buffer>(zlib.zstdDecompress)
const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush } = zlib.constants

/** Each coding, and the flush that hands over what a body that was cut off holds. */
const codings: Record<string, { coding: Coding; cut: number }> = {
  gzip: { coding: gunzip, cut: Z_SYNC_FLUSH },
  // "deflate" means the zlib format (RFC 9110 section 8.4.1.2), but some servers send the bare one: its first byte tells them apart.
  deflate: { coding: (bytes, limits) => ((bytes[0] ?? 0) % 16 === 8 ? inflate : inflateRaw)(bytes, limits), cut: Z_SYNC_FLUSH },
  br: { coding: brotli, cut: BROTLI_OPERATION_FLUSH },
  zstd: { coding: zstd, cut: ZSTD_e_flush },
}

/** What a request may say in Accept-Encoding. */
export const acceptEncoding = Object.keys(codings).join(', ')

/** More codings than this, one inside the other, are an attack. */
const maxCodings = 3

/** Bytes, and whether they stop before their end. */
export type Unpacked = { bytes: Buffer; truncated: boolean }

/**
 * A body without its content codings (RFC 9110 section 8.4), the last applied first. Throws {@link FetchError} for more than `maxBytes`
 * unpacked, for an unknown coding and for bytes that are not what they are said to be.
 */
export async function unpack(url: string, body: Unpacked, contentEncoding: string, maxBytes: number): Promise<Unpacked> {
  const names = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim().replace(/^x-/, ''))
    .filter((name) => name && name !== 'identity')
  if (names.length > maxCodings) throw new FetchError(url, `${url} is packed ${names.length} times over.`)
  let unpacked = body
  for (const name of names.reverse()) if (unpacked.bytes.length > 0) unpacked = await unpackOne(url, unpacked, name, maxBytes)
  return unpacked
}

async function unpackOne(url: string, { bytes, truncated }: Unpacked, name: string, maxOutputLength: number): Promise<Unpacked> {
  const known = Object.hasOwn(codings, name) ? codings[name] : undefined
  if (!known) throw new FetchError(url, `${url} is packed in an unknown way ("${name}").`)
  const refuse = (cause: unknown) => {
    const tooLarge = (cause as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'
    const why = tooLarge ? `is larger than ${maxOutputLength / 1e6} MB when unpacked` : `is not the ${name} it is said to be`
    return new FetchError(url, `${url} ${why}.`, { cause })
  }
  try {
    return { bytes: await known.coding(bytes, { maxOutputLength }), truncated }
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'Z_BUF_ERROR') throw refuse(error)
    const partial = await known
      .coding(bytes, { maxOutputLength, finishFlush: known.cut })
      .catch((worse: unknown) => Promise.reject(refuse(worse)))
    return { bytes: partial, truncated: true }
  }
}
