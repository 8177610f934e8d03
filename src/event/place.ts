/** How people attend. */
export const formats = ['in-person', 'online', 'hybrid'] as const

/** One of {@link formats}. */
export type Format = (typeof formats)[number]

/** Where a meeting is, as far as it was printed; nothing here is assumed. */
export type Place = {
  /** As a person would say it, most exact part first: `Boardroom D, Vienna International Centre, Vienna, Austria`. */
  venue?: string
  room?: string
  city?: string
  country?: string
  format?: Format
}
