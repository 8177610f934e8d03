import type { Listing } from '../../event/index.ts'
import { wordKey } from '../../event/index.ts'
import { once } from '../once.ts'

/**
 * Listings with keys that differ, in the order given. Of several with one key the first to be held keeps it and the others add the words of
 * their titles, then a number: in whatever order a page prints them, each has the same key.
 */
export function distinct(listings: Listing[]): Listing[] {
  if (new Set(listings.map(({ key }) => key)).size === listings.length) return listings
  const keys = listings.map(({ key }) => key)
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  const at = (index: number) => listings[index] as Listing
  const inOrder = listings.map((_, index) => index).sort((a, b) => byDay(at(a), at(b)) || byWords(at(a), at(b)))
  for (const index of inOrder) {
    const listing = at(index)
    let { key } = listing
    if (taken.has(key)) {
      const worded = key.startsWith('title:') ? key : `${key}:${wordsIn(listing.title)}`
      let times = counts.get(worded) ?? 1
      for (; taken.has(key); times++) key = times > 1 ? `${worded}:${times}` : worded
      counts.set(worded, times)
    }
    taken.add(key)
    keys[index] = key
  }
  return listings.map((listing, index) => {
    const key = keys[index] as string
    return key === listing.key ? listing : { ...listing, key }
  })
}

/** The words of a title without years. */
const wordsIn = once((title) => wordKey(title.replace(/\b(?:19|20)\d\d\b/g, ' ')))

/** The order of listings by their days and hours; those without a day come last. */
function byDay({ when: a }: Listing, { when: b }: Listing): number {
  if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1)
  return order(a.start, b.start) || order(a.startTime ?? '', b.startTime ?? '') || order(a.end, b.end)
}

/** The order of listings of one day: by the words and the place printed. */
function byWords(a: Listing, b: Listing): number {
  return order(a.title, b.title) || order(a.place.venue ?? '', b.place.venue ?? '') || order(a.provenance.text, b.provenance.text)
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
