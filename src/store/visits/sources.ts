import type { Store } from '../database.ts'
import { eq, inArray, sql } from '../drizzle.ts'
import { source } from '../schema.ts'

/** What is remembered of a source between visits. Instants are ISO 8601 in UTC. */
export type SourceState = typeof source.$inferSelect

/** What is remembered of a source; of one never visited: nothing yet, and due now. */
export function sourceState(store: Store, id: string): SourceState {
  const known = store.select().from(source).where(eq(source.id, id)).get()
  return known ?? { ...blank, id }
}

/** Remembers `change` of a source, over what was remembered before. */
export function saveSourceState(store: Store, id: string, change: Partial<Omit<SourceState, 'id'>>): void {
  store
    .insert(source)
    .values({ ...blank, ...change, id })
    .onConflictDoUpdate({ target: source.id, set: Object.keys(change).length ? change : { id: sql`id` } })
    .run()
}

/** Which of these sources are due at `now` (ISO 8601): not paused, and never visited or past their next visit; longest due first. */
export function dueSources(store: Store, ids: string[], now: string): string[] {
  const known = new Map(
    store
      .select()
      .from(source)
      .where(inArray(source.id, ids))
      .all()
      .map((state) => [state.id, state]),
  )
  const dueAt = (id: string) => known.get(id)?.nextVisitAt ?? ''
  return ids.filter((id) => !known.get(id)?.pausedAt && dueAt(id) <= now).sort((a, b) => dueAt(a).localeCompare(dueAt(b)))
}

const blank: Omit<SourceState, 'id'> = {
  nextVisitAt: null,
  failures: 0,
  failingSince: null,
  pausedAt: null,
  pausedWhy: null,
  acceptedInput: null,
  lastRunAt: null,
  lastSuccessAt: null,
}
