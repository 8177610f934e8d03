import type { Event } from './event/index.ts'
import {
  changeLog,
  type Decision,
  type Edit,
  type LogEntry,
  type Projection,
  project,
  reproject,
  type StoredListing,
} from './reconcile/index.ts'
import type { Trust } from './source/index.ts'
import { type Rendering, saveStamped } from './stamps.ts'
import { allDecisions, allEdits, saveDecisions, saveEdits } from './store/acts/people.ts'
import { inTransaction, type Store } from './store/database.ts'
import { saveChanges } from './store/events/changes.ts'
import { generation, isWhole, nextGeneration, previousEvents, readEventRow, saveMeta } from './store/events/projection.ts'
import { allListings, saveListings } from './store/visits/listings.ts'

/** What became known: listings of a run, edits and decisions of a person, as they are now. */
export type Delta = { listings?: StoredListing[]; edits?: Edit[]; decisions?: Decision[] }

/** Which run or action it came from, and when (ISO 8601, UTC). */
type Cause = { at: string; runId?: number; actionId?: number }

/** Keeps the events true to listings, edits and decisions. */
export type Projector = {
  /** Stores the delta and the events it touches, to be called inside a transaction; answers what became of events. */
  write(delta: Delta, cause: Cause): LogEntry[]
  /** The events as merged now, with what a person should look at. */
  current(now: string): Projection
  /**
   * Runs `work` as one transaction over the events as they are `at` an instant. When it throws, or `keep` is false, nothing of it is
   * stored and the projector knows what it knew before.
   */
  attempt<T>(how: { at: string; keep: boolean }, work: (projection: Projection) => T): T
  /**
   * Merges and renders everything again when either is done otherwise than before (`version`) or events are not there, so that what is
   * stored is what would be made now; uids stay, and stamps move only where the text does.
   */
  rebuild(version: string, now: string): void
}

/** Starts a projector; merging is done over what the store holds, and afterwards only over what a delta touches. */
export function startProjector(
  store: Store,
  { trust, mint, rendering }: { trust: Record<string, Trust>; mint: () => string; rendering: Rendering },
): Projector {
  let kept: { projection: Projection; generation: number } | undefined

  /** The projection before a delta; made anew when another process, or an undone transaction, wrote since. */
  function current(now: string): Projection {
    const written = generation(store)
    if (kept?.generation === written) return kept.projection
    const people = { edits: allEdits(store), decisions: allDecisions(store) }
    const input = { listings: allListings(store), ...people, previous: previousEvents(store), trust, now, mint }
    kept = { projection: project(input), generation: written }
    return kept.projection
  }

  function write(delta: Delta, cause: Cause): LogEntry[] {
    const before = current(cause.at)
    kept = undefined
    if (delta.listings) saveListings(store, delta.listings)
    if (delta.edits) saveEdits(store, delta.edits)
    if (delta.decisions) saveDecisions(store, delta.decisions)
    const projection = reproject(before, { ...delta, trust, now: cause.at, mint })
    const log = save(projection, projection.touched, cause.at)
    saveChanges(store, log, cause)
    kept = { projection, generation: nextGeneration(store) }
    return log
  }

  function attempt<T>({ at, keep }: { at: string; keep: boolean }, work: (projection: Projection) => T): T {
    let before = kept
    let tried: { result: T } | undefined
    try {
      return inTransaction(store, () => {
        const projection = current(at)
        before = kept
        const result = work(projection)
        if (keep) return result
        tried = { result }
        throw new Error('Only tried: the transaction is rolled back.')
      })
    } catch (error) {
      kept = before
      if (tried) return tried.result
      throw error
    }
  }

  function rebuild(version: string, now: string): void {
    if (isWhole(store, version)) return
    inTransaction(store, () => {
      const projection = current(now)
      kept = undefined
      saveChanges(store, save(projection, projection.index.memories.keys(), now), { at: now })
      saveMeta(store, 'projection', version)
      kept = { projection, generation: nextGeneration(store) }
    })
  }

  function save({ state, index }: Projection, uids: Iterable<string>, now: string): LogEntry[] {
    const before: Event[] = []
    const after: Event[] = []
    for (const uid of uids) {
      const memory = index.memories.get(uid)
      const event = state.events.get(uid) ?? readEventRow(store, uid)?.event
      if (!event || !memory) throw new Error(`The event ${uid} is remembered, and nothing says what it is.`)
      const saved = saveStamped(store, { event, memory }, now, rendering)
      if (saved?.before) before.push(saved.before)
      if (saved) after.push(saved.after)
    }
    return changeLog(before, after)
  }

  return { write, current, attempt, rebuild }
}
