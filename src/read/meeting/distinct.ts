import type { Listing } from '../../event/index.ts'
import { slug } from '../../event/index.ts'

/** Listings with keys that differ: two of one key are told apart by the words of their titles, and those alike by their order. */
export function distinct(listings: Listing[]): Listing[] {
  const seen = new Map<string, number>()
  const shared = new Set(listings.map(({ key }) => key).filter((key, i, all) => all.indexOf(key) !== i))
  return listings.map((listing) => {
    if (!shared.has(listing.key)) return listing
    const worded = listing.key.startsWith('title:')
      ? listing.key
      : `${listing.key}:${slug(listing.title.replace(/\b(?:19|20)\d\d\b/g, ' '))}`
    const times = (seen.get(worded) ?? 0) + 1
    seen.set(worded, times)
    return { ...listing, key: times > 1 ? `${worded}:${times}` : worded }
  })
}
