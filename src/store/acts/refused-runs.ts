import type { Listing } from '../../event/index.ts'
import type { Refusal } from '../../reconcile/index.ts'
import type { Store } from '../database.ts'
import { and, desc, eq, inArray, ne } from '../drizzle.ts'
import { run } from '../schema.ts'
import type { Run } from '../visits/runs.ts'

/** What a refused run kept, so that a person can judge it; absent for one that found too little to be compared. */
type Refused = { refusal: Refusal; found: Listing[] }

/** A refused run with what it found. */
export type RefusedRow = Run & { kept: Refused | undefined }

/** The newest run of each source that came to an end of its reading (failures left out), if it was refused. */
export function standingRefusals(store: Store, sourceIds: string[]): RefusedRow[] {
  return sourceIds.flatMap((id) => {
    const last = store
      .select()
      .from(run)
      .where(and(eq(run.sourceId, id), ne(run.outcome, 'failed')))
      .orderBy(desc(run.id))
      .limit(1)
      .get()
    return last?.outcome === 'refused' ? [{ ...last, kept: keptOf(last) }] : []
  })
}

/** The newest refused run of a source that a person discarded. */
export function lastDiscarded(store: Store, sourceId: string): RefusedRow | undefined {
  const where = and(eq(run.sourceId, sourceId), eq(run.outcome, 'refused'), eq(run.answer, 'discarded'))
  const last = store.select().from(run).where(where).orderBy(desc(run.id)).limit(1).get()
  return last && { ...last, kept: keptOf(last) }
}

/** A run by its number. */
export function readRun(store: Store, id: number): RefusedRow | undefined {
  const found = store.select().from(run).where(eq(run.id, id)).get()
  return found && { ...found, kept: keptOf(found) }
}

/** The newest accepted run of a source. */
export function lastAccepted(store: Store, sourceId: string): Run | undefined {
  const where = and(eq(run.sourceId, sourceId), inArray(run.outcome, ['accepted', 'unchanged']))
  return store.select().from(run).where(where).orderBy(desc(run.id)).limit(1).get()
}

/** Records a person's answer to a refused run; null takes it back. */
export function saveRunAnswer(store: Store, id: number, answer: Run['answer']): void {
  store.update(run).set({ answer }).where(eq(run.id, id)).run()
}

function keptOf({ refused }: Run): Refused | undefined {
  return refused ? (refused as Refused) : undefined
}
