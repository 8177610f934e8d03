import type { IncomingHttpHeaders } from 'node:http'

/** Validators of what would be sent: a strong entity tag with its quotes, and an instant in milliseconds. */
export type Validators = { etag: string; lastModifiedMs?: number | undefined }

/**
 * Whether what the asker has is still what would be sent (RFC 9110 section 13.2.2): If-None-Match, a list, `*` or weak tags, decides
 * alone when it is there; else If-Modified-Since, to the second; a date that is none is ignored.
 */
export function isFresh(headers: IncomingHttpHeaders, { etag, lastModifiedMs }: Validators): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags === etag || matches(tags, etag)
  const since = headers['if-modified-since']
  if (since === undefined || lastModifiedMs === undefined) return false
  return Math.floor(lastModifiedMs / 1000) * 1000 <= Date.parse(since)
}

/** Weak comparison (RFC 9110 section 8.8.3.2) with each tag of a list; a tag may hold commas. */
function matches(tags: string, etag: string): boolean {
  if (tags.trim() === '*') return true
  return tags.match(/"[^"]*"/g)?.some((tag) => tag === etag) ?? false
}
