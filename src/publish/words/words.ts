/** The door through which the files in `languages/` take what they need. */
import { type Body, bodies, bodyIds, type Deadline, type Format, type Kind, type Link } from '../../event/index.ts'
import type { PageWords } from './pages.ts'

/** What happened to an event; `changed` is everything that is no move, cancellation, postponement, withdrawal or return. */
export type What = 'new' | 'moved' | 'cancelled' | 'postponed' | 'withdrawn' | 'restored' | 'changed'

/** All that one language says: in feeds, and on pages and in the embed. A language is one file of this type in `languages/`. */
export type Words = {
  /** BCP 47 tag for Intl, with Gregorian calendar. */
  locale: string
  /** Prefixes of a title; Outlook ignores STATUS, so the title must say it. */
  prefix: { cancelled: string; postponed: string; tentative: string }
  /** Between two parts of a line. */
  comma: string
  /** Cities that clocks are named for, where the language has its own name. */
  cities: Record<string, string>
  /** What Intl's dates need to read well. */
  tidied?: (date: string) => string
  /** A label and what it labels: `Access: open`. */
  labelled: (label: string, value: string) => string
  bodies: Record<Body, string>
  kinds: Record<Kind, string>
  formats: Record<Format, string>
  links: Record<Link['rel'], string>
  deadlines: Record<Deadline['kind'], string>
  /** What happened to an event. */
  changes: Record<What, string>
  /** From a date in words. */
  weekOf: (date: string) => string
  /** Dates in words, from the first to the last; where absent, Intl's own range is right. */
  range?: (start: string, end: string) => string
  since: (date: string) => string
  movedFrom: (date: string) => string
  /** Wall time of a place: `Vienna time`. */
  timeOf: (city: string) => string
  from: (time: string) => string
  until: (time: string) => string
  notExact: string
  notConfirmed: string
  cancelled: string
  postponed: string
  movedOnline: string
  withdrawn: string
  merged: string
  undated: string
  days: string
  access: string
  disagree: string
  readAt: string
  missing: (date: string) => string
  details: string
  /** Who entered or changed something by hand; the names of people are not told. */
  editors: string
  /** What is said on pages and in the embed, beside what feeds say. */
  pages: PageWords
}

/** The official names of the bodies in English, as the rest of the calendar has them. */
export const bodyNames = Object.fromEntries(bodyIds.map((id) => [id, bodies[id].name])) as Record<Body, string>
