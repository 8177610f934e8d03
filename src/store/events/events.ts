import type { Body, Event, EventState, Format, Kind, Status } from '../../event/index.ts'
import type { Store } from '../database.ts'
import { and, asc, desc, eq, gte, inArray, isNull, lt, lte, or, sql } from '../drizzle.ts'
import { prepared } from '../prepared.ts'
import { event } from '../schema.ts'
import { searchQuery } from './search.ts'

/** Which events are asked for; what is absent is not asked for. Days are `YYYY-MM-DD`, inclusive; an event counts when any day of it does. */
export type EventFilter = {
  bodies?: Body[] | undefined
  kinds?: Kind[] | undefined
  states?: EventState[] | undefined
  statuses?: Status[] | undefined
  formats?: Format[] | undefined
  /** Words of venue, city or country. */
  place?: string | undefined
  from?: string | undefined
  to?: string | undefined
  /** Words that each begin a word of the event. */
  q?: string | undefined
}

/** A place in the order of events: first day (null: unknown), then uid. */
export type Position = { start: string | null; uid: string }

/** A page of the events that a filter asks for, in order of their first day and then uid, those without a day last. */
export function listEvents(
  store: Store,
  filter: EventFilter,
  { after, limit }: { after?: Position | undefined; limit: number },
): Event[] {
  const rows = store
    .select({ event: event.event })
    .from(event)
    .where(and(...conditions(store, filter), after && isAfter(after)))
    .orderBy(sql`${event.start} nulls last`, asc(event.uid))
    .limit(limit)
    .all()
  return rows.map((row) => row.event)
}

/** The events of bodies that ended before a day, the latest first. */
export function lastEvents(store: Store, { bodies, before, limit }: { bodies: Body[]; before: string; limit: number }): Event[] {
  return store
    .select({ event: event.event })
    .from(event)
    .where(and(eq(event.state, 'listed'), inArray(event.body, bodies), lt(event.end, before)))
    .orderBy(desc(event.start), asc(event.uid))
    .limit(limit)
    .all()
    .map((row) => row.event)
}

/** An event with the octets of its stored VEVENT: a feed joins a thousand of them, and to make them of texts anew takes longer than all else. */
export type Row = { event: Event; vevent: Buffer }

/** What a {@link Row} is made of. */
export const rowColumns = { event: event.event, vevent: sql<Buffer>`cast(${event.vevent} as blob)` }

/** Every event that a filter asks for with its stored VEVENT, in no order; those without a day are among them whatever the days asked for. */
export function eventsWithText(store: Store, { from, to, ...filter }: EventFilter): Row[] {
  const days = or(isNull(event.start), and(from ? gte(event.end, from) : undefined, to ? lte(event.start, to) : undefined))
  return store
    .select(rowColumns)
    .from(event)
    .where(and(...conditions(store, filter), from || to ? days : undefined))
    .all()
}

/** Where the listed events have their pages, and when they changed last; the latest by date first. */
export function eventAddresses(store: Store, limit: number): { slug: string; modifiedAt: string }[] {
  const { slug, modifiedAt, start, state } = event
  return store
    .select({ slug, modifiedAt })
    .from(event)
    .where(eq(state, 'listed'))
    .orderBy(desc(start), asc(slug))
    .limit(limit)
    .all()
}

/** The event of a uid or a slug. */
export function findEvent(store: Store, name: string): Event | undefined {
  return byName(store).get({ name })?.event
}

/** {@link findEvent} with its stored VEVENT. */
export function findWithText(store: Store, name: string): { event: Event; vevent: string } | undefined {
  return byName(store).get({ name })
}

const byName = prepared((store) => {
  const name = sql.placeholder('name')
  return store
    .select({ event: event.event, vevent: event.vevent })
    .from(event)
    .where(or(eq(event.uid, name), eq(event.slug, name)))
    .prepare()
})

/** Makes a question that costs microseconds: a text that is another one after any event or saved feed was written, by whichever process. */
export function watchEvents(store: Store): () => string {
  const counter = (name: string) => `coalesce((select value from meta where name = '${name}'), '')`
  const question = store.sqlite.prepare(`select ${counter('generation')} || ' ' || ${counter('feeds')}`).pluck()
  return () => question.get() as string
}

function conditions(store: Store, filter: EventFilter) {
  const { bodies, kinds, states = ['listed'], statuses, formats, place, from, to, q } = filter
  return [
    inArray(event.state, states),
    bodies && inArray(event.body, bodies),
    kinds && inArray(event.kind, kinds),
    statuses && inArray(event.status, statuses),
    formats && inArray(sql`${event.event} ->> '$.place.format'`, formats),
    place
      ? sql`lower(${event.event} ->> '$.place') like ${`%${place.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`
      : undefined,
    // `+` keeps SQLite from finding by the end all that is coming, and sorting it, where it can go by the start and stop at the limit.
    from ? sql`+${event.end} >= ${from}` : undefined,
    to ? lte(event.start, to) : undefined,
    q === undefined ? undefined : matching(store, q),
  ]
}

/** Words are looked up first: to ask the index of each event in turn costs a millisecond an event. */
function matching(store: Store, typed: string) {
  const query = searchQuery(typed)
  if (!query) return sql`0`
  const found = lookup(store).all(query, few)
  if (found.length < few) return sql`${event.id} in (select value from json_each(${JSON.stringify(found)}))`
  // Of very common words the events are gone through in the order of the list, which ends at its limit; `+` keeps SQLite from going by id.
  return sql`+${event.id} in (select rowid from event_search where event_search match ${query})`
}

/** So many events are looked up one by one. */
const few = 20_000

const lookup = prepared((store) =>
  store.sqlite.prepare('select rowid from event_search where event_search match ? limit ?').pluck(),
)

function isAfter({ start, uid }: Position) {
  if (start === null) return sql`${event.start} is null and ${event.uid} > ${uid}`
  return sql`((${event.start}, ${event.uid}) > (${start}, ${uid}) or ${event.start} is null)`
}
