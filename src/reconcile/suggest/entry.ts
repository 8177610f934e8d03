import { isPrinted } from '../join/exact.ts'
import { type Words, wordsOf } from '../likeness/words.ts'
import type { MergedEvent } from '../people.ts'
import type { StoredListing } from '../stored.ts'

/** An event as one that may be the same as another. */
export type Entry = {
  event: MergedEvent
  words: Words
  /** The sources that print it now. */
  sources: Set<string>
}

/** An event with its title taken apart. */
export function entryOf(event: MergedEvent, members: StoredListing[]): Entry {
  return { event, words: wordsOf(event.title), sources: new Set(members.filter(isPrinted).map((one) => one.source)) }
}

/**
 * The names of the blocks in which an event is compared with others: its body and the months around its days, its session, its group, its words. Events
 * without a block in common are never compared, so that the work grows with the number of events and not with its square.
 */
export function blocksOf({ event, words }: Entry): string[] {
  const { body, kind, session, group, when } = event
  const blocks = [`${body} ${kind} ${[...words.words].sort().join(' ')}`]
  if (session !== undefined) blocks.push(`${body} ${session} ${group ?? ''}`)
  if (group !== undefined && session === undefined) blocks.push(`${body} ${kind} in ${group}`)
  if (!when) return blocks
  blocks.push(`from ${when.start}`)
  for (const month of new Set([monthOf(when.start, -7), when.start.slice(0, 7), when.end.slice(0, 7), monthOf(when.end, 7)]))
    blocks.push(`${body} ${month}`)
  return blocks
}

/** `YYYY-MM` of the day so many days away. */
function monthOf(date: string, days: number): string {
  const day = Number(date.slice(8)) + days
  if (day >= 1 && day <= 28) return date.slice(0, 7)
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 7)
}
