import type { Body, Event } from '../../event/index.ts'
import type { LogEntry } from '../../reconcile/index.ts'
import type { Store } from '../database.ts'
import { and, desc, eq, inArray, lt } from '../drizzle.ts'
import { change, event } from '../schema.ts'

/** What became of an event, with the event as it is now. */
export type ChangedEvent = { id: number; at: string; entry: LogEntry; event: Event }

/** The latest changes of events that are wanted, the latest first; looks through the last ten thousand at most. */
export function latestChanges(
  store: Store,
  { bodies, most, wants }: { bodies?: Body[] | undefined; most: number; wants: (event: Event) => boolean },
): ChangedEvent[] {
  const found: ChangedEvent[] = []
  let before: number | undefined
  for (let round = 0; round < 10 && found.length < most; round++) {
    const rows: ChangedEvent[] = store
      .select({ id: change.id, at: change.at, entry: change.entry, event: event.event })
      .from(change)
      .innerJoin(event, eq(event.uid, change.uid))
      .where(and(before ? lt(change.id, before) : undefined, bodies?.length ? inArray(event.body, bodies) : undefined))
      .orderBy(desc(change.id))
      .limit(round === 0 ? most * 2 : 1000)
      .all()
    before = rows.at(-1)?.id
    found.push(...rows.filter((row) => wants(row.event)))
    if (!rows.length) break
  }
  return found.slice(0, most)
}
