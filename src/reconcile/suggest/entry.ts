import { type Body, bodyIds, type Identity } from '../../event/index.ts'
import { isPrinted } from '../join/exact.ts'
import { isExact, tidyIdentity } from '../join/identity.ts'
import { type Words, wordsOf } from '../likeness/words.ts'
import type { MergedEvent } from '../people.ts'
import type { StoredListing } from '../stored.ts'

/** An event as one that may be the same as another. */
export type Entry = {
  event: MergedEvent
  identity: Identity
  /** First and last day, counted from 1970; undefined without a date. */
  days?: { first: number; last: number }
  /** Its title taken apart; most are never asked for. */
  words: () => Words
  /** The sources that print it now. */
  sources: string[]
  /** When the last run that spoke of it was taken back, if none is left; such a one may be what was first seen afterwards. */
  takenBackAt?: string
  /**
   * The names of the blocks in which it is compared with others: its body and the weeks around its days; its session, group or words, where no exact identity speaks for it. Events
   * without a block in common are never compared, so that the work grows with the number of events and not with its square.
   */
  blocks: Block[]
}

/** The name of a block: words, or a number for a body's stretch of time (a hundred thousand of them are looked up, and numbers are found faster). */
export type Block = string | number

/** Whether an event may be another one: not if it was merged, or a person withdrew it. */
export function isCompared({ state, said }: MergedEvent): boolean {
  return state === 'listed' || (state === 'withdrawn' && !said.state)
}

/** An event made ready to be compared. */
export function entryOf(event: MergedEvent, members: StoredListing[]): Entry {
  let words: Words | undefined
  const entry: Entry = {
    event,
    identity: tidyIdentity(event),
    words: () => {
      words ??= wordsOf(event.title)
      return words
    },
    sources: members.filter(isPrinted).map((one) => one.source),
    blocks: [],
  }
  if (event.when) entry.days = { first: dayNumber(event.when.start), last: dayNumber(event.when.end) }
  const takenBackAt =
    event.state === 'withdrawn' && members.reduce((last, { retractedAt = '' }) => (retractedAt > last ? retractedAt : last), '')
  if (takenBackAt) entry.takenBackAt = takenBackAt
  entry.blocks = blocksOf(entry)
  return entry
}

function blocksOf({ event, identity, words, days }: Entry): Block[] {
  const { body, kind, session, group } = event
  const blocks: Block[] = []
  // What has an exact identity was joined by it with all that have the same, on whatever days.
  const isAlone = session !== undefined && isExact(identity)
  if (session !== undefined && !isAlone) blocks.push(`${body} ${kind} ${session}`)
  else if (!isAlone && group !== undefined) blocks.push(`${body} ${kind} in ${group}`)
  else if (!isAlone) blocks.push(`${body} ${kind} ${[...words().words].sort().join(' ')}`)
  if (!days) return blocks
  // One whose body is not known may be any body's.
  const first = fortnight(days.first - 4)
  const last = Math.min(fortnight(days.last + 4), first + 5)
  for (const name of body === 'OTHER' ? bodyIds : [body]) {
    for (let at = first; at <= last; at += 1) blocks.push(places[name] * 100_000 + at)
  }
  return blocks
}

const places = Object.fromEntries(bodyIds.map((body, index) => [body, index])) as Record<Body, number>

/** Blocks of time are 14 days long and reach four days further on both sides, so that meetings up to a week apart always share one. */
function fortnight(day: number): number {
  return Math.floor(day / 14)
}

function dayNumber(date: string): number {
  return Date.parse(date) / 86_400_000
}
