import { countOf, daysIn, isoDay, weekdayOf } from './days.ts'
import { turns } from './grammar/years.ts'
import type { PrintedDate, PrintedDay, PrintedRange } from './printed.ts'

/** The candidates in which every printed weekday falls on its day, each being the year of the first date; all of them when no weekday is printed. */
export function weekdayYear(date: PrintedDate, candidates: number[]): number[] {
  return candidates.filter((year) => !contradiction(inYear(date, year)))
}

/** The ranges with a year each: the printed ones stay, the first without takes the year given and the rest go on from it. */
export function inYear(date: PrintedDate, given?: number): PrintedRange[] {
  if (date.ranges.every(({ from, to }) => from.year !== undefined && to.year !== undefined)) return date.ranges
  let before: PrintedDay | undefined
  const place = (day: PrintedDay, range: boolean): PrintedDay => {
    const year = day.year ?? (before?.year === undefined ? given : before.year + (turns(before, day, range) ? 1 : 0))
    before = year === undefined ? day : { ...day, year }
    return before
  }
  return date.ranges.map(({ from, to }) => {
    const start = place(from, false)
    return { from: start, to: to === from ? start : place(to, true) }
  })
}

/** A sentence when a printed weekday is not that of its day. */
export function contradiction(ranges: PrintedRange[]): string | undefined {
  for (const { from, to } of ranges) {
    for (const day of [from, to]) {
      const real = day.weekday ? realDay(day) : undefined
      if (real !== undefined && day.weekday && weekdayOf(real) !== day.weekday) {
        return `${isoDay(real)} is a ${weekdays[weekdayOf(real) - 1]}, not the printed ${weekdays[day.weekday - 1]}`
      }
    }
  }
  return undefined
}

/** The day as a count ({@link countOf}), if the calendar has it and `YYYY-MM-DD` can say it and the days after it. */
export function realDay({ year, month, day }: PrintedDay): number | undefined {
  if (year === undefined || year < 1 || year >= 9999) return undefined
  if (day === undefined || month < 1 || month > 12 || day < 1) return undefined
  return day <= daysIn(year, month) ? countOf(year, month, day) : undefined
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The range with day and month exchanged: 05/06 read month first. */
export function turned({ from, to }: PrintedRange): PrintedRange {
  const turn = (day: PrintedDay) => ((day.day ?? 13) > 12 ? day : { ...day, month: day.day ?? day.month, day: day.month })
  const start = turn(from)
  return { from: start, to: to === from ? start : turn(to) }
}
