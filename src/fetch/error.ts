import { STATUS_CODES } from 'node:http'

/** Why an address gave no page. The message is a sentence with its subject, fit to be shown to people. */
export class FetchError extends Error {
  /** The address that was asked for. */
  readonly url: string
  /** The sentence. */
  readonly why: string
  /** The HTTP status of the answer, when there was one. */
  readonly status?: number
  /** The instant (ISO 8601, UTC) before which the host asked not to be visited again. */
  readonly retryAt?: string

  constructor(
    url: string,
    why: string,
    more: { status?: number | undefined; retryAt?: string | undefined; cause?: unknown } = {},
  ) {
    super(why, more.cause === undefined ? {} : { cause: more.cause })
    this.name = 'FetchError'
    this.url = url
    this.why = why
    if (more.status !== undefined) this.status = more.status
    if (more.retryAt !== undefined) this.retryAt = more.retryAt
  }
}

/** What went wrong on the wire, as a sentence about `url`; what is a sentence already comes back as it is, and a bug is thrown on. */
export function explain(url: string, error: unknown, timeoutMs: number): FetchError {
  if (error instanceof FetchError) return error
  if (error instanceof TypeError || error instanceof ReferenceError) throw error
  const { name, code, message } = error as { name?: string; code?: unknown; message?: string }
  const { host } = new URL(url)
  const sentence = (why: string) => new FetchError(url, why, { cause: error })
  if (name === 'TimeoutError' || code === 'UND_ERR_BODY_TIMEOUT' || code === 'UND_ERR_HEADERS_TIMEOUT')
    return sentence(`${url} did not answer in full within ${timeoutMs / 1000} s.`)
  if (name === 'AbortError') return sentence(`The visit to ${url} was stopped.`)
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA')
    return sentence(`${host} could not be reached: its name has no address.`)
  if (code === 'ECONNREFUSED') return sentence(`${host} could not be reached: it refused the connection.`)
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT')
    return sentence(`${host} could not be reached: it did not answer.`)
  if (code === 'ENETUNREACH' || code === 'EHOSTUNREACH') return sentence(`${host} could not be reached: there is no way to it.`)
  if (brokenConnection(error)) return sentence(`${host} broke off the connection before answering for ${url}.`)
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return sentence(`${url} was answered with headers that are too long.`)
  if (/CERT|SSL|TLS|SIGNATURE|ISSUER/i.test(String(code)))
    return sentence(`${host} could not be reached: no safe connection could be made (${String(code)}).`)
  return sentence(`${url} could not be read: ${message ?? String(error)}.`)
}

/** True of an error that means the connection was made and then broke, so that a second try may go better. */
export function brokenConnection(error: unknown): boolean {
  const code = (error as { code?: unknown })?.code
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET' || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'
}

/** What a status says, as the rest of a sentence: `answered 404 (Not Found)`; a bot challenge is called what it is. */
export function answered(status: number, headers: Record<string, string>): string {
  if (headers['cf-mitigated'] === 'challenge') return `answered ${status}: it asks for proof that no program is visiting`
  const meaning = STATUS_CODES[status]
  return meaning ? `answered ${status} (${meaning})` : `answered ${status}`
}
