import type { StoredListing } from '../stored.ts'
import type { Index } from './known.ts'
import type { State } from './state.ts'

/** Whether a listing differs from what it was in nothing but when it was last seen (and in nothing that is not published). */
export function isOnlySeen(before: StoredListing, after: StoredListing): boolean {
  return (
    before.fingerprint === after.fingerprint &&
    before.changedAt === after.changedAt &&
    before.key === after.key &&
    before.listing.key === after.listing.key &&
    before.listing.proposed === after.listing.proposed &&
    before.listing.provenance.url === after.listing.provenance.url &&
    before.identity.session === after.identity.session &&
    before.undatedSince === after.undatedSince &&
    before.missingSince === after.missingSince &&
    before.missingRuns === after.missingRuns &&
    before.overAt === after.overAt &&
    before.retractedAt === after.retractedAt
  )
}

/** Writes into the events when their listings were last seen; answers their uids. */
export function seenAgain(index: Index, state: State, listings: StoredListing[]): string[] {
  const uids = new Set(listings.flatMap((one) => index.uidsOf.get(one.id) ?? []))
  for (const uid of uids) {
    const kept = state.events.get(uid)
    if (!kept) continue
    const seenAt = new Map(
      kept.members.flatMap((id) => index.listings.get(id) ?? []).map((one) => [`${one.source} ${one.key}`, one.lastSeenAt]),
    )
    const speakers = kept.speakers.map((one) => ({
      ...one,
      lastSeenAt: seenAt.get(`${one.source} ${one.key}`) ?? one.lastSeenAt,
    }))
    state.events.set(uid, { ...kept, speakers })
  }
  return [...uids].sort()
}
