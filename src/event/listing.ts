import type { Body } from './body.ts'
import type { Kind } from './kind.ts'
import type { Place } from './place.ts'
import type { Notice, Status } from './status.ts'
import type { When } from './when.ts'

/** Which meeting it is, whatever its dates: the words that identify it. */
export type Identity = {
  body: Body
  kind: Kind
  /** The number of the session: 67 for "sixty-seventh session". */
  session?: number
  /** A group inside the body, as a slug: `asset-recovery`, `prevention`, `smuggling-of-migrants`. */
  group?: string
  /** A part of a session, as a slug: `resumed`, `first-resumed`, `reconvened`, `second`. */
  part?: string
}

/** The fields of {@link Identity}. */
export const identityFields = ['body', 'kind', 'session', 'group', 'part'] as const satisfies (keyof Identity)[]

/** The fields in which a meeting says when, where and how it is, beside its title and identity. */
export const detailFields = [
  'when',
  'status',
  'notice',
  'note',
  'place',
  'links',
  'deadlines',
  'access',
  'description',
  'organizer',
  'contact',
] as const

/** An address that belongs to a meeting. */
export type Link = { rel: 'page' | 'registration' | 'documents' | 'stream'; url: string; title?: string }

/** A last day printed beside a meeting; never a meeting of its own. */
export type Deadline = {
  kind: 'registration' | 'submission' | 'nomination' | 'other'
  /** `YYYY-MM-DD` in the meeting's zone. */
  date: string
  /** `HH:MM`, when printed. */
  time?: string
  /** The words it was read from. */
  text: string
}

/** Where the year of a date came from. */
export type YearReason = 'printed' | 'line' | 'neighbour' | 'heading' | 'address' | 'dateline' | 'proposed'

/** The words a listing was read from, where they stand and why its year is what it is. */
type Provenance = {
  text: string
  url: string
  /** sha-256 of the snapshot, when one was kept. */
  snapshot?: string
  year?: YearReason
}

/** One meeting as one source lists it, understood. Without `when`, its date was not printed, or not readable. */
export type Listing = Identity & {
  /** The source's own name for it: `id:…`, an address `url:…`, or its identity; never made from dates. */
  key: string
  /** One line, plain text, at most 220 characters, with the body's and group's name where the line alone would not say it. */
  title: string
  when?: When
  status: Status
  notice?: Notice
  /** A sentence for readers about status or dates: `originally scheduled for 18 to 22 May 2020`. */
  note?: string
  place: Place
  links: Link[]
  deadlines: Deadline[]
  /** How civil society may attend, as printed. */
  access?: string
  /** Plain text. */
  description?: string
  organizer?: string
  /** Where to ask: a role's mail address or page, never a person's. */
  contact?: string
  /** The parts of a composite meeting, the whole being the listing itself. */
  parts?: Identity[]
  /** True when year or date was assumed and a person must confirm; such a listing is never published. */
  proposed?: boolean
  provenance: Provenance
}
