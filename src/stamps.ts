import type { Event } from './event/index.ts'
import { toVevent, veventHash } from './publish/index.ts'
import { inTransaction, type Store } from './store/database.ts'
import { allEventRows, type EventRow, nextGeneration, readMeta, saveEventRow, saveMeta } from './store/events/projection.ts'

/** How events are rendered: what their texts take from the settings. */
export type Rendering = Parameters<typeof veventHash>[1]

/**
 * The event with its revision, its last change and its VEVENT, beside what was stored of it: stamps move if and only if the rendered event moves
 * (RFC 5545 sections 3.8.7.2 to 3.8.7.4).
 */
export function stamped(
  merged: Omit<Event, 'revision' | 'modifiedAt'>,
  known: EventRow | undefined,
  now: string,
  rendering: Rendering,
): Omit<EventRow, 'memory'> {
  const hash = veventHash({ ...merged, revision: 0, modifiedAt: merged.createdAt }, rendering)
  const same = known?.hash === hash
  const revision = known ? known.event.revision + (same ? 0 : 1) : 0
  const modifiedAt = same ? known.event.modifiedAt : now
  const event: Event = { ...merged, revision, modifiedAt }
  return { event, hash, vevent: same ? known.vevent : toVevent(event, rendering) }
}

/** Renders every event again when events are rendered otherwise than before (`version`), so that what is stored is what would be. */
export function rerender(store: Store, version: string, now: string, rendering: Rendering): void {
  inTransaction(store, () => {
    if (readMeta(store, 'rendering') === version) return
    for (const row of allEventRows(store)) {
      const { revision, modifiedAt, ...merged } = row.event
      saveEventRow(store, { ...row, ...stamped(merged, row, now, rendering) })
    }
    saveMeta(store, 'rendering', version)
    nextGeneration(store)
  })
}
