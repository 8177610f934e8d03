import type { Listing } from '../../event/index.ts'
import { slug } from '../../event/index.ts'

/**
 * Listings with keys that differ, in the order given. Of several with one key the first to be held keeps it and the others add the words of
 * their titles, then a number: in whatever order a page prints them, each has the same key.
 */
export function distinct(listings: Listing[]): Listing[] {
  const keys = new Map<Listing, string>()
  const taken = new Set<string>()
  for (const listing of listings.toSorted(byDay)) {
    const words = slug(listing.title.replace(/\b(?:19|20)\d\d\b/g, ' '))
    const worded = listing.key.startsWith('title:') ? listing.key : `${listing.key}:${words}`
    let key = listing.key
    for (let times = 1; taken.has(key); times++) key = times > 1 ? `${worded}:${times}` : worded
    taken.add(key)
    keys.set(listing, key)
  }
  return listings.map((listing) => {
    const key = keys.get(listing) as string
    return key === listing.key ? listing : { ...listing, key }
  })
}

/** By the day, hour, words and place printed; those without a day last. */
function byDay(a: Listing, b: Listing): number {
  const [one, other] = [inOrder(a), inOrder(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

function inOrder({ when, title, place, provenance }: Listing): string {
  const day = when ? `${when.start} ${when.startTime ?? ''} ${when.end}` : '9999'
  return [day, title, place.venue ?? '', provenance.text].join('\n')
}
