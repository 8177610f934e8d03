import { findDates } from '../dates/find.ts'
import type { PrintedDate } from '../dates/printed.ts'
import { resolve } from '../dates/resolve.ts'
import { findTimes } from './find.ts'
import { sittingsIn } from './sittings.ts'

/** What `read --dates` is given on a line: a text, the year of its context where it prints none, its language as BCP 47. */
type DateLine = { text: string; year?: number | null; language?: string }

/** What `read --dates` answers: inclusive ranges, and the first and last printed wall time, `HH:MM`. */
type DateLineAnswer = {
  ranges: [string, string][]
  precision: 'day' | 'week' | 'month'
  startTime?: string
  endTime?: string
  /** A sentence about a date that cannot be, or a weekday that is not its day's. */
  issue?: string
}

/** Reads all dates and times of one printed line; no date, or none with a year, gives no ranges. */
export function readDateLine({ text, year, language }: DateLine): DateLineAnswer {
  const dates = findDates(text, language ? { language } : {})
  const days = dates.filter((date) => date.precision !== 'month')
  const chosen = days.length ? days : dates
  const given = yearOfLine(chosen) ?? year ?? undefined
  const answers = chosen.map((date) => resolve(date, given)).filter((answer) => answer !== undefined)
  const ranges = answers.flatMap((answer) => ('start' in answer ? answer.ranges : []))
  const issue = answers.find((answer) => answer.issue)?.issue
  const { sittings } = sittingsIn(findTimes(text, { dates }))
  const [first] = sittings
  const endTime = sittings.at(-1)?.end
  return {
    ranges: ranges.map(({ start, end }) => [start, end]),
    precision: chosen[0]?.precision ?? 'day',
    ...(first ? { startTime: first.start } : {}),
    ...(endTime ? { endTime } : {}),
    ...(issue ? { issue } : {}),
  }
}

/** The year that the line's own other dates print, when they agree. */
function yearOfLine(dates: PrintedDate[]): number | undefined {
  const years = new Set(dates.filter((date) => date.yearPrinted).flatMap((date) => date.ranges.map(({ from }) => from.year)))
  return years.size === 1 && dates.some((date) => !date.yearPrinted) ? [...years][0] : undefined
}
