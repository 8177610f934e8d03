import type { Store } from '../database.ts'

/** Makes a question that costs microseconds: a number that is another one after any run was recorded, by whichever process. */
export function watchRuns(store: Store): () => number {
  const question = store.sqlite.prepare('select max(id) from run').pluck()
  return () => (question.get() as number | null) ?? 0
}
