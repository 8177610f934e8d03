import { detailFields, type Event, identityFields } from '../event/index.ts'

/** Fields of an event that a person may set. `state` withdraws (`withdrawn`) and restores (`listed`). */
export const editFields = ['title', ...detailFields, ...identityFields, 'state'] as const

/** One of {@link editFields}. */
export type EditField = (typeof editFields)[number]

/** A person's value for one field of an event; outlives every run. */
export type Edit = {
  id: string
  /** The event it was made on; follows it through merges, and comes back with it after a split. */
  uid: string
  /** A listing of the event, in case the uid is not known any more. */
  listing?: string
  field: EditField
  /** `null` empties the field. */
  value: unknown
  /** What the sources said when it was made. */
  basis?: unknown
  author: string
  at: string
  reason?: string
  /** It gives way as soon as the sources say something else than the basis. */
  until?: 'source-changes'
  /** The value of the sources it gives way to, as long as they say just that. */
  yieldsTo?: unknown
  undoneAt?: string
}

/** A person's answer about two listings, by their ids; remembered while listings come and go. The later answer counts. */
export type Decision = {
  id: string
  verdict: 'same' | 'different'
  a: string
  b: string
  author: string
  at: string
  reason?: string
  undoneAt?: string
}

/** An event as merged: all but the stamps, which follow the rendered text. */
export type MergedEvent = Omit<Event, 'revision' | 'modifiedAt'> & {
  /** Ids of its listings, in order. */
  members: string[]
}

/** What is remembered of an event between merges. */
export type PreviousEvent = Pick<
  MergedEvent,
  'uid' | 'slug' | 'members' | 'createdAt' | 'state' | 'when' | 'was' | 'mergedInto'
> & {
  /** When it was merged away. */
  mergedAt?: string
}

/** An edit whose sources say something else now than the value it was made from. */
export type Contradiction = { edit: Edit; uid: string; title: string; now: unknown }

/** Two events that may be one. `a` and `b` are listing ids, fit for a {@link Decision}. */
export type Suggestion = { a: string; b: string; uids: [string, string]; score: number; reasons: string[] }
