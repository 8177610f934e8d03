import { Temporal } from 'temporal-polyfill'
import type { PrintedDate } from '../../dates/index.ts'

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const words =
  /\b(today|tonight|tomorrow|the day after tomorrow|(?:(?:this|next|coming|on) )(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/gi

/** The dates of a text with those said from the day it was written: `today`, `tomorrow`, `next Monday`; these are added to `relative`. */
export function withRelative(dates: PrintedDate[], text: string, today: string, relative: Set<PrintedDate>): PrintedDate[] {
  if (text.search(words) < 0) return dates
  const now = Temporal.PlainDate.from(today)
  const all = [...dates]
  for (const match of text.matchAll(words)) {
    const said = match[0].toLowerCase()
    if (all.some(({ index, length }) => match.index < index + length + 3 && match.index + said.length + 3 > index)) continue
    const day = dayOf(said, now)
    const at = { year: day.year, month: day.month, day: day.day }
    const date: PrintedDate = {
      index: match.index,
      length: said.length,
      text: match[0],
      precision: 'day',
      ranges: [{ from: at, to: at }],
      yearPrinted: true,
      marks: [],
      crossesYear: false,
      consistent: true,
      ambiguous: false,
      holes: [],
    }
    relative.add(date)
    all.push(date)
  }
  return all.sort((a, b) => a.index - b.index)
}

function dayOf(said: string, now: Temporal.PlainDate): Temporal.PlainDate {
  if (said === 'tomorrow') return now.add({ days: 1 })
  if (said === 'the day after tomorrow') return now.add({ days: 2 })
  const weekday = days.findIndex((name) => said.endsWith(name)) + 1
  if (weekday === 0) return now
  const ahead = (weekday - now.dayOfWeek + 7) % 7 || 7
  const isNextWeek = said.startsWith('next') && ahead < 7 && weekday > now.dayOfWeek
  return now.add({ days: isNextWeek ? ahead + 7 : ahead })
}
