import type { Event, When } from '../../event/index.ts'
import { cleanLine } from '../ical/clean.ts'
import { addressOf, placeWords } from '../ical/vevent.ts'
import { shownTitle, shownWhen } from '../shown.ts'
import { whenWords } from '../words/dates.ts'

/** An entry of the history, as far as a digest asks. */
type DigestEntry = { uid: string; kind: string; fields: { field: string; from?: unknown }[] }

/** One meeting in a digest. */
export type DigestLine = {
  uid: string
  title: string
  url: string
  dates: string
  start?: string
  was?: string
  place?: string
  what: string
}

/** What became of the calendar between two looks at it. Instants are ISO 8601 in UTC; every text is one plain line. */
export type Digest = {
  kind: 'regular' | 'urgent'
  since?: string
  until: string
  /** Meetings that are new, moved, cancelled or changed and begin within 14 days; they are in the other lists too. */
  short: DigestLine[]
  new: DigestLine[]
  moved: DigestLine[]
  cancelled: DigestLine[]
  /** Questions that wait for a person; at most 20 of `waitingCount`. */
  waiting: string[]
  waitingCount: number
  /** Sources that fail, and why. */
  failing: string[]
}

/** What a digest is made from: the history since the last one, the events as they are now, and what waits. */
export type DigestInput = {
  kind: Digest['kind']
  since?: string | undefined
  until: string
  entries: DigestEntry[]
  events: ReadonlyMap<string, Event>
  waiting: string[]
  failing: string[]
  publicUrl: string
}

/** Days before its start in which a change of a meeting is short notice. */
const shortNoticeDays = 14

/**
 * Tells what became of events, each once however often it changed: from what it was before the first of the changes to what it is now. What came
 * and went between is not told, nor what is past.
 */
export function digest({ kind, since, until, entries, events, waiting, failing, publicUrl }: DigestInput): Digest {
  const told: Digest = {
    kind,
    ...(since && { since }),
    until,
    short: [],
    new: [],
    moved: [],
    cancelled: [],
    waiting: waiting.slice(0, 20).map(cleanLine),
    waitingCount: waiting.length,
    failing: failing.map(cleanLine),
  }
  for (const [uid, changes] of byEvent(entries)) {
    const event = events.get(uid)
    const what = event && whatBecame(event, changes)
    if (!event || !what || isOver(event, until)) continue
    const line = lineOf(event, what.what, what.was, publicUrl)
    if (what.what === 'new' || what.what === 'moved' || what.what === 'cancelled') told[what.what].push(line)
    if (isShortNotice(event, until)) told.short.push(line)
  }
  const lists = kind === 'urgent' ? { new: [], moved: [], cancelled: [], waiting: [], waitingCount: 0 } : {}
  for (const list of [told.short, told.new, told.moved, told.cancelled]) list.sort((a, b) => (order(a) < order(b) ? -1 : 1))
  return { ...told, ...lists }
}

/** Whether a digest has nothing to tell. */
export function isEmpty(digest: Digest): boolean {
  const { short, moved, cancelled, failing, waitingCount } = digest
  return short.length + digest.new.length + moved.length + cancelled.length + failing.length + waitingCount === 0
}

/** Whether a meeting begins, or goes on, within 14 days of an instant. */
export function isShortNotice(event: Event, now: string): boolean {
  const when = shownWhen(event)
  if (when?.precision !== 'day' || isOver(event, now)) return false
  const days = (Date.parse(when.start) - Date.parse(now.slice(0, 10))) / 86_400_000
  return days < shortNoticeDays
}

function isOver(event: Event, now: string): boolean {
  const when = shownWhen(event)
  return when !== undefined && when.end < now.slice(0, 10)
}

function byEvent(entries: DigestEntry[]): Map<string, DigestEntry[]> {
  const found = new Map<string, DigestEntry[]>()
  for (const entry of entries) found.set(entry.uid, [...(found.get(entry.uid) ?? []), entry])
  return found
}

/** In one word what became of an event since before its first change; undefined when it is, to a reader, what it was. */
function whatBecame(event: Event, changes: DigestEntry[]): { what: string; was?: When } | undefined {
  if (event.state === 'merged') return undefined
  const isNew = changes[0]?.kind === 'new'
  if (event.state === 'withdrawn') return isNew ? undefined : { what: 'cancelled' }
  const before = (field: string) => changes.flatMap(({ fields }) => fields).find((change) => change.field === field)
  const status = before('status')
  if (event.status === 'cancelled') return isNew || (status && status.from !== 'cancelled') ? { what: 'cancelled' } : undefined
  if (isNew) return { what: 'new' }
  const was = before('when')?.from as When | undefined
  if (was && event.when && (was.start !== event.when.start || was.end !== event.when.end)) return { what: 'moved', was }
  if (was && !event.when) return { what: 'moved', was }
  const isTold = changes.some(({ fields }) => fields.some(({ field }) => field !== 'missingSince' && field !== 'links'))
  return isTold ? { what: 'changed' } : undefined
}

function lineOf(event: Event, what: string, was: When | undefined, publicUrl: string): DigestLine {
  const when = shownWhen(event)
  const place = placeWords(event.place)
  return {
    uid: event.uid,
    title: cleanLine(shownTitle(event)),
    url: addressOf(event, { publicUrl }),
    dates: event.when ? whenWords(event.when) : 'no date is known',
    ...(when && { start: when.start }),
    ...(was && { was: whenWords(was) }),
    ...(place && { place: cleanLine(place) }),
    what,
  }
}

function order({ start, title }: DigestLine): string {
  return `${start ?? '~'} ${title}`
}
