import type { Store } from '../database.ts'
import { eq, isNull } from '../drizzle.ts'
import { reviewAnswer } from '../schema.ts'

/** A person's answer to a review that nothing else remembers. */
export type ReviewAnswer = typeof reviewAnswer.$inferSelect

/** Remembers an answer. */
export function saveReviewAnswer(store: Store, row: Omit<ReviewAnswer, 'undoneAt'>): void {
  store.insert(reviewAnswer).values(row).run()
}

/** Ids of the reviews whose answers stand. */
export function answeredReviews(store: Store): Set<string> {
  const rows = store.select({ review: reviewAnswer.review }).from(reviewAnswer).where(isNull(reviewAnswer.undoneAt)).all()
  return new Set(rows.map(({ review }) => review))
}

/** Takes an answer back, or lets it stand again; false when it is so already. */
export function setAnswerUndone(store: Store, id: string, undoneAt: string | null): boolean {
  const known = store.select().from(reviewAnswer).where(eq(reviewAnswer.id, id)).get()
  if (!known || (known.undoneAt === null) === (undoneAt === null)) return false
  store.update(reviewAnswer).set({ undoneAt }).where(eq(reviewAnswer.id, id)).run()
  return true
}
