import { countIn, daysIn, isoDay, weekdayOf } from './days.ts'
import type { DayRange, ImpossibleDate, PrintedDate, PrintedDay, PrintedRange, ResolvedDate } from './printed.ts'
import { contradiction, inYear, realDay, turned } from './weekday.ts'

/** Longest list of days given one by one. */
const mostDays = 400

/**
 * The date with real days; undefined when neither the text nor the caller gives a year (the caller's is that of the first day).
 * A date that cannot be has an issue and no days: `'start' in` tells them apart.
 */
export function resolve(date: PrintedDate, year?: number): ResolvedDate | ImpossibleDate | undefined {
  if (!date.yearPrinted && year === undefined) return undefined
  const printed = inYear(date, year)
  const ranges = date.ambiguous ? settledByWeekday(printed) : printed
  if (!ranges) return { issue: `"${date.text}" may be day first or month first` }
  const real: DayRange[] = []
  for (const range of ranges) {
    const days = realRange(range, date.precision)
    if (typeof days === 'string') return { issue: `"${date.text}": ${days}` }
    real.push(days)
  }
  const whole = real.length === 1 ? real : merged(real, date.precision)
  let { start, end } = whole[0] as DayRange
  for (const range of whole) {
    if (range.start < start) start = range.start
    if (range.end > end) end = range.end
  }
  const resolved: ResolvedDate = {
    precision: date.precision,
    ranges: whole,
    start,
    end,
    yearFrom: date.yearPrinted ? 'printed' : 'given',
  }
  const days = date.precision === 'day' ? scattered(whole, start, end) : undefined
  if (days) resolved.days = days
  const issue = contradiction(ranges)
  if (issue) resolved.issue = `"${date.text}": ${issue}`
  return resolved
}

function realRange({ from, to }: PrintedRange, precision: PrintedDate['precision']): DayRange | string {
  if (precision === 'week') return week(from)
  const start = realDay(from.day === undefined ? { ...from, day: 1 } : from)
  const end = realDay(to.day === undefined ? { ...to, day: to.year === undefined ? 1 : daysIn(to.year, to.month) } : to)
  if (start === undefined) return missing(from)
  if (end === undefined) return missing(to)
  if (start > end) return `${isoDay(end)} is before ${isoDay(start)}`
  const first = isoDay(start)
  return { start: first, end: start === end ? first : isoDay(end) }
}

/** Monday to Friday of the week of a day; a Sunday belongs to the week that it opens. */
function week(day: PrintedDay): DayRange | string {
  const real = realDay(day)
  if (real === undefined) return missing(day)
  const weekday = weekdayOf(real)
  const monday = real + (weekday === 7 ? 1 : 1 - weekday)
  return { start: isoDay(monday), end: isoDay(monday + 4) }
}

function missing({ year, month, day }: PrintedDay): string {
  return `there is no day ${day ?? ''}.${month}.${year ?? ''}`
}

/** Lone days, and months, that follow each other become one range; printed ranges of days stay. */
function merged(ranges: DayRange[], precision: PrintedDate['precision']): DayRange[] {
  const whole: (DayRange & { lone: boolean })[] = []
  for (const { start, end } of ranges) {
    const last = whole.at(-1)
    const lone = start === end || precision === 'month'
    if (last?.lone && lone && nextDay(last.end) === start) last.end = end
    else if (!whole.some((range) => range.start === start && range.end === end)) whole.push({ start, end, lone })
  }
  return whole.map(({ start, end }) => ({ start, end }))
}

function scattered(ranges: DayRange[], start: string, end: string): string[] | undefined {
  if (ranges.length === 1) return undefined
  const days = new Set<string>()
  for (const range of ranges) {
    for (let day = range.start; day <= range.end; day = nextDay(day)) {
      days.add(day)
      if (days.size > mostDays) return undefined
    }
  }
  const length = countIn(end) - countIn(start) + 1
  return days.size === length ? undefined : [...days].sort()
}

function nextDay(day: string): string {
  return isoDay(countIn(day) + 1)
}

/** 05/06 with a weekday: the order in which the weekday is right, if only one is. */
function settledByWeekday(ranges: PrintedRange[]): PrintedRange[] | undefined {
  if (!ranges.some(({ from, to }) => from.weekday ?? to.weekday)) return undefined
  const right = [ranges, ranges.map(turned)].filter((order) => !contradiction(order))
  return right.length === 1 ? right[0] : undefined
}
