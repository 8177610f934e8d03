import type { Event } from '../../event/index.ts'
import type { PreviousEvent } from '../../reconcile/index.ts'
import type { Store } from '../database.ts'
import { eq, getTableColumns, sql } from '../drizzle.ts'
import { prepared } from '../prepared.ts'
import { event, meta } from '../schema.ts'

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
  return byUid(store).get({ uid })
}

const byUid = prepared((store) =>
  store
    .select({ event: event.event, memory: event.memory, hash: event.hash, vevent: event.vevent })
    .from(event)
    .where(eq(event.uid, sql.placeholder('uid')))
    .prepare(),
)

/** Every stored event. */
export function allEventRows(store: Store): EventRow[] {
  return store.select({ event: event.event, memory: event.memory, hash: event.hash, vevent: event.vevent }).from(event).all()
}

/** Stores an event as it is now, over what was stored under its uid; to be followed by {@link nextGeneration} in the same transaction. */
export function saveEventRow(store: Store, { event: now, memory, hash, vevent }: EventRow): void {
  const { start = null, end = null, precision = null } = now.when ?? {}
  const { uid, slug, body, kind, state, status, revision, createdAt, modifiedAt } = now
  const row = { uid, slug, body, kind, state, status, start, end, precision, revision, createdAt, modifiedAt, hash, vevent }
  saving(store).run({ ...row, event: JSON.stringify(now), memory: JSON.stringify(memory) })
}

/** The number that {@link nextGeneration} will answer. */
const nextWriting = "coalesce((select cast(value as integer) from meta where name = 'generation'), 0) + 1"

// A merge saves thousands of events, and drizzle makes its SQL anew for each.
const saving = prepared((store) => {
  const columns = Object.entries(getTableColumns(event)).filter(([name]) => name !== 'id')
  const names = columns.map(([, { name }]) => `"${name}"`)
  return store.sqlite.prepare(
    `insert into event (${names.join(', ')}) values (${columns.map(([name]) => (name === 'written' ? nextWriting : `@${name}`)).join(', ')})
     on conflict (uid) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  )
})

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
