import { apply, changes, undoOf } from '../../reconcile/index.ts'
import { lastAccepted, type RefusedRow, readRun, saveRunAnswer } from '../../store/acts/refused-runs.ts'
import { listingsOf } from '../../store/visits/listings.ts'
import { saveSourceState, sourceState } from '../../store/visits/sources.ts'
import { ActRefused, type RunAnswer } from '../../web/write/acts.ts'
import type { Plan, Scene } from '../act.ts'
import { pausing } from '../visits.ts'

/** A person's answer to a refused run: what it found is taken as it is, or left, or left with the source not visited until further notice. */
export function runAnswer(runId: number, answer: RunAnswer): (scene: Scene) => Plan {
  return (scene) => {
    const run = openRun(scene, runId)
    if (answer === 'accept') return acceptance(scene, run)
    const before = { runId, answer: run.answer }
    if (answer === 'discard') {
      return {
        sentence: `discarded what a run of ${run.sourceId} found on ${run.endedAt.slice(0, 10)}`,
        about: [],
        undo: { runAnswer: before },
        also: () => saveRunAnswer(scene.kit.store, runId, 'discarded'),
      }
    }
    const plan = pausing(run.sourceId, 'A person paused it after a run that was refused.')(scene)
    return {
      ...plan,
      undo: { ...plan.undo, runAnswer: before },
      also: () => {
        plan.also?.()
        saveRunAnswer(scene.kit.store, runId, 'paused')
      },
    }
  }
}

function openRun({ kit }: Scene, runId: number): RefusedRow {
  const run = readRun(kit.store, runId)
  if (run?.outcome !== 'refused') throw new ActRefused('unknown', `There is no refused run ${runId}.`)
  if (run.answer) throw new ActRefused('conflict', `The run ${runId} was ${run.answer} already.`)
  const later = lastAccepted(kit.store, run.sourceId)
  if (later && later.id > runId)
    throw new ActRefused('conflict', `${run.sourceId} was read well since: the run ${runId} is of the past.`)
  return run
}

/** The run is compared with what is known now, for the world may have moved since it was refused. */
function acceptance({ kit: { store }, at }: Scene, { id, sourceId, kept }: RefusedRow): Plan {
  if (!kept) throw new ActRefused('conflict', `The run ${id} found too little to be taken: there is nothing to accept.`)
  const known = listingsOf(store, sourceId)
  const found = changes(sourceId, known, kept.found, at)
  const listings = apply(known, found, at)
  const { added, changed, missing } = found
  return {
    sentence: `accepted a run of ${sourceId}: ${added.length} added, ${changed.length} changed, ${missing.length} missing`,
    about: [],
    delta: { listings },
    undo: { run: undoOf(known, found, listings, at), runAnswer: { runId: id, answer: null } },
    also: () => {
      saveRunAnswer(store, id, 'accepted')
      const { failures } = sourceState(store, sourceId)
      if (failures) saveSourceState(store, sourceId, { failures: 0, failingSince: null, lastSuccessAt: at })
    },
  }
}
