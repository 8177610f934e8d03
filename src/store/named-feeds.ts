import type { Store } from './database.ts'
import { asc, eq } from './drizzle.ts'
import { readMeta, saveMeta } from './events/projection.ts'
import { feedName, namedFeed } from './schema.ts'

/** A saved feed as it is now. */
export type StoredFeed = typeof namedFeed.$inferSelect

/** The feed that has a name, or had it once. */
export function findFeed(store: Store, name: string): StoredFeed | undefined {
  return store
    .select({ feed: namedFeed })
    .from(feedName)
    .innerJoin(namedFeed, eq(namedFeed.id, feedName.feedId))
    .where(eq(feedName.name, name))
    .get()?.feed
}

/** The feed of an id. */
export function readFeed(store: Store, id: string): StoredFeed | undefined {
  return store.select().from(namedFeed).where(eq(namedFeed.id, id)).get()
}

/** Every saved feed, closed ones too, by name. */
export function allFeeds(store: Store): StoredFeed[] {
  return store.select().from(namedFeed).orderBy(asc(namedFeed.name)).all()
}

/** Names that lead to a feed and are not its present one. */
export function formerNames(store: Store, { id, name }: Pick<StoredFeed, 'id' | 'name'>): string[] {
  const rows = store.select().from(feedName).where(eq(feedName.feedId, id)).orderBy(asc(feedName.name)).all()
  return rows.flatMap((row) => (row.name === name ? [] : [row.name]))
}

/** Stores a feed as it is now, keeps every name it had, and lets whoever keeps feeds know. */
export function saveFeed(store: Store, row: StoredFeed): void {
  store.insert(namedFeed).values(row).onConflictDoUpdate({ target: namedFeed.id, set: row }).run()
  store.insert(feedName).values({ name: row.name, feedId: row.id }).onConflictDoNothing().run()
  saveMeta(store, 'feeds', String(Number(readMeta(store, 'feeds') ?? 0) + 1))
}
