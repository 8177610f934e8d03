import type { Event } from '../../event/index.ts'
import type { Store } from '../database.ts'
import { gt, sql } from '../drizzle.ts'
import { prepared } from '../prepared.ts'
import { event } from '../schema.ts'
import { type EventFilter, eventsWithText } from './events.ts'
import { generation } from './projection.ts'

/** An event with its stored VEVENT. */
export type Row = { event: Event; vevent: string }

/** Events that are kept at most; more would take more memory than reading them takes time. */
const most = 20_000

/**
 * The events of some days in every state, as {@link eventsWithText} finds them, kept from one asking to the next: after a change only what was written
 * since is read again. `from` and `to` are few: the window of a feed of which nothing else was asked.
 */
export function keptEvents(store: Store, days: { from: string; to: string }): Row[] {
  return keeper(store)(days)
}

const states: EventFilter['states'] = ['listed', 'withdrawn', 'merged']

const keeper = prepared((store) => {
  let kept: { from: string; to: string; generation: number; rows: Map<string, Row> } | undefined

  const written = store
    .select({ event: event.event, vevent: event.vevent })
    .from(event)
    .where(gt(event.written, sql.placeholder('after')))
    .prepare()

  function read({ from, to }: { from: string; to: string }): Row[] {
    const now = generation(store)
    if (kept?.from !== from || kept.to !== to) {
      const all = eventsWithText(store, { states, from, to })
      kept = undefined
      if (all.length <= most) kept = { from, to, generation: now, rows: new Map(all.map((row) => [row.event.uid, row])) }
      return all
    }
    if (kept.generation !== now) {
      for (const row of written.all({ after: kept.generation })) {
        if (stands(row.event, from, to)) kept.rows.set(row.event.uid, row)
        else kept.rows.delete(row.event.uid)
      }
      kept.generation = now
    }
    return [...kept.rows.values()]
  }

  // One transaction, so that what is read is of one writing.
  return store.sqlite.transaction(read)
})

/** What {@link eventsWithText} asks of days: those without a day are in any. */
function stands({ when }: Event, from: string, to: string): boolean {
  return !when || (when.end >= from && when.start <= to)
}
