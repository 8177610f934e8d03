import type { PrintedDate } from '../dates/index.ts'

/** The words that name a zone beside a time, and its IANA name where they name a place; CET or GMT+1 alone name none. */
export type PrintedZone = { label: string; zone?: string }

/** One sitting as printed: wall times `HH:MM` (`24:00` is midnight at the end of the day), its place in the text, and its zone's words. */
export type PrintedTime = { index: number; length: number; start: string; end?: string; zone?: PrintedZone }

/** Every sitting of the text in order; dates are left out, those given or else those found here. */
export function findTimes(_text: string, _options: { dates?: PrintedDate[]; language?: string } = {}): PrintedTime[] {
  return []
}

/** The IANA zone of the first place named in the text: `All times below are Atlanta time (EST)` is America/New_York. */
export function zoneOf(_text: string): string | undefined {
  return undefined
}

/** What `read --dates` is given on a line. */
export type DateLine = { text: string; year?: number | null; language?: string }

/** What `read --dates` answers: inclusive ranges, and the first and last printed wall time. */
export type DateLineAnswer = {
  ranges: [string, string][]
  precision: 'day' | 'week' | 'month'
  startTime?: string
  endTime?: string
  issue?: string
}

/** Reads the first date, and the times, of one printed line; no date gives no ranges. */
export function readDateLine(_line: DateLine): DateLineAnswer {
  return { ranges: [], precision: 'day' }
}
