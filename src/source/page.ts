/** A page as received, decoded to text. */
export type Page = {
  /** The address it was asked for at. */
  url: string
  /** The address it was received from, after redirects. */
  finalUrl: string
  /** Decoded text. */
  body: string
  /** Media type without parameters, in lower case: `text/html`. */
  contentType: string
  /** ISO 8601, UTC. */
  fetchedAt: string
  /** sha-256 of the bytes received, in hex; absent for a page that was not kept. */
  snapshot?: string
  /** True when the connection ended before the announced length. */
  truncated?: boolean
}
