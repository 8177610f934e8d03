import { Temporal } from 'temporal-polyfill'
import { findDates, resolve } from '../dates/index.ts'
import { findTimes } from '../times/index.ts'

/** The days a cell names, what was assumed in reading them, and a time that stands beside them. */
export type CellDate = {
  start: string
  end: string
  days?: string[]
  precision: 'day' | 'week' | 'month'
  doubts: string[]
  isAssumed: boolean
  rest: string
}

/** What a table as a whole says of dates: whether 05/06 is the 5th of June, and the year where a cell has none. */
export type DateSense = { dayFirst: boolean | undefined; year?: number | undefined; captured: string }

const numeric = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})\b/
const iso = /\b(\d{4})-(\d\d)-(\d\d)\b/g

/** Whether the numeric dates of a column put the day first: a number above 12 settles it, and so do full stops; undefined when nothing does. */
export function dayFirstIn(cells: string[]): boolean | undefined {
  let dotted = false
  for (const cell of cells) {
    const [printed, first, second] = numeric.exec(cell) ?? []
    if (!printed) continue
    if (Number(first) > 12) return true
    if (Number(second) > 12) return false
    dotted ||= printed.includes('.')
  }
  return dotted ? true : undefined
}

/** Reads a cell as a date; a sentence why it cannot be, undefined for an empty cell. */
export function dateIn(cell: string, sense: DateSense): CellDate | string | undefined {
  const words = cell.trim().slice(0, 300)
  if (words === '') return undefined
  const plain = isoDays(words)
  if (plain) return plain
  const short = shortYear(words)
  const dayFirst = sense.dayFirst ?? true
  const [date, ...others] = findDates(short, { dayFirst })
  if (!date) return `cannot read the date "${words.slice(0, 60)}"`
  const doubts: string[] = []
  const isUnsettled = sense.dayFirst === undefined && /\d{1,2}[/-]\d{1,2}[/-]\d/.test(date.text) && isTurnable(date.text)
  if (isUnsettled) doubts.push(`"${date.text}" was read with the day first`)
  const year = date.yearPrinted ? undefined : (sense.year ?? nearestYear(date, sense.captured))
  if (!date.yearPrinted && sense.year === undefined)
    doubts.push(`the year of "${words.slice(0, 60)}" is not printed; ${year} was assumed`)
  const found = resolve(date, year)
  if (!found || !('start' in found)) return `cannot read the date "${words.slice(0, 60)}"`
  if (found.issue) doubts.push(found.issue)
  if (others.length > 0) doubts.push(`"${words.slice(0, 60)}" names more than one date; the first was taken`)
  const { start, end, days, precision } = found
  const isAssumed = isUnsettled || (!date.yearPrinted && sense.year === undefined)
  const rest = `${short.slice(0, date.index)} ${short.slice(date.index + date.length)}`.trim()
  return { start, end, precision, doubts, isAssumed, rest, ...(days && { days }) }
}

/** Wall times in a cell: `10:00-13:00`, `3 pm`, `10.30`, `1000`. */
export function timesIn(cell: string): { start: string; end?: string } | undefined {
  const words = cell.trim().slice(0, 120)
  const bare = /^([01]?\d|2[0-3])[:.h]?([0-5]\d)?(?::\d\d)?\s*(?:h|hrs?|uhr)?$/i.exec(words)
  if (bare?.[1] && (bare[2] || /h|uhr/i.test(words))) return { start: `${bare[1].padStart(2, '0')}:${bare[2] ?? '00'}` }
  const times = findTimes(words)
  const [first] = times
  const last = times.at(-1)
  if (!first) return undefined
  const end = last?.end
  return end ? { start: first.start, end } : { start: first.start }
}

function isoDays(words: string): CellDate | undefined {
  const days = [...words.matchAll(iso)].map(([day]) => day)
  const [start, end = start] = days
  if (!start || !end || days.length > 2 || !isReal(start) || !isReal(end) || end < start) return undefined
  return {
    start,
    end,
    precision: 'day',
    doubts: [],
    isAssumed: false,
    rest: words
      .replace(iso, ' ')
      .replace(/^\s*T(?=\d)/, ' ')
      .replace(/Z?\s*$/, '')
      .trim(),
  }
}

function isReal(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** `18/05/26` is of this century. */
function shortYear(words: string): string {
  return words.replace(/\b(\d{1,2})([/.-])(\d{1,2})\2(\d{2})\b(?![/.:-])/g, '$1$2$3$2' + '20$4')
}

function isTurnable(text: string): boolean {
  const [, first, second] = numeric.exec(text) ?? []
  return first !== second && Number(first) <= 12 && Number(second) <= 12
}

/** The year in which the date next comes after the day a table was handed in. */
function nearestYear(date: ReturnType<typeof findDates>[number], captured: string): number {
  const today = Temporal.PlainDate.from(captured)
  const found = resolve(date, today.year)
  return found && 'start' in found && found.end < captured ? today.year + 1 : today.year
}
