import { fingerprint, type Listing, type When } from '../../event/index.ts'
import { isExact } from '../join/identity.ts'
import { daysBetween, isPast, refines, sameDays } from '../likeness/days.ts'
import { numbersDiffer } from '../likeness/likeness.ts'
import { wordsOf } from '../likeness/words.ts'
import type { StoredListing } from '../stored.ts'

/** A listing known and the one found that is taken for it. */
export type Pair = { known: StoredListing; found: Listing }

/**
 * Which of the listings that print one key is which of those known under it: what says the very same first, then same days, then days it had before, then the nearest.
 * A meeting that was held does not move: without a session number to say otherwise, the same words on later days are its next edition.
 */
export function pairsOfKey(known: StoredListing[], found: Listing[], now: string): Pair[] {
  const prints = known.length * found.length > 1 ? found.map((listing) => fingerprint(listing)) : []
  if (!known.length) return []
  const offers: { known: StoredListing; found: Listing; cost: number; order: string }[] = []
  for (const one of known) {
    for (const [index, other] of found.entries()) {
      const cost = prints[index] === one.fingerprint ? -1 : costOf(one, other, now)
      if (cost < Number.POSITIVE_INFINITY)
        offers.push({ known: one, found: other, cost, order: `${one.id} ${String(index).padStart(6, '0')}` })
    }
  }
  offers.sort((a, b) => a.cost - b.cost || (a.order < b.order ? -1 : 1))
  const taken = new Set<StoredListing | Listing>()
  const pairs: Pair[] = []
  for (const offer of offers) {
    if (taken.has(offer.known) || taken.has(offer.found)) continue
    taken.add(offer.known).add(offer.found)
    pairs.push({ known: offer.known, found: offer.found })
  }
  return pairs
}

function costOf(known: StoredListing, found: Listing, now: string): number {
  const isOther = isComposite(known.listing) !== isComposite(found)
  if (isOther && known.listing.title !== found.title && !isOwnName(found.key)) return Number.POSITIVE_INFINITY
  const titles = (known.listing.title === found.title ? 0 : 0.4) + (isOther ? 3 : 0)
  const before = known.listing.when
  const after = found.proposed ? undefined : found.when
  if (!after && known.overAt && !isExact(known.identity)) return Number.POSITIVE_INFINITY
  // Printed without a date, it is the edition to come rather than one held.
  const held = before && !after && isPast(before, now) ? 0.2 : 0
  if (!before || !after) return (before || after ? 4 : 3) + titles + held
  if (sameDays(before, after)) return titles
  if (known.retractedAt) return Number.POSITIVE_INFINITY
  if (known.whens.some((when) => sameDays(when, after))) return 1 + titles
  if (refines(after, before) || refines(before, after)) return 2 + titles
  if (isYearSlip(known, before, after)) return 2.5 + titles
  return mayMove(known, found, before, after, now)
    ? 5 + titles + Math.abs(daysBetween(before.start, after.start)) / 1e5
    : Number.POSITIVE_INFINITY
}

function mayMove(known: StoredListing, found: Listing, before: When, after: When, now: string): boolean {
  if (found.key.startsWith('id:') || (isExact(known.identity) && known.identity.session === found.session)) return true
  if (isMisprinted(known, found)) return false
  if (found.notice === 'rescheduled' || found.notice === 'postponed') return true
  if (found.kind !== 'constructive-dialogue' && numbersDiffer(wordsOf(known.listing.title), wordsOf(found.title))) return false
  return (
    !isPast(before, now) ||
    (after.start <= before.end && daysBetween(after.start, before.start) <= 14) ||
    nearPast(before, after, now)
  )
}

/** Under a number that may be a misprint other days are those of the meeting that has the number, unless the key is the meeting's own page. */
function isMisprinted({ renumbered, identity }: StoredListing, found: Listing): boolean {
  return renumbered !== undefined && identity.session !== found.session && !isOwnName(found.key)
}

/** Whether a key is the source's own name for a meeting, not made of what is printed of it. */
export function isOwnName(key: string): boolean {
  return key.startsWith('id:') || key.startsWith('url:')
}

/** Whether a listing is several meetings at once; it is none of them, though it may have the number, the days and the key of one. */
export function isComposite({ parts }: Listing): boolean {
  return Boolean(parts?.length)
}

/** A correction after the fact: both past and a few days apart. */
function nearPast(before: When, after: When, now: string): boolean {
  return isPast(after, now) && Math.abs(daysBetween(before.start, after.start)) <= 14
}

/** The same days of a neighbouring year: a slip, if the year went back, or if the first was printed only when it was already past. */
function isYearSlip(known: StoredListing, before: When, after: When): boolean {
  return sameDaysOfNextYear(before, after) && (after.start < before.start || wasPastWhenPrinted(known, before))
}

/** Whether a source began to print these dates only when they were past: as often as not a wrong year. */
export function wasPastWhenPrinted(known: StoredListing, when: When): boolean {
  return (known.since.when ?? known.firstSeenAt).slice(0, 10) > when.end
}

/** Whether two dates are the same but for one year. */
export function sameDaysOfNextYear(a: When, b: When): boolean {
  const years = Math.abs(Number(a.start.slice(0, 4)) - Number(b.start.slice(0, 4)))
  return years === 1 && a.start.slice(5) === b.start.slice(5) && a.end.slice(5) === b.end.slice(5)
}
