import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { inTransaction, type Store } from '../database.ts'
import { desc, eq, inArray, isNull, sql } from '../drizzle.ts'
import { handedFile, proposal, takenOver } from '../schema.ts'

const quick = { [constants.BROTLI_PARAM_QUALITY]: 3 }

/** What a person handed in, as it was understood, and what became of it. */
export type StoredProposal = typeof proposal.$inferSelect

/** How many proposals that nobody took over are kept, and how many bytes of their files; older ones go. */
const most = { open: 200, bytes: 100_000_000 }

/** Keeps a proposal, and the file that it was read from. */
export function saveProposal(store: Store, row: Omit<StoredProposal, 'appliedAt' | 'actionId'>, file?: Buffer): void {
  inTransaction(store, () => {
    store.insert(proposal).values(row).run()
    if (file)
      store
        .insert(handedFile)
        .values({ proposalId: row.id, body: brotliCompressSync(file, { params: quick }) })
        .run()
    let bytes = 0
    const open = store
      .select({ id: proposal.id, bytes: sql<number>`coalesce(length(${handedFile.body}), 0)` })
      .from(proposal)
      .leftJoin(handedFile, eq(handedFile.proposalId, proposal.id))
      .where(isNull(proposal.appliedAt))
      .orderBy(desc(proposal.at), desc(sql`proposal.rowid`))
      .all()
    for (const [index, one] of open.entries()) {
      bytes += one.bytes
      if (index === 0 || (index < most.open && bytes <= most.bytes)) continue
      store.delete(handedFile).where(eq(handedFile.proposalId, one.id)).run()
      store.delete(proposal).where(eq(proposal.id, one.id)).run()
    }
  })
}

/** The file that a proposal was read from; undefined where it was none, or was taken over since. */
export function fileOf(store: Store, id: string): Buffer | undefined {
  const row = store.select().from(handedFile).where(eq(handedFile.proposalId, id)).get()
  return row && brotliDecompressSync(row.body)
}

/** A proposal by its id. */
export function readProposal(store: Store, id: string): StoredProposal | undefined {
  return store.select().from(proposal).where(eq(proposal.id, id)).get()
}

/** The newest proposals without what is in them, newest first. */
export function lastProposals(store: Store, limit = 50): Omit<StoredProposal, 'reading' | 'handed'>[] {
  const { id, at, author, title, appliedAt, actionId } = proposal
  return store.select({ id, at, author, title, appliedAt, actionId }).from(proposal).orderBy(desc(proposal.at)).limit(limit).all()
}

/** Marks a proposal as taken over by an action at an instant (ISO 8601, UTC); it is not read again, so its file goes. */
export function markApplied(store: Store, id: string, said: { appliedAt: string; actionId: number }): void {
  store
    .update(proposal)
    .set({ ...said, handed: null })
    .where(eq(proposal.id, id))
    .run()
  store.delete(handedFile).where(eq(handedFile.proposalId, id)).run()
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
