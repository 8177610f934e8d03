import type { Listing } from '../../event/index.ts'
import { shortName } from '../identity/bodies.ts'
import { placesJoined } from '../place/place.ts'
import { keyOf } from './listing.ts'
import { isVague } from './title.ts'

/** A listing and how strongly the page says it. */
export type Rated = { listing: Listing; weight: number; named: boolean; structured: boolean; own: string; loose?: boolean }

const stopwords = new Set('the a an of on in and for to at de la le un united nations meeting session'.split(' '))

/** Listings of one page that are the same meeting become one: what the strongest says, filled from the others. */
export function joined(all: Rated[]): Rated[] {
  const kept: Rated[] = []
  const byDay = new Map<string, number[]>()
  for (const next of all) {
    const day = next.listing.when?.start ?? next.listing.key
    const places = byDay.get(day) ?? []
    const index = places.find((place) => isSame(kept[place] as Rated, next))
    if (index !== undefined) kept[index] = together(kept[index] as Rated, next)
    else {
      kept.push(next)
      if (places.length < mostInDay) byDay.set(day, [...places, kept.length - 1])
    }
  }
  return kept
}

/** As many meetings of one day as are compared with each other: a bound on cost that no real page reaches. */
const mostInDay = 60

function isSame(a: Rated, b: Rated): boolean {
  const [one, other] = [a.listing, b.listing]
  if (!one.when || !other.when) return one.key === other.key && one.key.startsWith('identity:')
  if (one.when.start !== other.when.start) return false
  // A calendar's markup may print the first day only.
  if (a.structured && b.structured && likeness(a.own, b.own) > 0.8) return true
  if (one.when.end !== other.when.end)
    return (
      (a.structured || b.structured) &&
      likeness(a.own, b.own) > 0.9 &&
      (one.when.start === one.when.end || other.when.start === other.when.end)
    )
  if (one.session !== undefined && other.session !== undefined && one.session !== other.session && one.kind === other.kind)
    return false
  const sameHour = one.when.startTime !== undefined && one.when.startTime === other.when.startTime && one.kind === other.kind
  if (sameHour && one.kind !== 'side-event' && (!a.named || !b.named || one.body === other.body) && likeness(a.own, b.own) > 0.25)
    return true
  if (one.body !== other.body && a.named && b.named) return likeness(a.own, b.own) > 0.75
  if (one.group && other.group && one.group !== other.group) return false
  const apart = new Set(['side-event', 'briefing', 'constructive-dialogue'])
  if (
    one.kind !== other.kind &&
    (apart.has(one.kind) || apart.has(other.kind)) &&
    a.named &&
    b.named &&
    likeness(a.own, b.own) < 0.5
  )
    return false
  if (
    one.when.startTime &&
    other.when.startTime &&
    one.when.startTime !== other.when.startTime &&
    one.when.start === one.when.end
  ) {
    if (likeness(a.own, b.own) < 0.5) return false
  }
  if (one.body === other.body && one.body !== 'OTHER') {
    if (one.session !== undefined && one.session === other.session)
      return one.kind === other.kind || likeness(a.own, b.own) > 0.5 || !apart.has(one.kind)
    if (one.session === undefined && other.session === undefined)
      return likeness(a.own, b.own) > 0.4 || (one.kind === other.kind && isVague(a.own) !== isVague(b.own))
    return one.kind === other.kind || !a.named || !b.named || likeness(a.own, b.own) > 0.5
  }
  if (one.when.startTime !== undefined && one.when.startTime === other.when.startTime && one.kind === other.kind) return true
  return likeness(a.own, b.own) > 0.4
}

/** How alike two titles are, by their words, 0 to 1. */
export function likeness(a: string, b: string): number {
  const one = wordSet(a)
  const other = wordSet(b)
  if (one.size === 0 || other.size === 0) return 0
  let same = 0
  for (const word of one) if (other.has(word)) same++
  return same / Math.min(one.size, other.size)
}

/** A title without the body put before it. */
function bare(title: string): string {
  return title.replace(/^[^:]{3,80}: (?=\p{Lu}|\d)/u, '')
}

function wordSet(title: string): Set<string> {
  return new Set((title.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter((word) => !stopwords.has(word)))
}

function together(a: Rated, b: Rated): Rated {
  const first =
    a.structured !== b.structured
      ? a.structured
        ? a
        : b
      : (a.loose ?? false) !== (b.loose ?? false)
        ? a.loose
          ? b
          : a
        : a.weight >= b.weight
          ? a
          : b
  const second = first === a ? b : a
  const [one, other] = [first.listing, second.listing]
  const listing: Listing = { ...other, ...one, place: placesJoined(one.place, other.place) }
  if (
    first.named &&
    !first.structured &&
    one.session === undefined &&
    other.session !== undefined &&
    one.kind === other.kind &&
    !second.named
  ) {
    listing.session = other.session
    listing.title = `${bare(other.title)} (${shortName(one.body) ?? one.title})`
    listing.key = keyOf(listing)
  }
  if (!first.named && second.named) {
    listing.body = other.body
    if (one.kind === 'other' || one.kind === 'session') listing.kind = other.kind
    if (!first.structured)
      listing.title =
        one.session !== undefined && other.session === undefined
          ? `${one.title} (${shortName(other.body) ?? other.title})`
          : other.title
    if (one.session !== undefined) listing.session = one.session
    listing.key = first.structured ? one.key : other.key
  }
  if (one.when && other.when) {
    listing.when = { ...one.when }
    if (!one.when.startTime && other.when.startTime) {
      listing.when.startTime = other.when.startTime
      if (other.when.endTime) listing.when.endTime = other.when.endTime
      if (other.when.sittings) listing.when.sittings = other.when.sittings
    }
  }
  if (one.status === 'confirmed' && other.status !== 'confirmed') listing.status = other.status
  listing.links = [...one.links, ...other.links.filter(({ url }) => !one.links.some((link) => link.url === url))]
  return {
    listing,
    weight: Math.max(a.weight, b.weight),
    named: a.named || b.named,
    structured: a.structured || b.structured,
    own: first.own,
  }
}
