import type { Precision } from '../../event/index.ts'

/** One end of a range as printed: `month` 1-12, `day` 1-31 (absent for a month), ISO `weekday` 1-7 (Monday is 1); the year may be absent. */
export type PrintedDay = { year?: number; month: number; day?: number; weekday?: number }

/** Days from `from` to `to`, both inclusive; a lone day has equal ends. */
export type PrintedRange = { from: PrintedDay; to: PrintedDay }

/** What the words around a date say of it: `tentative dates`, `to be confirmed`; `around 15 February`. */
export type Mark = 'tentative' | 'around'

/** A date expression as printed: `6 May, 27 May and 1 July 2022` is one of three days. */
export type PrintedDate = {
  /** Where it begins in the text given, in UTF-16 units. */
  index: number
  length: number
  /** The words as printed: `text.slice(index, index + length)`. */
  text: string
  precision: Precision
  /** In the order printed; a year printed once stands with each day it rules. */
  ranges: PrintedRange[]
  /** True when the year of every range is printed, so that `resolve` needs none. */
  yearPrinted: boolean
  marks: Mark[]
  /** True when one range begins in one year and ends in another. */
  crossesYear: boolean
  /** False when ranges of one expression are joined by different dashes or words. */
  consistent: boolean
  /** True for 05/06/2021, which nothing in the text settles; `resolve` refuses it. */
  ambiguous: boolean
  /** Times of day printed inside a range: `10 June 2021, 17:00 - 11 June 2021, 18:00`; index and length in the text given. */
  holes: { index: number; length: number }[]
}

/** Settings of a search: a language as BCP 47 (`en`, `fr`), and whether 05/06/2021 is known to be 5 June on this page. */
export type DateOptions = { language?: string; dayFirst?: boolean }

/** A range of real days, `YYYY-MM-DD`, inclusive. */
export type DayRange = { start: string; end: string }

/** A date with its year. */
export type ResolvedDate = {
  precision: Precision
  /** In the order printed; lone days that follow each other are one range. */
  ranges: DayRange[]
  /** First and last day of the whole. */
  start: string
  end: string
  /** Every day, in order, when they are not all of `start` to `end`. */
  days?: string[]
  /** Whether the text printed the year, or the caller gave it. */
  yearFrom: 'printed' | 'given'
  /** A sentence when a printed weekday contradicts the date. */
  issue?: string
}

/** A date that cannot be: the 31 June, an end before its start, 05/06/2021; the sentence says which. */
export type ImpossibleDate = { issue: string }

/** Words that name a time without being a date: `early May 2026`, `spring 2026`; the caller raises an issue. */
export type VagueDate = { index: number; length: number; text: string }
