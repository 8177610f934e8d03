import type { Listing } from '../../event/index.ts'
import { isVague } from '../meeting/title.ts'
import { likeness } from './likeness.ts'
import { together } from './together.ts'

/** A listing and how strongly the page says it. */
export type Rated = { listing: Listing; weight: number; named: boolean; structured: boolean; own: string; loose?: boolean }

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
      if (places.length < mostInDay) places.push(kept.length - 1)
      byDay.set(day, places)
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
  if (one.body !== other.body && a.named && b.named)
    return likeness(a.own, b.own) > 0.75 && likeness(one.title, other.title) > 0.6
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
    if (likeness(a.own, b.own) < 0.8) return false
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
