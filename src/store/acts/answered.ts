import type { Store } from '../database.ts'
import { eq, lte } from '../drizzle.ts'
import { answered } from '../schema.ts'

/** An answer that is given again when the same request comes again. */
export type Answered = typeof answered.$inferSelect

/** The answer that was given to a request of this name. */
export function findAnswered(store: Store, name: string): Answered | undefined {
  return store.select().from(answered).where(eq(answered.name, name)).get()
}

/** Remembers an answer and forgets those given before an instant. */
export function saveAnswered(store: Store, row: Answered, forgetBefore: string): void {
  store.delete(answered).where(lte(answered.at, forgetBefore)).run()
  store.insert(answered).values(row).run()
}
