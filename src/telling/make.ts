import type { Event } from '../event/index.ts'
import { type Digest, isEmpty, isShortNotice } from '../publish/index.ts'
import type { Review } from '../reconcile/index.ts'
import { inTransaction, type Store } from '../store/database.ts'
import { type Change, changesBetween, firstChangeAt, lastChange } from '../store/events/changes.ts'
import { findEvent } from '../store/events/events.ts'
import {
  lastDigests,
  markTold,
  type StoredDigest,
  saveDigest,
  saveUrgentCursor,
  seenIncidents,
  urgentCursor,
} from '../store/telling/digests.ts'
import type { OutboxRow } from '../store/telling/outbox.ts'
import { digestOf, letterOf } from './content.ts'

/** What digests are made from and how they go out. */
export type TellingKit = {
  store: Store
  /** What waits for a person now. */
  reviews: () => Review[]
  publicUrl: string
  name: string
  every: 'day' | 'week' | 'never'
  /** Ways that are set up. */
  by: OutboxRow['by'][]
}

/** How long what cannot wait is gathered before it is told, in milliseconds. */
const bundleMs = 30 * 60_000

/** Makes the digests that are due at `now`, each with its letters in one transaction; answers their numbers. */
export function makeDigests(kit: TellingKit, now: Date): number[] {
  const { every, store } = kit
  if (every === 'never') return []
  return inTransaction(store, () => [...regular(kit, lastTurn(every, now), now), ...urgent(kit, now)])
}

/** Tells what changed since the last time, on Mondays or each day at 06:00 UTC. The first one only notes from where on there is to be told. */
function regular(kit: TellingKit, turn: string, now: Date): number[] {
  const { store } = kit
  const [last] = lastDigests(store, 'regular')
  if (last && last.at >= turn) return []
  const untilChange = lastChange(store)
  const entries = last ? changesBetween(store, last.untilChange, untilChange) : []
  const waiting = last ? kit.reviews() : []
  const told = digestOf(kit, 'regular', last?.at, now, entries, waiting)
  return save(kit, told, untilChange)
}

/** What the next regular digest would tell were it made at `now`; while none was made yet, of the last seven days. */
export function nextDigest(kit: TellingKit, now: Date): Digest {
  const { store } = kit
  const [last] = lastDigests(store, 'regular')
  const since = last?.at ?? new Date(now.getTime() - 7 * 86_400_000).toISOString()
  const from = last?.untilChange ?? (firstChangeAt(store, since) ?? lastChange(store) + 1) - 1
  return digestOf(kit, 'regular', since, now, changesBetween(store, from, lastChange(store)), kit.reviews())
}

/** Tells what begins within 14 days, and incidents, half an hour after the first of them; not what the regular digest told meanwhile. */
function urgent(kit: TellingKit, now: Date): number[] {
  const { store } = kit
  const ripeAt = new Date(now.getTime() - bundleMs).toISOString()
  const [regularly] = lastDigests(store, 'regular')
  const incidents = kit.reviews().filter(({ kind }) => kind === 'source-failing' || kind === 'run-refused')
  const untold = seenIncidents(
    store,
    incidents.map(({ id }) => id),
    now.toISOString(),
  ).filter(({ toldAt, seenAt }) => toldAt === null && (!regularly || seenAt > regularly.at))
  const from = urgentCursor(store)
  const until = lastChange(store)
  if (isBeginning(store, now)) {
    // What is known, or found in the first hour, is no news to anybody.
    saveUrgentCursor(store, until)
    markTold(
      store,
      untold.map(({ name }) => name),
      now.toISOString(),
    )
    return []
  }
  const short = changesBetween(store, from, until)
    .filter((change) => !isTold(change, regularly))
    .filter(({ uid, entry }) => isUrgent(findEvent(store, uid), entry.kind, now))
  if (short.length === 0) saveUrgentCursor(store, until)
  const isRipe = [...short.map(({ at }) => at), ...untold.map(({ seenAt }) => seenAt)].some((at) => at <= ripeAt)
  if (!isRipe) return []
  saveUrgentCursor(store, until)
  const names = untold.map(({ name }) => name)
  markTold(store, names, now.toISOString())
  const told = digestOf(
    kit,
    'urgent',
    undefined,
    now,
    short,
    incidents.filter(({ id }) => names.includes(id)),
  )
  return save(kit, told, until)
}

/** The hour after the first digest, which only noted from where on to tell. */
function isBeginning(store: Store, now: Date): boolean {
  const [first, ...others] = lastDigests(store, 'regular', 2)
  return first === undefined || (others.length === 0 && Date.parse(first.at) > now.getTime() - 3_600_000)
}

/** Asks for the meeting too: that one told at once as new was withdrawn soon after stands in no regular digest. */
function isTold({ id, uid }: Change, regularly: StoredDigest | undefined): boolean {
  return regularly !== undefined && id <= regularly.untilChange && regularly.content.short.some((line) => line.uid === uid)
}

function isUrgent(event: Event | undefined, kind: string, now: Date): boolean {
  return event !== undefined && kind !== 'merged' && isShortNotice(event, now.toISOString())
}

/** What is empty is noted, and sent to nobody. */
function save({ store, by, publicUrl, name }: TellingKit, content: Digest, untilChange: number): number[] {
  const row = { at: content.until, kind: content.kind, untilChange, content }
  const letters = (id: number) => by.map((way) => ({ by: way, letter: letterOf(id, content, { publicUrl, name }) }))
  return [saveDigest(store, row, (id) => (isEmpty(content) ? [] : letters(id)))]
}

/** The last Monday, or day, at 06:00 UTC that is not after `now`. */
function lastTurn(every: 'day' | 'week', now: Date): string {
  const turn = new Date(now)
  turn.setUTCHours(6, 0, 0, 0)
  if (turn > now) turn.setUTCDate(turn.getUTCDate() - 1)
  if (every === 'week') turn.setUTCDate(turn.getUTCDate() - ((turn.getUTCDay() + 6) % 7))
  return turn.toISOString()
}
