/** Nothing is put off for longer than this, whatever a server asks. */
const longestMs = 30 * 24 * 60 * 60 * 1000

/** How many milliseconds from `now` a Retry-After header asks to wait (RFC 9110 section 10.2.3: seconds or a date); undefined when it says nothing. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.trim()
  if (!text) return undefined
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : /GMT|UTC/.test(text) ? Date.parse(text) - now : Number.NaN
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), longestMs)
}
