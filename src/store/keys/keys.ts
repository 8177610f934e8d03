import type { Store } from '../database.ts'
import { asc, count, eq } from '../drizzle.ts'
import { accessKey } from '../schema.ts'

/** A key as it is remembered: whose, for what, until when; not the key itself. Instants are ISO 8601 in UTC. */
export type StoredKey = typeof accessKey.$inferSelect

/** What a key may do: each role may also what those before it may. */
export const roles = ['reader', 'editor', 'administrator'] as const

/** One of {@link roles}. */
export type Role = (typeof roles)[number]

/** Remembers a new key. */
export function saveKey(
  store: Store,
  row: Pick<StoredKey, 'id' | 'name' | 'role' | 'hash' | 'createdAt' | 'createdBy' | 'until'>,
): void {
  store.insert(accessKey).values(row).run()
}

/** Every key there ever was, in the order in which they were made. */
export function allKeys(store: Store): StoredKey[] {
  return store.select().from(accessKey).orderBy(asc(accessKey.createdAt), asc(accessKey.id)).all()
}

/** How many keys there ever were. */
export function countKeys(store: Store): number {
  return store.select({ keys: count() }).from(accessKey).get()?.keys ?? 0
}

/** The key of an id. */
export function findKey(store: Store, id: string): StoredKey | undefined {
  return store.select().from(accessKey).where(eq(accessKey.id, id)).get()
}

/** Ends a key. */
export function saveRevocation(store: Store, id: string, revokedAt: string): void {
  store.update(accessKey).set({ revokedAt }).where(eq(accessKey.id, id)).run()
}

/** Remembers when a key was used last. */
export function saveUse(store: Store, id: string, lastUsedAt: string): void {
  store.update(accessKey).set({ lastUsedAt }).where(eq(accessKey.id, id)).run()
}
