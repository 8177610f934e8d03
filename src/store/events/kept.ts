import type { Event } from '../../event/index.ts'
import type { Store } from '../database.ts'
import { gt, sql } from '../drizzle.ts'
import { prepared } from '../prepared.ts'
import { event } from '../schema.ts'
import { type EventFilter, eventsWithText, type Row, rowColumns } from './events.ts'
import { generation } from './projection.ts'

/** Events that are kept at most; more would take more memory than reading them takes time. */
const most = 20_000

/**
 * The events of some days in every state by uid, as {@link eventsWithText} finds them, kept from one asking to the next: after a change only what was written
 * since is read again. `from` and `to` are few: the window of a feed of which nothing else was asked.
 */
export function keptEvents(store: Store, days: { from: string; to: string }): ReadonlyMap<string, Row> {
  return keeper(store)(days)
}

const states: EventFilter['states'] = ['listed', 'withdrawn', 'merged']

const keeper = prepared((store) => {
  let kept: { from: string; to: string; generation: number; rows: Map<string, Row> } | undefined

  const written = store
    .select(rowColumns)
    .from(event)
    .where(gt(event.written, sql.placeholder('after')))
    .prepare()

  function read({ from, to }: { from: string; to: string }): ReadonlyMap<string, Row> {
    const now = generation(store)
    if (kept?.from !== from || kept.to !== to) {
      const rows = byUid(eventsWithText(store, { states, from, to }))
      kept = rows.size <= most ? { from, to, generation: now, rows } : undefined
      return rows
    }
    if (kept.generation !== now) {
      for (const row of written.all({ after: kept.generation })) {
        if (stands(row.event, from, to)) kept.rows.set(row.event.uid, row)
        else kept.rows.delete(row.event.uid)
      }
      kept.generation = now
    }
    return kept.rows
  }

  // One transaction, so that what is read is of one writing.
  return store.sqlite.transaction(read)
})

/** Rows by the uids of their events. */
export function byUid(rows: Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.event.uid, row]))
}

/** What {@link eventsWithText} asks of days: those without a day are in any. */
function stands({ when }: Event, from: string, to: string): boolean {
  return !when || (when.end >= from && when.start <= to)
}
