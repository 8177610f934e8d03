import { canonical, type Listing } from '../../event/index.ts'
import { daysBetween, isPast, sameDays } from '../likeness/days.ts'
import { likeness, wordLikeness } from '../likeness/likeness.ts'
import { type Words, wordsOf } from '../likeness/words.ts'
import type { StoredListing } from '../stored.ts'
import { isComposite, type Pair, sameDaysOfNextYear, wasPastWhenPrinted } from './pairs.ts'

/** A pair made although the keys differ, and why. */
export type Recognised = Pair & { reason: string }

/** Listings whose key is new but whose contents are those of one no longer found: a site that gave all its meetings new names is not doubled. */
export function sameContents(known: StoredListing[], found: Listing[]): Recognised[] {
  const waiting = new Map<string, StoredListing[]>()
  for (const one of known) waiting.set(contents(one.listing), [...(waiting.get(contents(one.listing)) ?? []), one])
  const pairs: Recognised[] = []
  for (const listing of found) {
    const one = waiting.get(contents(listing))?.shift()
    if (one) pairs.push({ known: one, found: listing, reason: 'same title, identity and days under another key' })
  }
  return pairs
}

function contents({ title, body, kind, session, group, part, when }: Listing): string {
  return canonical([title.toLowerCase(), body, kind, { session, group, part }, when ? [when.start, when.end] : []])
}

/**
 * Listings whose key is new but which one of those no longer found must be: the same body and kind, and the same days or nearly the same words.
 * By words alone only meetings still to come are looked for, and those that were past when first printed, a year from what is found; and only where
 * there is no second choice.
 */
export function closeInWords(known: StoredListing[], found: Listing[], now: string): Recognised[] {
  const words = new Map<string, Words>()
  const read = (title: string) => {
    const taken = words.get(title) ?? wordsOf(title)
    words.set(title, taken)
    return taken
  }
  const offers: Offer[] = []
  for (const one of known) {
    for (const other of found) {
      const offer = scored(one, other, read, now)
      if (offer) offers.push({ known: one, found: other, ...offer })
    }
  }
  offers.sort((a, b) => b.score - a.score || (`${a.known.id} ${a.found.key}` < `${b.known.id} ${b.found.key}` ? -1 : 1))
  return withoutRivals(offers)
}

type Offer = Recognised & { score: number }

/** Best first; an offer that has a rival nearly as good for either side is no answer. `offers` are sorted by score. */
function withoutRivals(offers: Offer[]): Recognised[] {
  const bySide = new Map<StoredListing | Listing, Offer[]>()
  for (const offer of offers) {
    for (const side of [offer.known, offer.found]) {
      const list = bySide.get(side)
      if (list) list.push(offer)
      else bySide.set(side, [offer])
    }
  }
  const taken = new Set<StoredListing | Listing>()
  const isOpen = (offer: Offer) => !taken.has(offer.known) && !taken.has(offer.found)
  const pairs: Recognised[] = []
  for (const offer of offers) {
    if (!isOpen(offer)) continue
    const rivals = [offer.known, offer.found].flatMap((side) => bySide.get(side) ?? [])
    const isDoubtful = rivals.some((rival) => rival !== offer && isOpen(rival) && rival.score > offer.score - 0.05)
    taken.add(offer.known).add(offer.found)
    if (!isDoubtful) pairs.push({ known: offer.known, found: offer.found, reason: offer.reason })
  }
  return pairs
}

function scored(
  one: StoredListing,
  found: Listing,
  read: (title: string) => Words,
  now: string,
): { score: number; reason: string } | undefined {
  const known = one.listing
  if (known.body !== found.body || (known.kind !== found.kind && known.kind !== 'other' && found.kind !== 'other'))
    return undefined
  if (known.group && found.group && known.group !== found.group) return undefined
  if (isComposite(known) !== isComposite(found)) return undefined
  const [a, b] = [read(known.title), read(found.title)]
  const when = found.proposed ? undefined : found.when
  if (known.when && when && sameDays(known.when, when)) {
    const alike = wordLikeness(a, b)
    return alike >= 0.5 ? { score: 1 + alike, reason: 'same body, kind and days, close in words' } : undefined
  }
  if (known.when && isPast(known.when, now)) {
    const isSlip = when && sameDaysOfNextYear(known.when, when) && wasPastWhenPrinted(one, known.when)
    const alike = isSlip ? likeness(a, b) : 0
    return alike >= 0.75 ? { score: alike, reason: 'the same days of another year, close in words' } : undefined
  }
  if (differ(one.identity.session, found.session) || differ(one.identity.part, found.part)) return undefined
  if (known.when && when && Math.abs(daysBetween(known.when.start, when.start)) > 200) return undefined
  const alike = likeness(a, b)
  return alike >= 0.75 ? { score: alike, reason: `same body and kind, ${Math.round(alike * 100)} % alike in words` } : undefined
}

function differ<T>(a: T | undefined, b: T | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b
}
