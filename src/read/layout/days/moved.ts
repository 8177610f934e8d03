import type { PageText } from '../../../source/index.ts'
import { findDates, isLong, type PrintedDate } from '../../dates/index.ts'

/** `has been moved from 8 February to 15 February` prints no stretch of days, but those that hold no more and those that do. */
export function withoutFormer({ blocks }: PageText, dates: PrintedDate[][]): void {
  for (const [index, found] of dates.entries()) {
    const said = blocks[index]?.text ?? ''
    if (found.length === 0 || !moved.test(said)) continue
    dates[index] = found.flatMap((date) => {
      const [range, more] = date.ranges
      const at = date.text.lastIndexOf(' to ')
      const isMoved = range && !more && isLong(range) && at > 0 && movedTo.test(said.slice(0, date.index))
      const [held] = isMoved ? findDates(date.text.slice(at + 4)) : []
      if (!range || !held) return [date]
      const former = { ...date, length: at, text: date.text.slice(0, at), ranges: [{ from: range.from, to: range.from }] }
      return [former, { ...held, index: date.index + at + 4 + held.index }]
    })
  }
}

const moved = /\b(?:moved|postponed|rescheduled|shifted|changed|deferred|brought forward) from\b/i
const movedTo = /\b(?:moved|postponed|rescheduled|shifted|changed|deferred|brought forward) from\s+(?:the\s+)?$/i
