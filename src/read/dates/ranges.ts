import type { PrintedDate, PrintedRange } from './printed.ts'

/** Whether a range goes from one day to another, or from one month to another. */
export function isLong(range: PrintedRange | undefined): boolean {
  return range?.from.day !== range?.to.day || range?.from.month !== range?.to.month
}

/** Whether a date is one lone day. */
export function isOneDay({ precision, ranges }: PrintedDate): boolean {
  return precision === 'day' && ranges.length === 1 && !isLong(ranges[0])
}
