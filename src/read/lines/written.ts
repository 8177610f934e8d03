import { apart, type PrintedDate, resolve } from '../dates/index.ts'
import type { Sheet } from '../layout/sheet.ts'
import { hasPlaceWords, placeless } from '../place/place.ts'
import type { Entry } from './entries.ts'
import type { Line } from './line.ts'
import type { View } from './view.ts'

/** As many dates as are asked whether the text was written on their day. */
const most = 20
/** A moment with an hour, as programs stamp what they publish; midnight and noon stand for days. */
const moment = /T(?!00:00|12:00)\d\d:\d\d/

/** A day that stands alone under a byline, beside the page's title, or is that of the dateline, is when the text was written. */
export function withDatelines(sheet: Sheet, entries: Entry[], lines: Map<number, Line>, captured: string): Entry[] {
  const written = entries.flatMap(({ sense, date }) => (sense.is === 'dateline' ? (dayOf(date) ?? []) : [])).slice(0, most)
  const published = (sheet.text.published ?? sheet.text.issued)?.slice(0, 10)
  const title = titleOf(sheet)
  return entries.map((entry) => {
    const isAlone = entry.style === 'bare' && !entry.labelled && entry.sense.is === 'meeting'
    if (!isAlone || (sheet.dates[entry.block]?.length ?? 0) > 1) return entry
    // A clock that counts seconds stamps messages; no meeting is called to the second.
    const isStamp = /\d:\d\d:\d\d/.test(entry.view.text)
    const day = dayOf(entry.date)
    const [time] = lines.get(entry.block)?.times ?? []
    const byline = /^(?:by|par|por|von|author|written by)[:\s]\s*\p{Lu}/iu.test(sheet.text.blocks[entry.block - 1]?.text ?? '')
    const isWritten =
      isStamp ||
      (day !== undefined &&
        !time?.end &&
        (byline ||
          written.some((other) => apart(other, day) <= 2) ||
          (day <= captured &&
            (day === published ||
              (!hasPlaceWords(entry.view.text) && isBeside(sheet, entry.block, title) && isPosted(sheet, entry, entries, day))))))
    return isWritten ? { ...entry, sense: { is: 'dateline', why: 'the day the text was written' } } : entry
  })
}

/** The page's own heading; -1 for none. */
function titleOf({ text: { blocks }, frame }: Sheet): number {
  return blocks.findIndex(({ role, level }, i) => role === 'heading' && level <= 2 && frame[i] === undefined)
}

/** Whether a block stands right before the title, or after it with nothing but short lines between. */
function isBeside({ text: { blocks } }: Sheet, block: number, title: number): boolean {
  if (title < 0 || block < title - 2 || block > title + 3) return false
  for (let i = title + 1; i < block; i++) if ((blocks[i]?.text.length ?? 0) > 60 || blocks[i]?.role === 'heading') return false
  return true
}

/** Its markup stamps it to the minute, which its words do not print; or all that the page tells with a day comes after it. */
function isPosted({ text: { blocks } }: Sheet, entry: Entry, entries: Entry[], day: string): boolean {
  if (blocks[entry.block]?.times?.some((stamp) => stamp.startsWith(day) && moment.test(stamp))) return true
  const others = entries.slice(0, most).filter((other) => other !== entry)
  const days = others.flatMap(({ date }) => firstOf(date, day) ?? [])
  const isTold = others.some(({ date }) => isLong(date) && firstOf(date, day) === day)
  return isTold || (days.some((other) => other > day) && days.every((other) => other >= day))
}

function isLong({ ranges: [range] }: PrintedDate): boolean {
  return range?.from.day !== range?.to.day || range?.from.month !== range?.to.month
}

function dayOf(date: PrintedDate): string | undefined {
  const when = date.yearPrinted && date.precision === 'day' ? resolve(date) : undefined
  return when && 'start' in when && when.start === when.end ? when.start : undefined
}

/** The first day of a date; without a year that of the year of `day`, or the next. */
function firstOf(date: PrintedDate, day: string): string | undefined {
  const year = Number(day.slice(0, 4))
  for (const given of [year, year + 1]) {
    const when = resolve(date, given)
    if (when && 'start' in when && (date.yearPrinted || when.start >= day)) return when.start
  }
  return undefined
}

/** A day that begins a text after a place or an agency: `VIENNA, 16 May (UNIS) –`. */
export function isDateline({ before, after, from, date, prose, others, text }: View): boolean {
  const [range] = date.ranges
  if (range?.from.day !== range?.to.day || range?.from.month !== range?.to.month) return false
  if (
    prose &&
    from === 0 &&
    before.trim() === '' &&
    date.yearPrinted &&
    /^\s*[-–—]{1,3}\s*\p{Lu}/u.test(after) &&
    others.length > 1
  )
    return true
  if (date.precision !== 'day' || date.ranges.length > 1) return false
  if (
    from === 0 &&
    before.trim() === '' &&
    /^\s*[:：]\s*\p{Lu}/u.test(after) &&
    others.some((other) => isHeld(text, other, date))
  )
    return true
  const place =
    /^\W{0,3}[\p{Lu}][\p{L} .'’-]{2,40}(?:\s?\([\p{L} ]+\))?,?\s*(?:(?:le|el|den)\s+)?$/u.test(before) ||
    (before.trim() === '' && prose)
  if (
    from === 0 &&
    (prose || text.length > 120) &&
    afterPlace.test(text.slice(date.index + date.length, date.index + date.length + 60)) &&
    isPlace(before)
  )
    return true
  return (
    from === 0 &&
    place &&
    /^\s*(?:\((?:UN Information Service|UNIS|UNODC|UN News|[\p{Lu}][\p{L} ]{2,40})\)\s*[-–—]|[-–—]{1,3}\s*(?:On|In|The|At|A|Media|Today|Les?|La|Los|Las|El|En)\b|\s—\s)/u.test(
      after,
    )
  )
}

/** Another date of the line is the one on which its meeting is held: `14 June 2021: The session will be held from 6 to 10 September`. */
function isHeld(text: string, { index }: PrintedDate, first: PrintedDate): boolean {
  const end = first.index + first.length
  return (
    index >= end &&
    /\b(?:held|takes? place|scheduled|convened?)\b[^.;]{0,60}$/i.test(text.slice(Math.max(end, index - 90), index))
  )
}

/** What follows the day of a dateline: an agency, a full stop, a dash. */
const afterPlace = /^\s*(?:\([\p{Lu}\d][\p{L} ]{1,40}\)\s*[-–—]|\.?\s*\/[\p{L} ]{2,20}\/|\.\s+\p{Lu}|\s[-–—]{1,2}\s*\p{Lu})/u

/** A place in capitals, or a city we know: `ВЕНА, 13 августа. /ТАСС/.` */
function isPlace(before: string): boolean {
  return (
    /^\W{0,3}[^\d,.;:]{3,40},?\s*$/.test(before) &&
    (before === before.toUpperCase() || placeless(before).replace(/[^\p{L}]/gu, '').length < 3)
  )
}
