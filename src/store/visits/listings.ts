import type { Event, Listing, Speaker, YearReason } from '../../event/index.ts'
import type { StoredListing } from '../../reconcile/index.ts'
import type { Store } from '../database.ts'
import { eq, inArray } from '../drizzle.ts'
import { prepared } from '../prepared.ts'
import { listing } from '../schema.ts'

/** Every listing that any source, or a person, ever made. */
export function allListings(store: Store): StoredListing[] {
  return store
    .select({ stored: listing.stored })
    .from(listing)
    .all()
    .map(({ stored }) => stored)
}

/** Every listing of one source, missing and past ones too. */
export function listingsOf(store: Store, sourceId: string): StoredListing[] {
  const rows = store.select({ stored: listing.stored }).from(listing).where(eq(listing.sourceId, sourceId)).all()
  return rows.map(({ stored }) => stored)
}

/** Stores listings as they are now, over what was stored under their ids. */
export function saveListings(store: Store, listings: StoredListing[]): void {
  const insert = store.sqlite.prepare(
    `insert into listing (id, source_id, missing_since, stored) values (?, ?, ?, ?)
     on conflict (id) do update set source_id = excluded.source_id, missing_since = excluded.missing_since, stored = excluded.stored`,
  )
  for (const stored of listings) insert.run(stored.id, stored.source, stored.missingSince ?? null, JSON.stringify(stored))
}

/** Listings by their ids, in that order. */
export function listingsById(store: Store, ids: string[]): StoredListing[] {
  const rows = store.select({ stored: listing.stored }).from(listing).where(inArray(listing.id, ids)).all()
  return rows.map(({ stored }) => stored).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** A speaker with the words its listing was read from, the reason for its year and the page as it was kept, where that is a page of the web. */
type SpeakerNow = Speaker & { text?: string; year?: YearReason; snapshot?: string }

/**
 * The speakers of an event with their words, and with when each was last seen to say it: at the last run that found its listing, or later, when its source was found
 * unchanged. An event does not change for that, so it is not stored with it.
 */
export function speakersNow(store: Store, { uid, speakers }: Pick<Event, 'uid' | 'speakers'>): SpeakerNow[] {
  const rows = lastSeen(store).all(uid) as { name: string; seenAt: string; provenance: string }[]
  const found = new Map(rows.map((row) => [row.name, row]))
  return speakers.map((one) => {
    const row = found.get(`${one.source} ${one.key}`)
    if (!row) return one
    const { text, year, snapshot } = JSON.parse(row.provenance) as Listing['provenance']
    const isOfTheWeb = /^https?:/.test(one.url)
    return { ...one, lastSeenAt: row.seenAt, ...(isOfTheWeb && { text, ...(year && { year }), ...(snapshot && { snapshot }) }) }
  })
}

const lastSeen = prepared((store) => {
  const said = (field: string) => `listing.stored ->> '$.${field}'`
  const isPrinted = `coalesce(${said('missingSince')}, ${said('overAt')}, ${said('retractedAt')}) is null`
  return store.sqlite.prepare(`
    select listing.source_id || ' ' || (${said('key')}) as name,
      max(${said('lastSeenAt')}, iif(${isPrinted}, coalesce(source.last_success_at, ''), '')) as seenAt,
      ${said('listing.provenance')} as provenance
    from remembered, json_each(remembered.memory, '$.members') as member
    join listing on listing.id = member.value left join source on source.id = listing.source_id
    where remembered.uid = ?`)
})
