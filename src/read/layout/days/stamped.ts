import type { PageText } from '../../../source/index.ts'
import { findDates, type PrintedDate } from '../../dates/index.ts'

/** Adds the days that calendars of a month print as a number alone, where its element says which day it is: `<time datetime="2026-06-09">9</time>`. */
export function addStampedDays({ blocks }: PageText, dates: PrintedDate[][]): void {
  blocks.forEach(({ text, times }, index) => {
    if (!times) return
    const [stamp, more] = times
    if (!stamp || more || !/^\d{1,2}$/.test(text) || (dates[index]?.length ?? 0) > 0) return
    if (!/^\d{4}-\d\d-\d\d$/.test(stamp) || Number(stamp.slice(8)) !== Number(text)) return
    const [date] = findDates(stamp)
    if (date) dates[index] = [{ ...date, index: 0, length: text.length, text }]
  })
}
