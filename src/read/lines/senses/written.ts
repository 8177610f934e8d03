import type { Block } from '../../../source/index.ts'
import { apart, isLong, isOneDay, type PrintedDate, resolve } from '../../dates/index.ts'
import type { Sheet } from '../../layout/sheet.ts'
import { once } from '../../once.ts'
import { hasPlaceWords } from '../../place/place.ts'
import type { Entry } from '../entries.ts'
import type { Line } from '../line.ts'

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
    // A clock that counts seconds stamps messages, one that tells how far it is from UTC the page: no meeting is called so.
    const isStamp =
      /\d:\d\d:\d\d/.test(entry.view.text) || (entry.block < title && /\d\D*\s[+-]\d\d:?\d\d$/.test(entry.view.text))
    const day = dayOf(entry.date)
    const [time] = lines.get(entry.block)?.times ?? []
    const byline = [entry.block - 1, entry.block + 1].some((at) => isByline(sheet.text.blocks[at]?.text ?? ''))
    const isWritten =
      isStamp ||
      (byline && !time && isOneDay(entry.date)) ||
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

const isByline = once((said) => /^(?:by|par|por|von|author|(?:written|posted|published) by)[:\s]\s*\p{Lu}/iu.test(said))

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
  if (isOneOfHeads(blocks, entry, entries)) return false
  if (blocks[entry.block]?.times?.some((stamp) => stamp.startsWith(day) && moment.test(stamp))) return true
  const others = entries.slice(0, most).filter((other) => other !== entry)
  const days = others.flatMap(({ date }) => firstOf(date, day) ?? [])
  const isTold = others.some(({ date }) => isLong(date.ranges[0]) && firstOf(date, day) === day)
  return isTold || (days.some((other) => other > day) && days.every((other) => other >= day))
}

/** Days that stand alone in headings of one level head a programme. */
function isOneOfHeads(blocks: Block[], entry: Entry, entries: Entry[]): boolean {
  const head = blocks[entry.block]
  return (
    head?.role === 'heading' &&
    entries.slice(0, most).some(({ block, style }) => {
      const other = blocks[block]
      return block !== entry.block && style === 'bare' && other?.role === 'heading' && other.level === head.level
    })
  )
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
