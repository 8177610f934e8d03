import { Temporal } from 'temporal-polyfill'
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
  const whole = merged(real, date.precision)
  const start = whole.map((range) => range.start).sort()[0] as string
  const end = whole
    .map((range) => range.end)
    .sort()
    .at(-1) as string
  const days = date.precision === 'day' ? apart(whole, start, end) : undefined
  const issue = contradiction(ranges)
  return {
    precision: date.precision,
    ranges: whole,
    start,
    end,
    ...(days ? { days } : {}),
    yearFrom: date.yearPrinted ? 'printed' : 'given',
    ...(issue ? { issue: `"${date.text}": ${issue}` } : {}),
  }
}

function realRange({ from, to }: PrintedRange, precision: PrintedDate['precision']): DayRange | string {
  if (precision === 'week') return week(from)
  const start = from.day === undefined ? realDay({ ...from, day: 1 }) : realDay(from)
  const end =
    to.day === undefined
      ? realDay({ ...to, day: 1 })
          ?.add({ months: 1 })
          .subtract({ days: 1 })
      : realDay(to)
  if (!start) return missing(from)
  if (!end) return missing(to)
  if (Temporal.PlainDate.compare(start, end) > 0) return `${end.toString()} is before ${start.toString()}`
  return { start: start.toString(), end: end.toString() }
}

/** Monday to Friday of the week of a day; a Sunday belongs to the week that it opens. */
function week(day: PrintedDay): DayRange | string {
  const real = realDay(day)
  if (!real) return missing(day)
  const monday = real.add({ days: real.dayOfWeek === 7 ? 1 : 1 - real.dayOfWeek })
  return { start: monday.toString(), end: monday.add({ days: 4 }).toString() }
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

function apart(ranges: DayRange[], start: string, end: string): string[] | undefined {
  if (ranges.length === 1) return undefined
  const days = new Set<string>()
  for (const range of ranges) {
    for (let day = range.start; day <= range.end; day = nextDay(day)) {
      days.add(day)
      if (days.size > mostDays) return undefined
    }
  }
  const length = Temporal.PlainDate.from(start).until(end, { largestUnit: 'days' }).days + 1
  return days.size === length ? undefined : [...days].sort()
}

function nextDay(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

/** 05/06 with a weekday: the order in which the weekday is right, if only one is. */
function settledByWeekday(ranges: PrintedRange[]): PrintedRange[] | undefined {
  if (!ranges.some(({ from, to }) => from.weekday ?? to.weekday)) return undefined
  const right = [ranges, ranges.map(turned)].filter((order) => !contradiction(order))
  return right.length === 1 ? right[0] : undefined
}
