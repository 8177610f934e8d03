import type { Store } from '../database.ts'
import { desc, eq } from '../drizzle.ts'
import { digest, type Letter, meta, outbox, toldIncident } from '../schema.ts'
import type { OutboxRow } from './outbox.ts'

/** A digest as it was made. */
export type StoredDigest = typeof digest.$inferSelect

/** Records a digest with its letters; to be called in a transaction, so that a digest is made once with all of them or not at all. */
export function saveDigest(
  store: Store,
  row: Omit<StoredDigest, 'id'>,
  letters: (id: number) => { by: OutboxRow['by']; letter: Letter }[],
): number {
  const { id } = store.insert(digest).values(row).returning({ id: digest.id }).get()
  for (const { by, letter } of letters(id)) {
    store
      .insert(outbox)
      .values({ name: `digest ${id} by ${by}`, by, letter, dueAt: row.at })
      .run()
  }
  return id
}

/** The newest digests of a kind, newest first. */
export function lastDigests(store: Store, kind: StoredDigest['kind'], limit = 1): StoredDigest[] {
  return store.select().from(digest).where(eq(digest.kind, kind)).orderBy(desc(digest.id)).limit(limit).all()
}

/** The newest digests, newest first. */
export function allDigests(store: Store, limit: number): StoredDigest[] {
  return store.select().from(digest).orderBy(desc(digest.id)).limit(limit).all()
}

/** The change up to which the history was looked through for what cannot wait; 0 before the first look. */
export function urgentCursor(store: Store): number {
  return Number(store.select().from(meta).where(eq(meta.name, 'urgent-cursor')).get()?.value ?? 0)
}

/** Notes how far the history was looked through. */
export function saveUrgentCursor(store: Store, change: number): void {
  const value = String(change)
  store.insert(meta).values({ name: 'urgent-cursor', value }).onConflictDoUpdate({ target: meta.name, set: { value } }).run()
}

/** The incidents seen and when; those in `standing` are noted as seen at `now`, those that ended are forgotten. */
export function seenIncidents(store: Store, standing: string[], now: string): (typeof toldIncident.$inferSelect)[] {
  for (const name of standing) store.insert(toldIncident).values({ name, seenAt: now, toldAt: null }).onConflictDoNothing().run()
  for (const { name } of store.select().from(toldIncident).all()) {
    if (!standing.includes(name)) store.delete(toldIncident).where(eq(toldIncident.name, name)).run()
  }
  return store.select().from(toldIncident).all()
}

/** Notes that incidents were told of. */
export function markTold(store: Store, names: string[], toldAt: string): void {
  for (const name of names) store.update(toldIncident).set({ toldAt }).where(eq(toldIncident.name, name)).run()
}
