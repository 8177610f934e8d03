import type { Decision, Edit } from '../../reconcile/index.ts'
import type { Store } from '../database.ts'
import { eq } from '../drizzle.ts'
import { type ActionUndo, action, decision, edit } from '../schema.ts'

/** What a person did, with what takes it back. */
export type Action = typeof action.$inferSelect

/** Every edit ever made, undone ones too. */
export function allEdits(store: Store): Edit[] {
  return store
    .select({ edit: edit.edit })
    .from(edit)
    .all()
    .map((row) => row.edit)
}

/** Stores edits as they are now, over what was stored under their ids. */
export function saveEdits(store: Store, edits: Edit[]): void {
  for (const made of edits) {
    const row = { id: made.id, uid: made.uid, undoneAt: made.undoneAt ?? null, edit: made }
    store.insert(edit).values(row).onConflictDoUpdate({ target: edit.id, set: row }).run()
  }
}

/** Every decision ever made, undone ones too. */
export function allDecisions(store: Store): Decision[] {
  return store
    .select({ decision: decision.decision })
    .from(decision)
    .all()
    .map((row) => row.decision)
}

/** Stores decisions as they are now, over what was stored under their ids. */
export function saveDecisions(store: Store, decisions: Decision[]): void {
  for (const made of decisions) {
    const row = { id: made.id, undoneAt: made.undoneAt ?? null, decision: made }
    store.insert(decision).values(row).onConflictDoUpdate({ target: decision.id, set: row }).run()
  }
}

/** Records what was done and what takes it back; answers its number. */
export function saveAction(store: Store, row: { at: string; actor: string; sentence: string; undo?: ActionUndo }): number {
  return store.insert(action).values(row).returning({ id: action.id }).get().id
}

/** An action by its number. */
export function readAction(store: Store, id: number): Action | undefined {
  return store.select().from(action).where(eq(action.id, id)).get()
}
