import { type Decision, type Edit, reverted, type StoredListing, type Undo, undoBetween } from '../reconcile/index.ts'
import { setUndone } from '../store/acts/actions.ts'
import { readAction } from '../store/acts/people.ts'
import { readRun, saveRunAnswer } from '../store/acts/refused-runs.ts'
import { setAnswerUndone } from '../store/acts/review-answers.ts'
import type { ActionUndo } from '../store/schema.ts'
import { listingsOf } from '../store/visits/listings.ts'
import { saveSourceState, sourceState } from '../store/visits/sources.ts'
import { ActRefused } from '../web/write/acts.ts'
import type { Plan, Scene } from './act.ts'
import { desk } from './events/own.ts'
import { feedBack } from './feeds.ts'

/** Takes an action back; of what was changed again since, the later word stands, and the sentence says so. */
export function takingBack(actionId: number): (scene: Scene) => Plan {
  return (scene) => {
    const { kit, at, projection } = scene
    const action = readAction(kit.store, actionId)
    if (!action) throw new ActRefused('unknown', `There is no entry ${actionId} in the history.`)
    if (action.undoneAt)
      throw new ActRefused('conflict', `The entry ${actionId} was taken back already, on ${action.undoneAt.slice(0, 10)}.`)
    if (!action.undo) throw new ActRefused('conflict', `"${action.sentence}" left nothing that could be taken back.`)
    const { undo } = action
    const edits = turned<Edit>(projection.index.edits, undo.edits, undo.editsTaken, at)
    const decisions = turned<Decision>(projection.index.decisions, undo.decisions, undo.decisionsTaken, at)
    const listings = undo.run && listingsBack(scene, undo.run)
    const back: ActionUndo = {
      ...named('edits', edits.standing),
      ...named('editsTaken', edits.undone),
      ...named('decisions', decisions.standing),
      ...named('decisionsTaken', decisions.undone),
      ...(listings?.undo && { run: listings.undo }),
    }
    const rest = beside(scene, undo, back)
    const about = aboutOf(scene, edits.all, listings?.listings ?? [])
    if (!Object.keys(back).length)
      throw new ActRefused(
        'conflict',
        `All that "${action.sentence}" made was changed since: there is nothing left to take back.`,
      )
    const kept = listings?.kept ? `; ${listings.kept} changed since and stay as they are` : ''
    return {
      sentence: `took back: ${action.sentence}${kept}`.slice(0, 500),
      about,
      delta: { edits: edits.all, decisions: decisions.all, ...(listings && { listings: listings.listings }) },
      undo: { ...back, undoes: actionId },
      also: () => {
        rest()
        setUndone(kit.store, actionId, at)
        if (undo.undoes !== undefined) setUndone(kit.store, undo.undoes, null)
      },
    }
  }
}

type Undoable = { id: string; undoneAt?: string }

/** What was made is taken back, what was taken back stands again; what is so already is left. */
function turned<T extends Undoable>(known: Map<string, T>, made: string[] = [], taken: string[] = [], at: string) {
  const undone = made.flatMap((id) => known.get(id) ?? []).filter((one) => !one.undoneAt)
  const standing = taken.flatMap((id) => known.get(id) ?? []).filter((one) => one.undoneAt)
  const all = [...undone.map((one) => ({ ...one, undoneAt: at })), ...standing.map(({ undoneAt: _, ...one }) => one as T)]
  return { undone, standing, all }
}

function named(field: 'edits' | 'editsTaken' | 'decisions' | 'decisionsTaken', ones: Undoable[]): ActionUndo {
  return ones.length ? { [field]: ones.map(({ id }) => id) } : {}
}

/** Listings as they were. What a person entered and takes back is taken back even if it was said anew since; a run's word is not. */
function listingsBack({ kit: { store }, at }: Scene, undo: Undo): { listings: StoredListing[]; kept: number; undo?: Undo } {
  const known = listingsOf(store, undo.source)
  const { listings, kept } = reverted(known, undo, at)
  const added = new Set(undo.source === desk ? undo.added : [])
  const retracted = known.filter(({ id, retractedAt }) => kept.includes(id) && added.has(id) && !retractedAt)
  const all = [...listings, ...retracted.map((one) => ({ ...one, retractedAt: at, changedAt: at }))]
  if (!all.length) return { listings: [], kept: kept.length }
  const back = undoBetween(
    undo.source,
    known.filter(({ id }) => all.some((one) => one.id === id)),
    all,
    at,
  )
  return { listings: all, kept: kept.length - retracted.length, undo: back }
}

/** Answers, pauses and saved feeds as they were: notes in `back` what leads to where they are, and answers what writes it. */
function beside({ kit: { store }, at }: Scene, undo: ActionUndo, back: ActionUndo): () => void {
  const { answers = [], answersTaken = [], runAnswer, source } = undo
  const feed = feedBack(store, undo.feed, at)
  if (feed) back.feed = feed.back
  if (answers.length) back.answersTaken = answers
  if (answersTaken.length) back.answers = answersTaken
  if (runAnswer) back.runAnswer = { runId: runAnswer.runId, answer: readRun(store, runAnswer.runId)?.answer ?? null }
  if (source) {
    const { pausedAt, pausedWhy } = sourceState(store, source.id)
    back.source = { id: source.id, pausedAt, pausedWhy }
  }
  return () => {
    feed?.write()
    for (const id of answers) setAnswerUndone(store, id, at)
    for (const id of answersTaken) setAnswerUndone(store, id, null)
    if (runAnswer) saveRunAnswer(store, runAnswer.runId, runAnswer.answer)
    if (source) saveSourceState(store, source.id, { pausedAt: source.pausedAt, pausedWhy: source.pausedWhy })
  }
}

function aboutOf({ projection: { index } }: Scene, edits: Edit[], listings: StoredListing[]): string[] {
  const uids = edits.map(({ uid }) => index.memories.get(uid)?.mergedInto ?? uid)
  const ofListings = listings.slice(0, 50).flatMap(({ id }) => index.uidsOf.get(id)?.at(-1) ?? [])
  return [...new Set([...uids, ...ofListings])]
}
