import type { Store } from '../database.ts'
import { asc, sql } from '../drizzle.ts'
import { event } from '../schema.ts'

/** What is asked of every event to know which documents it stands in; `text` is all that it says, as stored. */
export type EventMark = {
  uid: string
  slug: string
  body: string
  state: string
  start: string | null
  end: string | null
  text: string
}

/** Every event in the order of lists: by first day, then uid, those without a day last. */
export function allEventMarks(store: Store): EventMark[] {
  const { uid, slug, body, state, start, end } = event
  return store
    .select({ uid, slug, body, state, start, end, text: sql<string>`${event.event}` })
    .from(event)
    .orderBy(sql`${event.start} nulls last`, asc(event.uid))
    .all()
}
