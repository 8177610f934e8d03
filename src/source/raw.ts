import type { Body, Format, Kind, Notice, Precision, Status } from '../event/index.ts'
import type { Page } from './page.ts'
import type { PageText } from './text.ts'

/** A listing as a structured source prints it (iCalendar, JSON-LD, a data file): strings, not understood yet. */
export type RawListing = {
  /** The source's own id, if it has one that lasts. */
  id?: string
  title: string
  /** ISO date, or date-time with or without offset, or words; with `end` inclusive for dates. */
  start?: string
  end?: string
  /** The days and hours in words, where they stand beside `start` and may say more: `19 May - 23 May`, `10 am to noon`. */
  when?: string
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
  session?: number
  group?: string
  part?: string
  format?: Format
  /** How exactly `start` and `end` are known; `day` when absent. */
  precision?: Precision
  /** Wall times `HH:MM`, where they stand apart from the dates. */
  startTime?: string
  endTime?: string
}

/** What a source found on a page: structured listings, a text to be understood, or both. */
export type Extraction = {
  listings: RawListing[]
  text?: PageText
  /** Which meetings of a text belong to this source; others are left. */
  about?: RegExp
  /** A sentence for each thing in the page that could not be taken. */
  issues?: string[]
  /**
   * Absolute addresses of calendars the page links to. The fetch side reads them with the same `extract`; what they list, when it can
   * be read, takes the place of the listings and the text here.
   */
  follow?: string[]
}

/** Takes a page apart: a pure function from a page to strings, without network, clock or exceptions. */
export type Extract = (page: Page) => Extraction

/** The issue that a page has more listings than the `most` that are read of one. */
export function beyond(most: number, page: Pick<Page, 'finalUrl'>): string {
  return `what follows the first ${most} listings of ${page.finalUrl} was left: it has more than are read of one page`
}
