import type { Listing, When } from '../../event/index.ts'
import type { MergedEvent } from '../people.ts'
import type { FieldChange } from '../stored.ts'

/** A meeting that was found in what a person handed in. */
export type FoundListing = { listing: Listing; doubts: string[]; isAssumed: boolean; from?: string }

/** An event that one found may be, shown beside it. */
export type Known = { uid: string; slug: string; title: string; when?: When }

/** An event that one found is like, with how much and why. */
type Candidate = Known & { score: number; reasons: string[] }

/**
 * What would become of one meeting found. `new` would be entered, `change` would change the fields of the event named, `same` says nothing that
 * is not known, `possible-duplicate` waits for a person to say which event it is, or that it is none of them.
 */
export type ProposalItem = FoundListing & {
  /** Its number in the proposal, from 1. */
  id: number
  kind: 'new' | 'change' | 'same' | 'possible-duplicate'
  /** Whether it is ticked until a person says otherwise; nothing assumed is. */
  ticked: boolean
  /** The event it is. */
  event?: Known
  /** By what it is known to be that event. */
  by?: string
  /** What would change. */
  fields: FieldChange[]
  candidates: Candidate[]
}

/** What is proposed, and how much of each. */
export type Proposed = { items: ProposalItem[]; counts: Record<ProposalItem['kind'], number> }

/** An event as it is shown beside an item. */
export function knownOf({ uid, slug, title, when }: MergedEvent): Known {
  return { uid, slug, title, ...(when && { when }) }
}
