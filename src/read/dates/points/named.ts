import { dayAt } from './day.ts'
import { monthAt } from './month.ts'
import type { Point } from './point.ts'
import type { Reader } from './reader.ts'
import { at, is } from './reader.ts'
import { weekdayAfter } from './weekday.ts'
import { yearAt, yearEnd } from './year.ts'

/** `14 May 2026`, `14th of May`, `14-May-26`, `14`. */
export function dayFirst(reader: Reader, i: number, chained: boolean, after?: Point): Point | undefined {
  const day = dayAt(reader, i, chained)
  if (!day) return undefined
  const alone: Point = { day: day.day, order: 'alone', start: i, end: day.end, ordinal: day.ordinal, signed: day.signed }
  const weekday = weekdayAfter(reader, alone, true)
  let m = weekday?.end ?? day.end
  const joined = at(reader, m)
  const tight = joined.glued && (joined.kind === 'dash' || is(joined, '/')) && at(reader, m + 1).glued
  if (tight && at(reader, m + 1).sense.month) m += 1
  else if (joined.sense.of && !joined.sense.month) m += at(reader, m + 1).sense.of && !at(reader, m + 1).sense.month ? 2 : 1
  const month = monthAt(reader, m)
  const alonePoint = after?.order === 'month-first' ? withYear(reader, alone) : alone
  if (!month) return alonePoint
  // `May 6, 7 May`: the second month is its own; `6 May 2024 - 7 May`, likewise.
  const year = yearAt(reader, month.end, tight)
  const two = day.ordinal || year !== undefined
  if (month.shy && !two && !chained) {
    return month.kind === 'capital' && at(reader, m).capital ? found() : undefined
  }
  if (month.shy && month.kind === 'language' && !year) return alonePoint
  return found()

  function found(): Point {
    const end = yearEnd(reader, year?.end ?? month?.end ?? m)
    const point: Point = { day: day?.day ?? 0, month: month?.month ?? 0, order: 'day-first', start: i, end }
    if (year) point.year = year.year
    if (weekday) point.weekday = weekday.weekday
    return point
  }
}

function withYear(reader: Reader, alone: Point): Point {
  const year = yearAt(reader, alone.end, false, true)
  return year ? { ...alone, year: year.year, end: year.end } : alone
}

/** `May 14, 2026`, `May 14`, `May 2026`, `May`. */
export function monthFirst(reader: Reader, i: number): Point | undefined {
  const month = monthAt(reader, i)
  if (!month) return undefined
  const small = month.shy && !(month.kind === 'capital' && at(reader, i).capital)
  const the = at(reader, month.end)
  const dash = the.kind === 'dash' && the.glued && at(reader, month.end + 1).glued
  const day =
    month.month && !is(the, ',')
      ? dayAt(reader, month.end + (the.sense.lead && the.text === 'the' ? 1 : dash ? 1 : 0), true)
      : undefined
  if (day && !dash) {
    const year = yearAt(reader, day.end, false, true)
    if (small && !year) return undefined
    return {
      day: day.day,
      month: month.month,
      ...(year ? { year: year.year } : {}),
      order: 'month-first',
      start: i,
      end: year?.end ?? day.end,
    }
  }
  const year = yearAt(reader, month.end, false, true)
  if (small && !year) return undefined
  return {
    month: month.month,
    ...(year ? { year: year.year } : {}),
    order: 'month-only',
    start: i,
    end: yearEnd(reader, year?.end ?? month.end),
  }
}

/** `2026 May 14`, `2026 May`. */
export function yearFirst(reader: Reader, i: number): Point | undefined {
  const token = at(reader, i)
  if (token.text.length !== 4 || token.value < 1900 || token.value > 2100 || token.glued) return undefined
  const month = at(reader, i + 1)
  if (!month.sense.month || !month.capital || month.newLine) return undefined
  const point = monthFirst(reader, i + 1)
  return point && point.day !== undefined && point.year === undefined ? { ...point, year: token.value, start: i } : undefined
}
