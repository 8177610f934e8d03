import type { DateOptions, ImpossibleDate, PrintedDate, ResolvedDate, VagueDate } from './printed.ts'

export type * from './printed.ts'

/** Every date expression of the text in order, none overlapping; never throws, and costs in proportion to the text's length. */
export function findDates(_text: string, _options: DateOptions = {}): PrintedDate[] {
  return []
}

/** The date with real days; undefined when neither the text nor the caller gives a year. `'start' in` tells a date from an impossible one. */
export function resolve(_date: PrintedDate, _year?: number): ResolvedDate | ImpossibleDate | undefined {
  return undefined
}

/** The candidates in which every printed weekday falls on its day; all of them when no weekday is printed. */
export function weekdayYear(_date: PrintedDate, candidates: number[]): number[] {
  return candidates
}

/** Every vague date of the text in order. */
export function findVague(_text: string): VagueDate[] {
  return []
}
