import type { StoredListing } from '../../reconcile/index.ts'
import type { Store } from '../database.ts'
import { eq, inArray } from '../drizzle.ts'
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
