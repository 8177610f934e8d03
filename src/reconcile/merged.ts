import type { Trust } from '../source/define.ts'
import type { Contradiction, Decision, Edit, MergedEvent, PreviousEvent, Suggestion } from './people.ts'
import type { StoredListing } from './stored.ts'

/** All that events are made of. */
export type MergeInput = {
  listings: StoredListing[]
  edits: Edit[]
  decisions: Decision[]
  previous: PreviousEvent[]
  /** By source; one that is not named counts as `other`. */
  trust: Record<string, Trust>
  /** Instant, ISO 8601, UTC. */
  now: string
  /** A new uid at each call. */
  mint: () => string
}

/** The events of all listings, edits and decisions, and what a person should look at. Equal inputs give equal results. */
export type Merged = {
  /** All events, merged and withdrawn ones too, by uid. */
  events: MergedEvent[]
  suggestions: Suggestion[]
  contradictions: Contradiction[]
  /** Uids merged away, ever. */
  retired: { uid: string; mergedInto: string; since: string }[]
  /** Uids that lost listings to another event in this merge. */
  splits: { from: string; to: string; listings: string[] }[]
  /** To be remembered and given to the next merge. */
  previous: PreviousEvent[]
}
