import type { Store } from '../database.ts'
import { and, asc, desc, eq, inArray, lt } from '../drizzle.ts'
import type { Change } from '../events/changes.ts'
import { type ActionUndo, action, change } from '../schema.ts'
import type { Action } from './people.ts'

/** Says what an action was and what takes it back, once all of it is written. */
export function completeAction(store: Store, id: number, said: { sentence: string; undo: ActionUndo | null }): void {
  store.update(action).set(said).where(eq(action.id, id)).run()
}

/** Marks an action as taken back at an instant (ISO 8601, UTC), or as standing again (null). */
export function setUndone(store: Store, id: number, undoneAt: string | null): void {
  store.update(action).set({ undoneAt }).where(eq(action.id, id)).run()
}

/** Actions, newest first; those older than the number `before`, of one actor, where asked for. */
export function actionsBefore(
  store: Store,
  { before, actor, limit }: { before?: number | undefined; actor?: string | undefined; limit: number },
): Action[] {
  const conditions = and(
    before === undefined ? undefined : lt(action.id, before),
    actor === undefined ? undefined : eq(action.actor, actor),
  )
  return store.select().from(action).where(conditions).orderBy(desc(action.id)).limit(limit).all()
}

/** What became of events by these actions, by the action's number, in order. */
export function changesByAction(store: Store, actionIds: number[]): Map<number, Change[]> {
  const found = new Map<number, Change[]>()
  const rows = store.select().from(change).where(inArray(change.actionId, actionIds)).orderBy(asc(change.id)).all()
  for (const row of rows) {
    if (row.actionId !== null) found.set(row.actionId, [...(found.get(row.actionId) ?? []), row])
  }
  return found
}
