import { dayFirst, monthFirst, yearFirst } from './named.ts'
import { isoPoint, numericPoint } from './numeric.ts'
import type { Reader } from './reader.ts'
import { at } from './reader.ts'
import { hanPoint } from './signs.ts'
import { weekdayAfter, weekdayBefore } from './weekday.ts'
import { yearAt } from './year.ts'

/**
 * One date as far as it is printed: `14`, `14 May`, `May 14, 2026`, `May 2026`.
 * `order` says where a month stands: a day alone takes the month after it, or the one before it after `month-first`.
 */
export type Point = {
  day?: number
  month?: number
  year?: number
  weekday?: number
  order: 'alone' | 'day-first' | 'month-first' | 'month-only'
  /** Token it begins at, and the token after it. */
  start: number
  end: number
  /** Day and month could be exchanged: 05/06. */
  swappable?: boolean
  /** Numbers without a year: a date only beside one that has it, or where the language writes so. */
  bare?: boolean
  /** Written in numbers only. */
  numeric?: boolean
  /** `9 December 2021` against `9`: a day alone that carries an ordinal ending. */
  ordinal?: boolean
  /** Written with the sign of a day: `18日`. */
  signed?: boolean
  /** Written as ISO 8601, where `/` makes a range. */
  iso?: boolean
  /** Weekdays printed before this date for those that follow it. */
  others?: number[]
}

/** The date that begins at a token; `chained` when a joint stands before it, `after` being the date before the joint. */
export function pointAt(reader: Reader, i: number, chained = false, after?: Point): Point | undefined {
  const weekday = weekdayBefore(reader, i)
  const start = weekday?.end ?? i
  const point = unnamed(reader, start, chained || weekday !== undefined, after)
  if (!point || (weekday && point.day === undefined)) return undefined
  const later = weekday ? undefined : weekdayAfter(reader, point)
  if (!weekday && !later) return point
  const named = weekday?.weekday ?? later?.weekday
  const year = later && point.year === undefined && point.order !== 'alone' ? yearAt(reader, later.end, false, true) : undefined
  return {
    ...point,
    start: i,
    end: year?.end ?? later?.end ?? point.end,
    ...(named ? { weekday: named } : {}),
    ...(year ? { year: year.year } : {}),
    ...(weekday?.others?.length ? { others: weekday.others } : {}),
  }
}

function unnamed(reader: Reader, i: number, chained: boolean, after?: Point): Point | undefined {
  const token = at(reader, i)
  if (token.kind === 'number') {
    return (
      isoPoint(reader, i, chained) ??
      hanPoint(reader, i) ??
      numericPoint(reader, i, chained) ??
      yearFirst(reader, i) ??
      dayFirst(reader, i, chained, after)
    )
  }
  if (token.sense.month) return monthFirst(reader, i)
  return dayFirst(reader, i, chained, after)
}
