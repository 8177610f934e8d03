import type { Store } from '../database.ts'
import { and, desc, eq, inArray, isNull, lt } from '../drizzle.ts'
import { proposal, takenOver } from '../schema.ts'

/** What a person handed in, as it was understood, and what became of it. */
export type StoredProposal = typeof proposal.$inferSelect

/** How many proposals that nobody took over are kept; older ones go. */
const mostOpen = 200

/** Keeps a proposal. */
export function saveProposal(store: Store, row: Omit<StoredProposal, 'appliedAt' | 'actionId'>): void {
  store.insert(proposal).values(row).run()
  const kept = store
    .select({ at: proposal.at })
    .from(proposal)
    .where(isNull(proposal.appliedAt))
    .orderBy(desc(proposal.at))
    .limit(1)
    .offset(mostOpen)
    .get()
  if (kept)
    store
      .delete(proposal)
      .where(and(isNull(proposal.appliedAt), lt(proposal.at, kept.at)))
      .run()
}

/** A proposal by its id. */
export function readProposal(store: Store, id: string): StoredProposal | undefined {
  return store.select().from(proposal).where(eq(proposal.id, id)).get()
}

/** The newest proposals without what is in them, newest first. */
export function lastProposals(store: Store, limit = 50): Omit<StoredProposal, 'reading'>[] {
  const { id, at, author, title, appliedAt, actionId } = proposal
  return store.select({ id, at, author, title, appliedAt, actionId }).from(proposal).orderBy(desc(proposal.at)).limit(limit).all()
}

/** Marks a proposal as taken over by an action at an instant (ISO 8601, UTC). */
export function markApplied(store: Store, id: string, said: { appliedAt: string; actionId: number }): void {
  store.update(proposal).set(said).where(eq(proposal.id, id)).run()
}

/** Remembers which events entries of foreign calendars became, by their ids. */
export function rememberTaken(store: Store, uids: ReadonlyMap<string, string>, at: string): void {
  for (const [key, uid] of uids) {
    store.insert(takenOver).values({ key, uid, at }).onConflictDoUpdate({ target: takenOver.key, set: { uid, at } }).run()
  }
}

/** The uids of the events that these entries became. */
export function takenBefore(store: Store, keys: string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (let from = 0; from < keys.length; from += 500) {
    const rows = store
      .select()
      .from(takenOver)
      .where(inArray(takenOver.key, keys.slice(from, from + 500)))
      .all()
    for (const { key, uid } of rows) found.set(key, uid)
  }
  return found
}
