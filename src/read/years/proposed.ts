import { Temporal } from 'temporal-polyfill'
import type { YearReason } from '../../event/index.ts'
import { type PrintedDate, type ResolvedDate, resolve, weekdayYear } from '../dates/index.ts'

/** The first year in which the date is not over a month before the text was written: a proposal, for a person to confirm. */
export function proposedYear(date: PrintedDate, captured: string): { when: ResolvedDate; year: YearReason } | undefined {
  const earliest = Temporal.PlainDate.from(captured).subtract({ months: 1 }).toString()
  const year = Number(captured.slice(0, 4))
  for (const one of weekdayYear(date, [year, year + 1])) {
    const when = resolve(date, one)
    if (when && 'start' in when && when.end >= earliest) return { when, year: 'proposed' }
  }
  return undefined
}
