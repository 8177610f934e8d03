import type { Deadline, Identity, Link } from './listing.ts'
import type { Place } from './place.ts'
import type { Notice, Status } from './status.ts'
import type { When } from './when.ts'

/** Why an event is or is not shown: withdrawn and merged events stay, with a date and a reason. */
export type EventState = 'listed' | 'withdrawn' | 'merged'

/** A listing that speaks for an event. */
export type Speaker = {
  source: string
  key: string
  /** The page it was read from. */
  url: string
  firstSeenAt: string
  lastSeenAt: string
  missingSince?: string
}

/** Who said the value of a field, and when (an instant, UTC). */
export type Said = { by: string; at: string; url?: string }

/** A field of which speakers say different things; the first value is the one shown. */
export type Conflict = { field: string; values: { value: unknown; said: Said }[] }

/** One meeting, as published: the projection of all listings, edits and decisions about it. Instants are ISO 8601 in UTC. */
export type Event = Identity & {
  /** Minted once, kept for ever; the iCalendar UID. */
  uid: string
  /** Readable last part of the event's address; kept for ever. */
  slug: string
  title: string
  when?: When
  status: Status
  notice?: Notice
  note?: string
  place: Place
  links: Link[]
  deadlines: Deadline[]
  access?: string
  description?: string
  organizer?: string
  /** Where to ask: a role's mail address or page, never a person's. */
  contact?: string
  /** Uids of the events that are its parts. */
  parts?: string[]
  state: EventState
  /** Uid of the event it was merged into. */
  mergedInto?: string
  /** The day before which it was another: `18–22 May 2026`. */
  was?: When
  /** All speakers are missing since this instant. */
  missingSince?: string
  speakers: Speaker[]
  said: Record<string, Said>
  conflicts: Conflict[]
  /** RFC 5545 SEQUENCE. */
  revision: number
  createdAt: string
  modifiedAt: string
}
