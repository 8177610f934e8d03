import type { Event } from '../../event/index.ts'
import type { PreviousEvent } from '../../reconcile/index.ts'
import type { Store } from '../database.ts'
import { asc, eq, getTableColumns, sql } from '../drizzle.ts'
import { prepared } from '../prepared.ts'
import { event, meta, remembered } from '../schema.ts'

/** An event as it is published, with its stored VEVENT. */
type Published = { event: Event; vevent: string }

/** What is remembered of an event: what merging left for the next merge, and the stamps of its text with the hash of what they are of. */
export type Remembered = Pick<Event, 'revision' | 'modifiedAt'> & { memory: PreviousEvent; hash: string }

/** What is remembered of every event, by uid. */
export function previousEvents(store: Store): PreviousEvent[] {
  return store
    .select({ memory: remembered.memory })
    .from(remembered)
    .orderBy(asc(remembered.uid))
    .all()
    .map(({ memory }) => memory)
}

/** What is remembered of a uid, and how it is published; that is not there where the projection was emptied. */
export function readEventRow(store: Store, uid: string): (Remembered & Partial<Published>) | undefined {
  const row = byUid(store).get({ uid })
  return row && { ...row.remembered, ...row.published }
}

const byUid = prepared((store) =>
  store
    .select({ remembered, published: { event: event.event, vevent: event.vevent } })
    .from(remembered)
    .leftJoin(event, eq(event.uid, remembered.uid))
    .where(eq(remembered.uid, sql.placeholder('uid')))
    .prepare(),
)

/** Whether every event that is remembered is published, too, and all were made as `version` names it. */
export function isWhole(store: Store, version: string): boolean {
  if (readMeta(store, 'projection') !== version) return false
  const count = 'select (select count(*) from event) = (select count(*) from remembered)'
  return store.sqlite.prepare(count).pluck().get() === 1
}

/** Stores an event as it is now, over what was stored under its uid; to be followed by {@link nextGeneration} in the same transaction. */
export function saveEventRow(
  store: Store,
  { event: now, vevent, memory, hash }: Published & Omit<Remembered, keyof Event>,
): void {
  const { start = null, end = null, precision = null } = now.when ?? {}
  const { uid, slug, body, kind, state, status, revision, createdAt, modifiedAt } = now
  const row = { uid, slug, body, kind, state, status, start, end, precision, revision, createdAt, modifiedAt, vevent }
  const { publishing, remembering } = saving(store)
  publishing.run({ ...row, event: JSON.stringify(now) })
  remembering.run({ uid, memory: JSON.stringify(memory), revision, modifiedAt, hash })
}

/** The number that {@link nextGeneration} will answer. */
const nextWriting = "coalesce((select cast(value as integer) from meta where name = 'generation'), 0) + 1"

// A merge saves thousands of events, and drizzle makes its SQL anew for each.
const saving = prepared((store) => ({
  publishing: store.sqlite.prepare(upsert('event', getTableColumns(event))),
  remembering: store.sqlite.prepare(upsert('remembered', getTableColumns(remembered))),
}))

function upsert(table: string, all: Record<string, { name: string }>): string {
  const columns = Object.entries(all).filter(([name]) => name !== 'id')
  const names = columns.map(([, { name }]) => `"${name}"`)
  return `insert into ${table} (${names.join(', ')}) values (${columns.map(([name]) => (name === 'written' ? nextWriting : `@${name}`)).join(', ')})
     on conflict (uid) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`
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
