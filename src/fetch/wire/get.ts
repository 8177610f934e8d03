import { type Dispatcher, request } from 'undici'
import { FetchError } from '../error.ts'
import { type Unpacked, unpack } from './unpack.ts'

/** What one request was answered with. */
export type Answer = {
  status: number
  /** Names in lower case; of a header sent several times the first, of Content-Encoding all. */
  headers: Record<string, string>
  /** The unpacked body of a 200 or 203; of other answers nothing is kept. */
  bytes: Buffer
  /** True when the connection ended before the body did. */
  truncated: boolean
}

/** How a request is made. */
export type Way = { dispatcher: Dispatcher; headers: Record<string, string>; signal: AbortSignal; maxBytes: number }

/** One GET of `address`, which is known to people as `url`. Throws what undici throws, or {@link FetchError} when the body is too large. */
export async function get(url: string, address: string, { dispatcher, headers, signal, maxBytes }: Way): Promise<Answer> {
  const response = await request(address, { dispatcher, headers, signal })
  const { statusCode: status, body } = response
  const received = flat(response.headers)
  if (status !== 200 && status !== 203) {
    // The status is known: a body that hangs or breaks takes nothing from it.
    await body.dump({ limit: 64_000, signal }).catch(() => undefined)
    return { status, headers: received, bytes: Buffer.alloc(0), truncated: false }
  }
  const tooLarge = () => new FetchError(url, `${url} is larger than ${maxBytes / 1e6} MB.`, { status })
  if (Number(received['content-length']) > maxBytes) {
    body.on('error', () => undefined).destroy()
    throw tooLarge()
  }
  const packed = await collect(body, maxBytes, tooLarge, signal)
  return { status, headers: received, ...(await unpack(url, packed, received['content-encoding'] ?? '', maxBytes)) }
}

async function collect(
  body: AsyncIterable<Buffer>,
  maxBytes: number,
  tooLarge: () => Error,
  signal: AbortSignal,
): Promise<Unpacked> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of body) {
      length += chunk.length
      if (length > maxBytes) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    // A body that breaks off half-way still says what it said; one that says nothing is a broken connection.
    if (error instanceof FetchError || signal.aborted || length === 0) throw error
    return { bytes: Buffer.concat(chunks), truncated: true }
  }
  return { bytes: Buffer.concat(chunks), truncated: false }
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) => {
    if (value === undefined) return []
    if (!Array.isArray(value)) return [[name, value] as const]
    return [[name, name === 'content-encoding' ? value.join(',') : (value[0] ?? '')] as const]
  })
  return Object.fromEntries(entries)
}
