import type { Event } from './event/index.ts'
import { toVevent, veventHash } from './publish/index.ts'
import type { MergedEvent, PreviousEvent } from './reconcile/index.ts'
import type { Store } from './store/database.ts'
import { readEventRow, saveEventRow } from './store/events/projection.ts'

/** How events are rendered: what their texts take from the settings. */
export type Rendering = Parameters<typeof veventHash>[1]

/**
 * Stores an event as merged, with its revision, its last change and its VEVENT: stamps move if and only if the rendered event moves
 * (RFC 5545 sections 3.8.7.2 to 3.8.7.4). Answers the event as it was and is; nothing where it is as it was, or was only not stored any more.
 */
export function saveStamped(
  store: Store,
  { event: merged, memory }: { event: Event | MergedEvent; memory: PreviousEvent },
  now: string,
  rendering: Rendering,
): { before?: Event; after: Event } | undefined {
  const { members: _, ...said } = { members: [], ...merged }
  const known = readEventRow(store, said.uid)
  const hash = veventHash({ ...said, revision: 0, modifiedAt: said.createdAt }, rendering)
  const isSame = known?.hash === hash
  const event: Event = {
    ...said,
    revision: known ? known.revision + (isSame ? 0 : 1) : 0,
    modifiedAt: isSame ? known.modifiedAt : now,
  }
  if (isSame && isAsStored(event, known.event) && isAsStored(memory, known.memory)) return undefined
  const vevent = (isSame && known.vevent) || toVevent(event, rendering)
  saveEventRow(store, { event, vevent, memory, hash })
  if (known && !known.event) return undefined
  return { ...(known?.event && { before: known.event }), after: event }
}

function isAsStored(now: unknown, stored: unknown): boolean {
  return JSON.stringify(now) === JSON.stringify(stored)
}
