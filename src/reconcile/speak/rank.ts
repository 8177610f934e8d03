import type { Listing, Said } from '../../event/index.ts'
import { type Trust, trusts } from '../../source/define.ts'
import type { StoredListing } from '../stored.ts'

/** Accepted runs after which a coming meeting that is not printed counts as uncertain. */
const uncertainAfter = 3

/** Whether its source has not printed it for so long that others that print it speak first. */
export function isGone(one: StoredListing): boolean {
  return one.missingSince !== undefined && one.missingRuns >= uncertainAfter
}

/**
 * The listings in the order in which they speak for a field: those still printed, then by the trust in their source, among equals the one whose
 * value is fresher: said since later, not merely seen later, so that nothing flaps.
 */
export function ranked(listings: StoredListing[], field: string, trust: Record<string, Trust>): StoredListing[] {
  if (listings.length < 2) return listings
  return [...listings].sort(
    (a, b) =>
      Number(isGone(a)) - Number(isGone(b)) ||
      trustRank(a, trust) - trustRank(b, trust) ||
      compare(sinceOf(b, field), sinceOf(a, field)) ||
      compare(a.id, b.id),
  )
}

/** Who says a field of a listing, since when, and where. */
export function saidBy(one: StoredListing, field: string): Said {
  return { by: one.source, at: sinceOf(one, field), url: one.listing.provenance.url }
}

/** The first listing in speaking order that says anything of a field. */
export function speakerOf<F extends keyof Listing>(
  listings: StoredListing[],
  field: F,
  trust: Record<string, Trust>,
): { value: NonNullable<Listing[F]>; one: StoredListing } | undefined {
  for (const one of ranked(listings, field, trust)) {
    const value = one.listing[field]
    if (value !== undefined && value !== null && value !== '') return { value: value as NonNullable<Listing[F]>, one }
  }
  return undefined
}

function trustRank(one: StoredListing, trust: Record<string, Trust>): number {
  return trusts.indexOf(trust[one.source] ?? 'other')
}

function sinceOf(one: StoredListing, field: string): string {
  return one.since[field] ?? one.firstSeenAt
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
