import type { Event } from '../event/index.ts'
import type { PreviousEvent } from '../reconcile/index.ts'
import type { Store } from './database.ts'
import { eq } from './drizzle.ts'
import { event, meta } from './schema.ts'

/** An event with what publishing and merging remember of it. */
export type EventRow = { event: Event; memory: PreviousEvent; hash: string; vevent: string }

/** What every merge left to be remembered for the next one. */
export function previousEvents(store: Store): PreviousEvent[] {
  return store
    .select({ memory: event.memory })
    .from(event)
    .all()
    .map(({ memory }) => memory)
}

/** The stored event of a uid. */
export function readEventRow(store: Store, uid: string): EventRow | undefined {
  return store
    .select({ event: event.event, memory: event.memory, hash: event.hash, vevent: event.vevent })
    .from(event)
    .where(eq(event.uid, uid))
    .get()
}

/** Every stored event. */
export function allEventRows(store: Store): EventRow[] {
  return store.select({ event: event.event, memory: event.memory, hash: event.hash, vevent: event.vevent }).from(event).all()
}

/** Stores an event as it is now, over what was stored under its uid. */
export function saveEventRow(store: Store, { event: now, memory, hash, vevent }: EventRow): void {
  const row = {
    uid: now.uid,
    slug: now.slug,
    body: now.body,
    kind: now.kind,
    state: now.state,
    status: now.status,
    start: now.when?.start ?? null,
    end: now.when?.end ?? null,
    precision: now.when?.precision ?? null,
    event: now,
    memory,
    revision: now.revision,
    createdAt: now.createdAt,
    modifiedAt: now.modifiedAt,
    hash,
    vevent,
  }
  store.insert(event).values(row).onConflictDoUpdate({ target: event.uid, set: row }).run()
}

/** A small fact by its name. */
export function readMeta(store: Store, name: string): string | undefined {
  return store.select().from(meta).where(eq(meta.name, name)).get()?.value
}

/** Remembers a small fact, over what was remembered under its name. */
export function saveMeta(store: Store, name: string, value: string): void {
  store.insert(meta).values({ name, value }).onConflictDoUpdate({ target: meta.name, set: { value } }).run()
}

/** How often the projection was written, by any process: two equal numbers mean that nothing changed between. */
export function generation(store: Store): number {
  return Number(readMeta(store, 'generation') ?? 0)
}

/** Counts one more writing of the projection and answers the new number. */
export function nextGeneration(store: Store): number {
  const next = generation(store) + 1
  saveMeta(store, 'generation', String(next))
  return next
}
