import { type Conflict, canonical, type Said } from '../../event/index.ts'
import type { Contradiction, Edit, MergedEvent } from '../people.ts'

/** An event with people's values in place, what the sources say beneath them, and which edits they contradict. */
export type Edited = { event: MergedEvent; beneath: Record<string, unknown>; contradictions: Contradiction[] }

/** Puts each field's latest edit in place, unless it gives way to what the sources say now. What an edit hides is kept as a conflict. */
export function withEdits(event: MergedEvent, edits: Edit[]): Edited {
  if (!edits.length) return { event, beneath: {}, contradictions: [] }
  const result: Edited = {
    event: { ...event, said: { ...event.said }, conflicts: [...event.conflicts] },
    beneath: {},
    contradictions: [],
  }
  for (const edit of latestOfField(edits)) apply(result, edit)
  return result
}

function latestOfField(edits: Edit[]): Edit[] {
  const latest = new Map<string, Edit>()
  for (const edit of edits) {
    const other = latest.get(edit.field)
    if (!edit.undoneAt && (!other || `${other.at} ${other.id}` < `${edit.at} ${edit.id}`)) latest.set(edit.field, edit)
  }
  return [...latest.keys()].sort().flatMap((field) => latest.get(field) ?? [])
}

function apply({ event, beneath, contradictions }: Edited, edit: Edit): void {
  const { field, value } = edit
  const fields = event as unknown as Record<string, unknown>
  const source = fields[field]
  const isNews = canonical(source) !== canonical(edit.basis) && canonical(source) !== canonical(value)
  beneath[field] = source
  if (edit.yieldsTo !== undefined && canonical(source) === canonical(edit.yieldsTo)) return
  if (edit.until === 'source-changes' && isNews) return
  if (isNews && field !== 'state') contradictions.push({ edit, uid: event.uid, title: event.title, now: source })
  const before = event.said[field]
  const said: Said = { by: edit.author, at: edit.at }
  if (field !== 'state')
    hide(event, field, { value, said }, before && source !== undefined ? [{ value: source, said: before }] : [])
  if (value !== null && value !== undefined) fields[field] = value
  else delete fields[field]
  event.said[field] = said
}

/** What sources say otherwise stands behind the person's value, as a conflict. */
function hide(event: MergedEvent, field: string, edited: Conflict['values'][number], source: Conflict['values']): void {
  const others = event.conflicts.find((conflict) => conflict.field === field)?.values.slice(1) ?? []
  const contrary = [...source, ...others].filter(({ value }) => canonical(value) !== canonical(edited.value))
  event.conflicts = event.conflicts.filter((conflict) => conflict.field !== field)
  if (contrary.length) event.conflicts.push({ field, values: [edited, ...contrary] })
}
