import type { LogEntry } from '../../reconcile/index.ts'
import type { Store } from '../database.ts'
import { asc, desc, eq, gt, gte, sql } from '../drizzle.ts'
import { prepared } from '../prepared.ts'
import { change } from '../schema.ts'

/** What became of an event, and which run or action made it. */
export type Change = typeof change.$inferSelect

/** Records what became of events. */
export function saveChanges(
  store: Store,
  entries: LogEntry[],
  cause: { at: string; runId?: number | undefined; actionId?: number | undefined },
): void {
  for (const entry of entries) {
    store
      .insert(change)
      .values({ at: cause.at, uid: entry.uid, entry, runId: cause.runId ?? null, actionId: cause.actionId ?? null })
      .run()
  }
}

/** Changes after the number `after`, oldest first. */
export function changesAfter(store: Store, after: number, limit: number): Change[] {
  return store.select().from(change).where(gt(change.id, after)).orderBy(asc(change.id)).limit(limit).all()
}

/** Changes after one number, up to and with another, oldest first. */
export function changesBetween(store: Store, from: number, until: number): Change[] {
  const found: Change[] = []
  for (let after = from; after < until; ) {
    const page = changesAfter(store, after, 1000)
    found.push(...page.filter(({ id }) => id <= until))
    const last = page.at(-1)
    if (!last) break
    after = last.id
  }
  return found
}

/** Changes of one event, newest first. */
export function changesOf(store: Store, uid: string, limit = 200): Change[] {
  return ofEvent(store).all({ uid, limit })
}

const ofEvent = prepared((store) =>
  store
    .select()
    .from(change)
    .where(eq(change.uid, sql.placeholder('uid')))
    .orderBy(desc(change.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
)

/** The number of the newest change; 0 while there is none. */
export function lastChange(store: Store): number {
  return store.select({ id: change.id }).from(change).orderBy(desc(change.id)).limit(1).get()?.id ?? 0
}

/** The number of the first change at or after an instant (ISO 8601, UTC). */
export function firstChangeAt(store: Store, at: string): number | undefined {
  return store.select({ id: change.id }).from(change).where(gte(change.at, at)).orderBy(asc(change.id)).limit(1).get()?.id
}
