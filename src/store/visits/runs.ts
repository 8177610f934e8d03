import type { Issue } from '../../event/index.ts'
import type { Store } from '../database.ts'
import { desc, eq, inArray } from '../drizzle.ts'
import { issue, type RunCounts, run } from '../schema.ts'

/** One visit to one source and how it ended. */
export type Run = typeof run.$inferSelect

/** A run about to be recorded. */
export type NewRun = {
  sourceId: string
  startedAt: string
  endedAt: string
  outcome: Run['outcome']
  sentence?: string | undefined
  counts: RunCounts
  issues: Issue[]
  /** What a refused run found. */
  refused?: unknown
}

/** Records a run with its issues and returns its number. */
export function saveRun(store: Store, { issues, ...row }: NewRun): number {
  const { id } = store
    .insert(run)
    .values({ ...row, sentence: row.sentence ?? null, refused: row.refused ?? null })
    .returning({ id: run.id })
    .get()
  for (const { sentence, url, printed } of issues) {
    store
      .insert(issue)
      .values({ runId: id, sentence, url: url ?? null, printed: printed ?? null })
      .run()
  }
  return id
}

/** The newest runs of a source, newest first. */
export function lastRuns(store: Store, sourceId: string, limit = 1): Run[] {
  return store.select().from(run).where(eq(run.sourceId, sourceId)).orderBy(desc(run.id)).limit(limit).all()
}

/** What a run could not read. */
export function issuesOf(store: Store, runId: number): Issue[] {
  const rows = store.select().from(issue).where(eq(issue.runId, runId)).all()
  return rows.map(({ sentence, url, printed }) => ({ sentence, ...(url && { url }), ...(printed && { printed }) }))
}

/** The sources of these runs, by the number of the run. */
export function sourcesOf(store: Store, runIds: number[]): Map<number, string> {
  const rows = store.select({ id: run.id, source: run.sourceId }).from(run).where(inArray(run.id, runIds)).all()
  return new Map(rows.map(({ id, source }) => [id, source]))
}
