import type { Event } from '../event/index.ts'
import type { Delta, Projector } from '../project.ts'
import type { Projection } from '../reconcile/index.ts'
import type { Source } from '../source/index.ts'
import { completeAction } from '../store/acts/actions.ts'
import { saveAction } from '../store/acts/people.ts'
import type { Store } from '../store/database.ts'
import { findEvent } from '../store/events/events.ts'
import { readFeed } from '../store/named-feeds.ts'
import type { ActionUndo } from '../store/schema.ts'
import { ActRefused, type By, type Done, type How } from '../web/write/acts.ts'
import { duplicatesOf } from './waiting/duplicates.ts'

/** What acts work with: the store and its only writer of events, the sources, the clock, chance. */
export type ActsKit = {
  store: Store
  projector: Projector
  sources: Source[]
  now: () => Date
  /** A name that was never given before, at each call. */
  mint: () => string
  /** Called when a source was made due, so that nobody waits for the next tick. */
  wake?: (() => void) | undefined
}

/** What an act is decided on: who, when (ISO 8601, UTC), and everything as it is. */
export type Scene = { kit: ActsKit; at: string; by: By; how: How; projection: Projection }

/** What an act does: what is to be written, what takes it back, and which events it is about (uids, or ids of their listings). */
export type Plan = {
  sentence: string
  about: string[]
  delta?: Delta
  undo?: ActionUndo
  /** Writes what is beside listings, edits and decisions. */
  also?: () => void
  /** Of the saved feed that it is about. */
  feedId?: string
}

/**
 * Does what is decided, as one transaction with one entry in the history: all of it is on the disk when this returns, or nothing. Each step is decided
 * on what the step before left. An act that changes nothing leaves no entry.
 */
export function perform(kit: ActsKit, by: By, how: How, steps: ((scene: Scene) => Plan)[], title?: string): Done {
  const at = laterThanBefore(kit)
  return kit.projector.attempt({ at, keep: !how.dryRun }, () => {
    const done: Done = { actionId: 0, sentence: '', events: [], changes: [], possibleDuplicates: [] }
    const undos: ActionUndo[] = []
    const about: string[] = []
    let feedId: string | undefined
    for (const step of steps) {
      const plan = step({ kit, at, by, how, projection: kit.projector.current(at) })
      done.sentence = title ?? plan.sentence
      about.push(...plan.about)
      feedId = plan.feedId
      if (!plan.undo && !plan.also) continue
      done.actionId ||= saveAction(kit.store, { at, actor: by.name, sentence: done.sentence })
      if (plan.delta) done.changes.push(...kit.projector.write(plan.delta, { at, actionId: done.actionId }))
      plan.also?.()
      if (plan.undo) undos.push(plan.undo)
    }
    const reason = how.reason ? ` (${how.reason})` : ''
    const undo = undos.length ? undos.reduce(joined) : null
    if (done.actionId) completeAction(kit.store, done.actionId, { sentence: `${done.sentence}${reason}`, undo })
    const projection = kit.projector.current(at)
    done.events = about.flatMap((name) => eventNow(kit.store, projection, name) ?? [])
    const [event] = done.events
    if (event) done.event = event
    const feed = feedId === undefined ? undefined : readFeed(kit.store, feedId)
    if (feed) done.feed = feed
    done.possibleDuplicates = duplicatesOf(kit.store, projection, done.events, at)
    if (how.dryRun) return { ...done, actionId: 0 }
    how.after?.(done)
    return done
  })
}

/** The event of a uid or slug, for acting on it; of one that was merged away or never was, says so. */
export function eventToActOn({ kit, how }: Scene, name: string): Event {
  const event = findEvent(kit.store, name)
  if (!event) throw new ActRefused('unknown', `There is no event "${name}".`)
  if (event.state === 'merged')
    throw new ActRefused('conflict', `"${event.title}" was merged into ${event.mergedInto}: act on that event.`)
  how.before?.(event)
  return event
}

function eventNow(store: Store, { index, state }: Projection, name: string): Event | undefined {
  const uids = index.listings.has(name) ? (index.uidsOf.get(name) ?? []) : [name]
  const uid = uids.find((one) => state.events.get(one)?.members.includes(name)) ?? uids.at(-1)
  return uid === undefined ? undefined : findEvent(store, uid)
}

const lastAt = new WeakMap<ActsKit, string>()

/** Instants of acts never repeat: of two edits of one field the later must be known. */
function laterThanBefore(kit: ActsKit): string {
  const now = kit.now().getTime()
  const last = Date.parse(lastAt.get(kit) ?? '') || 0
  const at = new Date(Math.max(now, last + 1)).toISOString()
  lastAt.set(kit, at)
  return at
}

/** Two steps' undos as one; of a listing written twice, as it was before the first and as it is after the second. */
function joined(a: ActionUndo, b: ActionUndo): ActionUndo {
  const both: ActionUndo = { ...a, ...b }
  for (const field of ['edits', 'editsTaken', 'decisions', 'decisionsTaken', 'answers', 'answersTaken'] as const) {
    const ids = [...(a[field] ?? []), ...(b[field] ?? [])]
    if (ids.length) both[field] = ids
  }
  if (a.run && b.run) {
    const known = new Set([...a.run.added, ...a.run.before.map(({ id }) => id)])
    const before = [...a.run.before, ...b.run.before.filter(({ id }) => !known.has(id))]
    both.run = { ...a.run, added: [...a.run.added, ...b.run.added], before, after: { ...a.run.after, ...b.run.after } }
  }
  return both
}
