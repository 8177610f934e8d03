import type { Store } from '../database.ts'
import { and, asc, desc, eq, gt, isNotNull, isNull, lte } from '../drizzle.ts'
import { outbox } from '../schema.ts'

/** Something to be sent, with what became of it. */
export type OutboxRow = typeof outbox.$inferSelect

/**
 * Takes the first letter that is due at `now` (ISO 8601, UTC). Only one process sends at a time, so a letter that is still taken is one whose process
 * ended: it is taken again, unless it is a mail that had been handed over, for that may have arrived, and is sent once.
 */
export function claimLetter(store: Store, now: string): OutboxRow | undefined {
  const waiting = and(isNull(outbox.sentAt), isNull(outbox.givenUpAt))
  const why = 'the service ended while it was being sent; it may have arrived'
  store
    .update(outbox)
    .set({ givenUpAt: now, why })
    .where(and(waiting, eq(outbox.by, 'mail'), isNotNull(outbox.handedOverAt)))
    .run()
  const row = store
    .select()
    .from(outbox)
    .where(and(waiting, lte(outbox.dueAt, now)))
    .orderBy(asc(outbox.dueAt), asc(outbox.id))
    .limit(1)
    .get()
  if (!row) return undefined
  const claimed = { claimedAt: now, handedOverAt: null, tries: row.tries + 1 }
  store.update(outbox).set(claimed).where(eq(outbox.id, row.id)).run()
  return { ...row, ...claimed }
}

/** Notes that all of a letter but its end was handed over. */
export function markHandedOver(store: Store, id: number, at: string): void {
  store.update(outbox).set({ handedOverAt: at }).where(eq(outbox.id, id)).run()
}

/** Notes that a letter was sent. */
export function markSent(store: Store, id: number, at: string): void {
  store.update(outbox).set({ sentAt: at, claimedAt: null, why: null }).where(eq(outbox.id, id)).run()
}

/** Notes that a try failed, and when the next is due; none when `dueAt` is undefined. */
export function markFailed(
  store: Store,
  id: number,
  { why, dueAt, now }: { why: string; dueAt: string | undefined; now: string },
): void {
  const next = dueAt ? { dueAt } : { givenUpAt: now }
  store
    .update(outbox)
    .set({ ...next, why: why.slice(0, 500), claimedAt: null, handedOverAt: null })
    .where(eq(outbox.id, id))
    .run()
}

/** Letters that were not sent, newest first: those that failed and are tried again, and those given up. */
export function unsentLetters(store: Store, limit = 50): OutboxRow[] {
  return store
    .select()
    .from(outbox)
    .where(and(isNull(outbox.sentAt), gt(outbox.tries, 0)))
    .orderBy(desc(outbox.id))
    .limit(limit)
    .all()
}
