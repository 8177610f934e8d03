import type { Listing } from '../../event/index.ts'
import { plainAddress } from '../join/addresses.ts'
import { identityKey, isExact } from '../join/identity.ts'
import { partKeysOf } from '../join/ties.ts'
import { overlap, sameDays } from '../likeness/days.ts'
import { likeness } from '../likeness/likeness.ts'
import type { MergedEvent } from '../people.ts'
import type { Entry } from '../suggest/entry.ts'
import { scoreOf } from '../suggest/score.ts'
import type { Shelf } from './shelf.ts'

/** The event that a meeting found is, and by what; `isOwn` when it is the very entry that was handed in before. */
export type Match = { event: MergedEvent; by: string; isOwn: boolean }

/** The event that a meeting found is, beyond doubt: its own uid or one remembered, its identity, its own page, or its words and days. */
export function matchOf(
  entry: Entry,
  listing: Listing,
  shelf: Shelf,
  remembered: ReadonlyMap<string, string>,
): Match | undefined {
  const id = listing.key.startsWith('id:') ? listing.key.slice(3) : undefined
  const own = id === undefined ? undefined : (shelf.byUid(remembered.get(id) ?? id) ?? shelf.byUid(id.split('#')[0] ?? ''))
  if (own) return { event: own, by: 'the same entry', isOwn: true }
  const key = keyOf(listing)
  const alike = key === undefined ? [] : shelf.byKey(key)
  const sure = isExact(listing) || (listing.parts?.length ?? 0) > 1
  const named = alike.find((event) => near(event, listing)) ?? (sure && alike.length === 1 ? alike[0] : undefined)
  if (named) return { event: named, by: 'the same session', isOwn: false }
  const page = listing.links.find(({ rel, url }) => rel === 'page' && url !== listing.provenance.url)
  const paged = page ? shelf.byPage(plainAddress(page.url)) : []
  if (paged.length === 1 && paged[0] && !contrary(paged[0], listing))
    return { event: paged[0], by: 'the same page', isOwn: false }
  return wordsAndDays(entry, listing, shelf)
}

/** The key on which listings are joined, of a composite meeting that of all its parts. */
export function keyOf({
  parts,
  ...identity
}: Pick<Listing, 'body' | 'kind' | 'session' | 'group' | 'part' | 'parts'>): string | undefined {
  const keys = partKeysOf(parts)
  if (keys.length > 1) return `all of ${keys.sort().join(' ')}`
  return parts?.length ? undefined : identityKey(identity)
}

/** Without days only a number tells one year's meeting from another's. */
function near(event: MergedEvent, { when, session, parts }: Listing): boolean {
  if (event.when && when) return overlap(event.when, when)
  return session !== undefined || parts !== undefined
}

function contrary(event: MergedEvent, listing: Listing): boolean {
  return event.session !== undefined && listing.session !== undefined && event.session !== listing.session
}

/** The same words on the same days at the same hour; among several, none. */
function wordsAndDays(entry: Entry, listing: Listing, shelf: Shelf): Match | undefined {
  const same = shelf.near(entry).filter((other) => {
    const { when } = other.event
    if (Boolean(when) !== Boolean(listing.when) || (when && listing.when && !sameDays(when, listing.when))) return false
    if (
      when?.startTime &&
      listing.when?.startTime &&
      when.startTime !== listing.when.startTime &&
      when.timezone === listing.when.timezone
    )
      return false
    return other.event.body === listing.body && likeness(other.words(), entry.words()) >= 0.97
  })
  const [only] = same
  return only && same.length === 1 ? { event: only.event, by: 'the same words and days', isOwn: false } : undefined
}

/** Events that a meeting found may be, the likeliest first, at most five. */
export function likeIt(entry: Entry, shelf: Shelf): { event: MergedEvent; score: number; reasons: string[] }[] {
  return shelf
    .near(entry)
    .flatMap((other) => {
      const score = scoreOf(entry, other)
      return score ? [{ event: other.event, ...score }] : []
    })
    .sort((a, b) => b.score - a.score || (a.event.uid < b.event.uid ? -1 : 1))
    .slice(0, 5)
}
