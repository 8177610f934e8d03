import { createHash } from 'node:crypto'
import { decode, type Page } from '#source'
import { charset, mediaType, refuseNoText } from './media.ts'
import type { Answer } from './wire/get.ts'

/** What lets a page be asked for only if it changed: its ETag and Last-Modified as received. */
export type Known = { etag?: string; lastModified?: string }

/** An answer to a visit: nothing new, or the page's bytes. */
export type Fetched = Unchanged | Received

/** The page is what it was when the known validators were received. */
type Unchanged = Known & { unchanged: true; url: string; finalUrl: string; status: number }

/** The bytes of a page, unpacked, and what was said about them. */
export type Received = Known & {
  unchanged: false
  /** The address that was asked for. */
  url: string
  /** The address that answered, after redirects. */
  finalUrl: string
  status: number
  bytes: Buffer
  headers: Record<string, string>
  /** Media type without parameters, in lower case. */
  contentType: string
  charset?: string
  /** True when the connection ended before the page did; such a page has no validators. */
  truncated?: boolean
}

/** The request headers that ask for a page only if it changed since `known` (RFC 9110 section 13.1). */
export function conditionsOf({ etag, lastModified }: Known): Record<string, string> {
  const sendable = (value: string | undefined) => value !== undefined && /^[\x20-\x7e]+$/.test(value)
  return {
    ...(sendable(etag) && { 'if-none-match': etag as string }),
    ...(sendable(lastModified) && { 'if-modified-since': lastModified as string }),
  }
}

/** An answer as what was fetched. Throws FetchError when it is empty or no text. */
export function toFetched(url: string, finalUrl: string, { status, headers, bytes, truncated }: Answer, known: Known): Fetched {
  if (status === 304) return { unchanged: true, url, finalUrl, status, ...validatorsOf(known), ...validatorsIn(headers) }
  const contentType = mediaType(headers['content-type'], bytes)
  refuseNoText(url, contentType, bytes, status)
  const named = charset(headers['content-type'])
  // A page cut off must be asked for again in full.
  const rest = truncated ? { truncated } : validatorsIn(headers)
  return { unchanged: false, url, finalUrl, status, bytes, headers, contentType, ...(named && { charset: named }), ...rest }
}

/** Only the validators of what may say more. */
export function validatorsOf({ etag, lastModified }: Known): Known {
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) }
}

function validatorsIn({ etag, 'last-modified': lastModified }: Record<string, string>): Known {
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) }
}

/** What was received, decoded, as readers take it. `fetchedAt` is an instant (ISO 8601, UTC). */
export function toPage({ url, finalUrl, bytes, headers, contentType, truncated }: Received, fetchedAt: string): Page {
  const body = decode(bytes, headers['content-type'])
  const snapshot = createHash('sha256').update(bytes).digest('hex')
  return { url, finalUrl, body, contentType, fetchedAt, snapshot, ...(truncated && { truncated }) }
}
