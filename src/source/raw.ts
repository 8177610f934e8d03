import type { Body, Kind, Notice, Status } from '../event/index.ts'
import type { PageText } from './text.ts'

/** A listing as a structured source prints it (iCalendar, JSON-LD, a data file): strings, not understood yet. */
export type RawListing = {
  /** The source's own id, if it has one that lasts. */
  id?: string
  title: string
  /** ISO date, or date-time with or without offset, or words; with `end` inclusive for dates. */
  start?: string
  end?: string
  /** IANA zone of `start` and `end`, where the source names one. */
  timezone?: string
  location?: string
  status?: Status
  notice?: Notice
  body?: Body
  kind?: Kind
  url?: string
  description?: string
  organizer?: string
  /** The words as printed, for provenance. */
  printed?: string
}

/** What a source found on a page: structured listings, a text to be understood, or both. */
export type Extraction = {
  listings: RawListing[]
  text?: PageText
  /** Which meetings of a text belong to this source; others are left. */
  about?: RegExp
  /** A sentence for each thing in the page that could not be taken. */
  issues?: string[]
}
