import type { Issue } from '../event/index.ts'
import type { Changes, StoredListing, Undo } from '../reconcile/index.ts'
import type { Source } from '../source/index.ts'
import { saveAction } from '../store/acts/people.ts'
import { inTransaction } from '../store/database.ts'
import type { RunCounts } from '../store/schema.ts'
import { savePage, savePageFailure, saveSnapshot } from '../store/visits/pages.ts'
import { saveRun } from '../store/visits/runs.ts'
import { type SourceState, saveSourceState, sourceState } from '../store/visits/sources.ts'
import { failuresBeforePause, nextVisit } from '../visits.ts'
import type { Kit, Visit } from './visit.ts'

/** How a run ended, before it is recorded. */
export type RunEnd = { issues: Issue[] } & (
  | { outcome: 'accepted'; visit: Visit; changes: Changes; listings: StoredListing[]; undo: Undo; at: string }
  | { outcome: 'unchanged'; visit: Visit }
  | { outcome: 'refused' | 'failed'; sentence: string; visit?: Visit; refused?: unknown; retryAt?: string }
)

/** What is told of a run. */
export type RunReport = {
  source: string
  outcome: RunEnd['outcome']
  counts: RunCounts
  /** How it ended, in words. */
  sentence: string
  issues: Issue[]
  /** When the source is visited next (ISO 8601, UTC). */
  nextVisitAt: string
}

/** Records a run and what it changes, as one transaction: all of it is stored when this returns, or nothing. */
export function recordRun(source: Source, kit: Kit, startedAt: string, end: RunEnd): RunReport {
  const { store } = kit
  const endedAt = kit.now().toISOString()
  const counts = countsOf(end)
  return inTransaction(store, () => {
    const before = sourceState(store, source.id)
    const after = stateAfter(source, kit, before, end, endedAt)
    saveSourceState(store, source.id, after)
    if (end.visit) saveVisit(source, kit, end.visit, endedAt)
    const sentence = 'sentence' in end ? end.sentence : undefined
    const refused = 'refused' in end ? end.refused : undefined
    const runId = saveRun(store, {
      sourceId: source.id,
      startedAt,
      endedAt,
      outcome: end.outcome,
      sentence,
      counts,
      issues: end.issues,
      refused,
    })
    if (end.outcome === 'accepted') {
      const did = `${source.id}: ${counts.added} added, ${counts.changed} changed, ${counts.missing} missing`
      const actionId = saveAction(store, { at: end.at, actor: source.id, sentence: did, undo: { run: end.undo } })
      kit.projector.write({ listings: end.listings }, { at: end.at, runId, actionId })
    }
    const told = sentence ?? `${source.id}: ${end.outcome}.`
    return { source: source.id, outcome: end.outcome, counts, sentence: told, issues: end.issues, nextVisitAt: after.nextVisitAt }
  })
}

function stateAfter(source: Source, kit: Kit, before: SourceState, end: RunEnd, now: string) {
  const good = end.outcome === 'accepted' || end.outcome === 'unchanged'
  const failures = good ? 0 : before.failures + 1
  const notBefore = 'retryAt' in end ? end.retryAt : undefined
  const nextVisitAt = nextVisit({ every: source.every, failures, now: new Date(now), chance: kit.chance(), notBefore })
  const paused = failures >= failuresBeforePause && !before.pausedAt
  return {
    nextVisitAt,
    failures,
    failingSince: good ? null : (before.failingSince ?? now),
    lastRunAt: now,
    ...(good && { lastSuccessAt: now }),
    ...(end.outcome === 'accepted' && { acceptedInput: end.visit.input }),
    ...(paused && { pausedAt: now, pausedWhy: `It failed ${failures} times in a row.` }),
  }
}

function saveVisit(source: Source, { store }: Kit, visit: Visit, now: string): void {
  for (const { bytes, row } of visit.received) {
    if (row.snapshot) saveSnapshot(store, row.snapshot, bytes, row.fetchedAt)
    savePage(store, row)
  }
  for (const url of visit.failing) savePageFailure(store, source.id, url, now)
}

function countsOf(end: RunEnd): RunCounts {
  const issues = end.issues.length
  if (end.outcome !== 'accepted') return { added: 0, changed: 0, same: 0, missing: 0, issues }
  const { added, changed, same, missing } = end.changes
  return { added: added.length, changed: changed.length, same: same.length, missing: missing.length, issues }
}
