import { canonical, detailFields, type Event, identityFields } from '../event/index.ts'
import { moved } from './likeness/days.ts'
import type { FieldChange } from './stored.ts'

/** What became of an event, in one word. */
export const changeKinds = ['new', 'moved', 'changed', 'cancelled', 'withdrawn', 'restored', 'merged'] as const

/** One of {@link changeKinds}. */
type ChangeKind = (typeof changeKinds)[number]

/** An entry of the history: what became of an event, field by field before and after. */
export type LogEntry = { uid: string; slug: string; title: string; kind: ChangeKind; mergedInto?: string; fields: FieldChange[] }

/** Fields whose change readers are told of; the others say who said what, and when it was seen. */
const told = [
  'title',
  ...detailFields,
  ...identityFields,
  'parts',
  'state',
  'mergedInto',
  'missingSince',
] as const satisfies (keyof Event)[]

type Told = Pick<Event, (typeof told)[number] | 'uid' | 'slug'>

/** What became of events from one state of them to the next, in the order of `after`; nothing for those that say what they said. */
export function changeLog(before: Told[], after: Told[]): LogEntry[] {
  const known = new Map(before.map((event) => [event.uid, event]))
  return after.flatMap((event) => {
    const old = known.get(event.uid)
    const fields = old ? fieldsOf(old, event) : []
    if (old && !fields.length) return []
    if (!old && event.state === 'merged') return []
    const { uid, slug, title, mergedInto } = event
    return [{ uid, slug, title, kind: kindOf(old, event), ...(mergedInto !== undefined && { mergedInto }), fields }]
  })
}

function fieldsOf(old: Told, event: Told): FieldChange[] {
  return told.flatMap((field) => {
    const [from, to] = [old[field], event[field]]
    if (canonical(from) === canonical(to)) return []
    return [{ field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }]
  })
}

function kindOf(old: Told | undefined, event: Told): ChangeKind {
  if (!old) return event.state === 'withdrawn' ? 'withdrawn' : 'new'
  if (old.state !== event.state) return event.state === 'listed' ? 'restored' : event.state
  if (old.status !== event.status && event.status === 'cancelled') return 'cancelled'
  if (old.status === 'cancelled' && old.status !== event.status) return 'restored'
  return old.when && event.when && moved(old.when, event.when) ? 'moved' : 'changed'
}
