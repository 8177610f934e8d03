import { fingerprint } from '../../event/index.ts'
import { type FailingSource, type Projection, type RefusedRun, type Review, reviews } from '../../reconcile/index.ts'
import { lastDiscarded, type RefusedRow, standingRefusals } from '../../store/acts/refused-runs.ts'
import { answeredReviews } from '../../store/acts/review-answers.ts'
import type { Store } from '../../store/database.ts'
import { lastRuns } from '../../store/visits/runs.ts'
import { sourceState } from '../../store/visits/sources.ts'
import type { ActsKit } from '../act.ts'

/** Failures in a row from which on a source is a person's business. */
const failuresToTell = 3

/** What waits for a person, as things are, without what was answered. */
export function waiting(
  { store, sources }: Pick<ActsKit, 'store' | 'sources'>,
  { merged, index }: Projection,
  now: string,
): Review[] {
  const ids = sources.map(({ id }) => id)
  const proposed = [...index.listings.values()].filter(
    ({ listing, overAt, missingSince }) => listing.proposed && !overAt && !missingSince,
  )
  const all = reviews(merged, { now, refused: refusedRuns(store, ids), failing: failingSources(store, ids), listings: proposed })
  const done = answeredReviews(store)
  return all.filter(({ id }) => !done.has(id))
}

/** Refused runs that nobody answered, and that do not find again what a person discarded before. */
function refusedRuns(store: Store, ids: string[]): RefusedRun[] {
  return standingRefusals(store, ids).flatMap((run) => {
    if (run.answer || isDiscarded(store, run)) return []
    const refusal = run.kept?.refusal ?? { sentence: `was refused: ${run.sentence ?? ''}`, coming: 0, gone: [], moved: [] }
    return [{ id: String(run.id), source: run.sourceId, at: run.endedAt, refusal }]
  })
}

function isDiscarded(store: Store, run: RefusedRow): boolean {
  const before = lastDiscarded(store, run.sourceId)
  return before?.kept !== undefined && run.kept !== undefined && whatFound(before) === whatFound(run)
}

function whatFound({ kept }: RefusedRow): string {
  return (kept?.found ?? []).map(fingerprint).sort().join()
}

function failingSources(store: Store, ids: string[]): FailingSource[] {
  return ids.flatMap((source) => {
    const { failingSince, failures, pausedAt } = sourceState(store, source)
    const [last] = lastRuns(store, source)
    if (!failingSince || last?.outcome !== 'failed' || failures < failuresToTell) return []
    const sentence = last.sentence ?? 'the reason is not known.'
    return [{ source, since: failingSince, failures, sentence, paused: pausedAt !== null }]
  })
}
