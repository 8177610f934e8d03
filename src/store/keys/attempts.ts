import type { Store } from '../database.ts'
import { and, asc, count, eq, gt, lte } from '../drizzle.ts'
import { attempt } from '../schema.ts'

/** Remembers that a wrong key came from an origin, and forgets what is older than `forgetBefore`. */
export function saveAttempt(store: Store, origin: string, at: string, forgetBefore: string): void {
  store.delete(attempt).where(lte(attempt.at, forgetBefore)).run()
  store.insert(attempt).values({ origin, at }).run()
}

/** How many wrong keys came since an instant, from one origin or from all, and when the first of them did. */
export function attemptsSince(store: Store, since: string, origin?: string): { count: number; first: string | undefined } {
  const where = and(gt(attempt.at, since), origin === undefined ? undefined : eq(attempt.origin, origin))
  const counted = store.select({ count: count() }).from(attempt).where(where).get()?.count ?? 0
  const first = store.select({ at: attempt.at }).from(attempt).where(where).orderBy(asc(attempt.at)).limit(1).get()
  return { count: counted, first: first?.at }
}
