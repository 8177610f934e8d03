import type { Store } from './database.ts'
import { asc, count, eq, inArray } from './drizzle.ts'
import { feedStamp } from './schema.ts'

/** Addresses remembered; a reader's own filters make new ones without end. */
const most = 10_000

/**
 * The instant (milliseconds) at which the bytes of a feed became these, by its canonical address and their hash: the stored one while the hash
 * is the stored one, else `now`, but always a second later than the one before, since readers compare seconds. Never waits for another
 * writer: what cannot be stored now is answered all the same, and stored when it is asked again (`stored` says whether it was).
 */
export function stampFeed(store: Store, address: string, hash: string, now: Date): { changedAtMs: number; stored: boolean } {
  const known = store.select().from(feedStamp).where(eq(feedStamp.address, address)).get()
  if (known?.hash === hash) return { changedAtMs: Date.parse(known.changedAt), stored: true }
  const second = Math.floor(now.getTime() / 1000) * 1000
  const changedAtMs = known ? Math.max(second, Date.parse(known.changedAt) + 1000) : second
  const row = { address, hash, changedAt: new Date(changedAtMs).toISOString() }
  return { changedAtMs, stored: atOnce(store, () => save(store, row)) }
}

function save(store: Store, row: typeof feedStamp.$inferInsert): void {
  store.insert(feedStamp).values(row).onConflictDoUpdate({ target: feedStamp.address, set: row }).run()
  const [total] = store.select({ rows: count() }).from(feedStamp).all()
  if ((total?.rows ?? 0) <= most) return
  const oldest = store
    .select({ address: feedStamp.address })
    .from(feedStamp)
    .orderBy(asc(feedStamp.changedAt))
    .limit(most / 10)
  store.delete(feedStamp).where(inArray(feedStamp.address, oldest)).run()
}

/** Whether `write` could be done without waiting for whoever writes at the moment. */
function atOnce(store: Store, write: () => void): boolean {
  const waitMs = store.sqlite.pragma('busy_timeout', { simple: true })
  store.sqlite.pragma('busy_timeout = 0')
  try {
    write()
    return true
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return false
    throw error
  } finally {
    store.sqlite.pragma(`busy_timeout = ${waitMs}`)
  }
}
