import type { Listing } from '../../event/index.ts'
import { sameDays } from '../likeness/days.ts'
import type { StoredListing } from '../stored.ts'
import { isOwnName, type Pair } from './pairs.ts'

/**
 * Listings found under the number of a meeting that has not been printed for a while, on the very days of another that was printed until now and is
 * gone: the other with a wrong number, not the missing one moved.
 */
export function misprints(byKey: Map<string, StoredListing[]>, groups: Map<string, Listing[]>): Pair[] {
  const gone = [...byKey.values()].flat().filter((one) => isGone(one, groups))
  if (!gone.length) return []
  return [...groups].flatMap(([key, [found, ...more]]) => {
    const [missing, ...others] = byKey.get(key) ?? []
    if (!found || !missing?.missingSince || more.length || others.length || isOwnName(key)) return []
    if (wasOn(missing, found)) return []
    const [twin, ...twins] = gone.filter((one) => isTwin(one, found))
    return twin && !twins.length ? [{ known: twin, found }] : []
  })
}

function wasOn({ listing, whens }: StoredListing, { when }: Listing): boolean {
  return !when || !listing.when || [listing.when, ...whens].some((before) => sameDays(before, when))
}

function isGone(one: StoredListing, groups: Map<string, Listing[]>): boolean {
  return !one.missingSince && !one.overAt && !one.retractedAt && !groups.has(one.listing.key)
}

function isTwin({ listing }: StoredListing, { body, kind, when }: Listing): boolean {
  return listing.body === body && listing.kind === kind && Boolean(when && listing.when && sameDays(listing.when, when))
}
