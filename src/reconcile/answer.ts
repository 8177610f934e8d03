import { canonical } from '../event/index.ts'
import type { Edit, EditField } from './people.ts'
import type { Projection } from './projection.ts'

/** The three answers to a source that contradicts an edit. */
export const editAnswers = ['keep', 'take', 'take-until-it-changes'] as const

/** One of {@link editAnswers}. */
export type EditAnswer = (typeof editAnswers)[number]

/**
 * The edits after a person's answer, to be stored in place of what they were: the old one undone and, but for `take`, a new one in its place. `keep` holds
 * the person's value against what the source says now, `take-until-it-changes` lets the source speak for as long as it says just this.
 * @param sourceValue what the sources say now: `now` of the {@link Contradiction}
 */
export function answered(
  edit: Edit,
  answer: EditAnswer,
  sourceValue: unknown,
  by: { id: string; author: string; at: string },
): Edit[] {
  const { undoneAt: _, until, yieldsTo, ...kept } = edit
  const undone: Edit = { ...edit, undoneAt: by.at }
  if (answer === 'take') return [undone]
  const next: Edit = { ...kept, ...by, basis: sourceValue }
  return [undone, answer === 'keep' ? next : { ...next, yieldsTo: sourceValue ?? null }]
}

/** What the sources say of a field of an event, beneath any edit: the basis of a new one. */
export function sourceValue(projection: Projection, uid: string, field: EditField): unknown {
  const beneath = projection.state.beneath.get(uid)
  if (beneath && field in beneath) return beneath[field]
  return (projection.state.events.get(uid) as Record<string, unknown> | undefined)?.[field]
}

/** Whether a person's value for a field says anything that the event does not say already. */
export function isNews(projection: Projection, uid: string, field: EditField, value: unknown): boolean {
  const event = projection.state.events.get(uid) as Record<string, unknown> | undefined
  return canonical(event?.[field]) !== canonical(value)
}
