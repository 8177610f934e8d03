import { createHash } from 'node:crypto'
import type { Conflict, When } from '../event/index.ts'
import { editAnswers } from './answer.ts'
import { isPast } from './likeness/days.ts'
import type { Merged } from './merged.ts'
import type { Contradiction, MergedEvent, Suggestion } from './people.ts'
import type { Refusal, StoredListing } from './stored.ts'

/** A refused run that waits for a person. */
export type RefusedRun = { id: string; source: string; at: string; refusal: Refusal }

/** A source that fails, one incident however many tries: since when, how often, why, and whether it is paused. */
export type FailingSource = { source: string; since: string; failures: number; sentence: string; paused: boolean }

/** Something that waits for a person. `id` stays the same as long as the question does; `sentence` says it in plain words. */
export type Review = { id: string; sentence: string; uids: string[]; answers: readonly string[] } & (
  | { kind: 'possible-duplicate'; suggestion: Suggestion }
  | { kind: 'conflict'; conflict: Conflict }
  | { kind: 'edit-contradicted'; contradiction: Contradiction }
  | { kind: 'proposed'; listing: string }
  | { kind: 'run-refused'; run: RefusedRun }
  | { kind: 'source-failing'; incident: FailingSource }
)

/** What is asked beside the events. */
export type Waiting = { now: string; refused?: RefusedRun[]; failing?: FailingSource[]; listings?: Iterable<StoredListing> }

/** All that waits for a person: refused runs and failing sources first, then edits contradicted, conflicts, possible duplicates, assumed dates. */
export function reviews(merged: Merged, { now, refused = [], failing = [], listings = [] }: Waiting): Review[] {
  const events = new Map(merged.events.map((event) => [event.uid, event]))
  const contradicted = new Set(merged.contradictions.map(({ uid, edit }) => `${uid} ${edit.field}`))
  return [
    ...refused.map(ofRun),
    ...failing.map(ofSource),
    ...merged.contradictions.map(ofContradiction),
    ...merged.events.flatMap((event) => ofConflicts(event, now, (field) => contradicted.has(`${event.uid} ${field}`))),
    ...merged.suggestions.map((suggestion) => ofSuggestion(suggestion, events)),
    ...[...listings].filter((one) => one.listing.proposed && !one.retractedAt).map(ofProposed),
  ]
}

function ofRun(run: RefusedRun): Review {
  const sentence = `A run of ${run.source} ${run.refusal.sentence}.`
  return { id: idOf('run', run.id), kind: 'run-refused', sentence, uids: [], answers: ['accept', 'discard', 'pause'], run }
}

function ofSource(incident: FailingSource): Review {
  const sentence = `${incident.source} fails since ${incident.since}: ${incident.sentence}`
  const answers = incident.paused ? ['resume'] : ['run', 'pause']
  return { id: idOf('source', incident.source, incident.since), kind: 'source-failing', sentence, uids: [], answers, incident }
}

function ofContradiction(contradiction: Contradiction): Review {
  const { edit, uid, title } = contradiction
  const id = idOf('edit', edit.id, JSON.stringify(contradiction.now ?? null))
  return {
    id,
    kind: 'edit-contradicted',
    sentence: `The source of "${title}" now says another ${edit.field}.`,
    uids: [uid],
    answers: editAnswers,
    contradiction,
  }
}

/** Dates and status, of meetings that by anybody's word are not past, unless a person has said what holds and no source said anything else since. */
function ofConflicts(event: MergedEvent, now: string, isContradicted: (field: string) => boolean): Review[] {
  if (event.state !== 'listed') return []
  const said = event.conflicts.find(({ field }) => field === 'when')?.values.map(({ value }) => value as When) ?? []
  const days = event.when ? [event.when, ...said] : []
  if (days.length && days.every((when) => isPast(when, now))) return []
  return event.conflicts.flatMap((conflict) => {
    const { field, values } = conflict
    if ((field !== 'when' && field !== 'status') || isContradicted(field)) return []
    const word = event.said[field]
    const isSettled = word?.url === undefined && values.every(({ said }) => said.at <= (word?.at ?? ''))
    if (isSettled) return []
    const id = idOf('conflict', event.uid, field, JSON.stringify(values.map(({ value }) => value)))
    const by = values.map(({ said }) => said.by).join(', ')
    const answers = values.map((_, index) => `take ${index + 1}`)
    const sentence = `Sources differ on the ${field === 'when' ? 'dates' : 'status'} of "${event.title}": ${by}.`
    return [{ id, kind: 'conflict' as const, sentence, uids: [event.uid], answers, conflict }]
  })
}

function ofSuggestion(suggestion: Suggestion, events: Map<string, MergedEvent>): Review {
  const [one, other] = suggestion.uids.map((uid) => events.get(uid)?.title ?? uid)
  const sentence = `"${one}" and "${other}" may be one meeting: ${suggestion.reasons.join(', ')}.`
  const id = idOf('duplicate', suggestion.a, suggestion.b)
  return { id, kind: 'possible-duplicate', sentence, uids: [...suggestion.uids], answers: ['same', 'different'], suggestion }
}

function ofProposed({ id, listing }: StoredListing): Review {
  const sentence = `The year of "${listing.title}" was assumed${listing.when ? `: ${listing.when.start}` : ''}.`
  return {
    id: idOf('proposed', id, listing.when?.start ?? ''),
    kind: 'proposed',
    sentence,
    uids: [],
    answers: ['confirm', 'discard'],
    listing: id,
  }
}

function idOf(kind: string, ...names: string[]): string {
  return `${kind}-${createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 16)}`
}
