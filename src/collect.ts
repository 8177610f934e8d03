import { readVisit } from './collecting/follow.ts'
import { type RunEnd, type RunReport, recordRun } from './collecting/record.ts'
import { type Kit, visitPages } from './collecting/visit.ts'
import { FetchError } from './fetch/index.ts'
import { check } from './read/check.ts'
import { apply, brake, changes, noises, undoOf } from './reconcile/index.ts'
import type { Source } from './source/index.ts'
import { listingsOf } from './store/visits/listings.ts'
import { sourceState } from './store/visits/sources.ts'

export type { RunReport } from './collecting/record.ts'
export type { Kit } from './collecting/visit.ts'

/**
 * One run of one source: its pages are fetched and kept, read, checked, compared with what is known, applied and merged. Ends in
 * one of four words, of which only `accepted` changes what the world sees; nothing is written before the end. Rejects only when
 * `signal` is raised: an abandoned run leaves no trace and is still due.
 */
export async function collect(source: Source, kit: Kit, signal: AbortSignal): Promise<RunReport> {
  const startedAt = kit.now().toISOString()
  const end = await runToItsEnd(source, kit)
  signal.throwIfAborted()
  return recordRun(source, kit, startedAt, end)
}

async function runToItsEnd(source: Source, kit: Kit): Promise<RunEnd> {
  try {
    const visited = await visitPages(source, kit)
    if (visited.input === sourceState(kit.store, source.id).acceptedInput)
      return { outcome: 'unchanged', visit: visited, issues: visited.issues }

    const { visit, readings } = await readVisit(source, kit, visited)
    const verdict = check(
      source,
      readings.map((reading, index) => ({ url: visit.pages[index]?.url ?? '', reading })),
    )
    const issues = [...visit.issues, ...verdict.issues]
    if (verdict.outcome !== 'readable') return { outcome: verdict.outcome, sentence: verdict.sentence, visit, issues }

    const now = kit.now().toISOString()
    const known = listingsOf(kit.store, source.id)
    const found = changes(source.id, known, verdict.found, now)
    const refusal = brake(found, known, now)
    if (refusal)
      return {
        outcome: 'refused',
        sentence: `${source.id}: ${refusal.sentence}.`,
        visit,
        issues,
        refused: { refusal, found: verdict.found },
      }

    const listings = apply(known, found, now)
    return {
      outcome: 'accepted',
      visit,
      issues: [...issues, ...noises(found, known)],
      changes: found,
      listings,
      undo: undoOf(known, found, listings, now),
      at: now,
    }
  } catch (error) {
    // The one place where a run fails: what went wrong is said, yesterday stands, and no other source is troubled.
    const sentence = `${source.id}: ${error instanceof Error ? error.message : String(error)}`
    return {
      outcome: 'failed',
      sentence,
      issues: [],
      ...(error instanceof FetchError && error.retryAt && { retryAt: error.retryAt }),
    }
  }
}
