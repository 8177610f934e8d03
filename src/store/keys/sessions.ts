import type { Store } from '../database.ts'
import { eq, lte } from '../drizzle.ts'
import { session } from '../schema.ts'

/** A signed-in browser; its id is the SHA-256 of what its cookie holds. */
export type StoredSession = typeof session.$inferSelect

/** Remembers a session and forgets those that ended. */
export function saveSession(store: Store, row: StoredSession): void {
  store.delete(session).where(lte(session.endsAt, row.createdAt)).run()
  store.insert(session).values(row).run()
}

/** The session of an id. */
export function findSession(store: Store, id: string): StoredSession | undefined {
  return store.select().from(session).where(eq(session.id, id)).get()
}

/** Forgets a session. */
export function dropSession(store: Store, id: string): void {
  store.delete(session).where(eq(session.id, id)).run()
}

/** Forgets every session of a key. */
export function dropSessionsOf(store: Store, keyId: string): void {
  store.delete(session).where(eq(session.keyId, keyId)).run()
}
