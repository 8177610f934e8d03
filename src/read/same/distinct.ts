import type { Listing } from '../../event/index.ts'
import { slug } from '../../event/index.ts'

/** Listings with keys that differ: of several with one key the first keeps it, the others add the words of their titles. */
export function distinct(listings: Listing[]): Listing[] {
  const first = new Set<string>()
  const seen = new Map<string, number>()
  return listings.map((listing) => {
    if (!first.has(listing.key)) {
      first.add(listing.key)
      return listing
    }
    const worded = listing.key.startsWith('title:')
      ? listing.key
      : `${listing.key}:${slug(listing.title.replace(/\b(?:19|20)\d\d\b/g, ' '))}`
    const times = (seen.get(worded) ?? (worded === listing.key ? 1 : 0)) + 1
    seen.set(worded, times)
    return { ...listing, key: times > 1 ? `${worded}:${times}` : worded }
  })
}
