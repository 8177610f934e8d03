import { marksAround, weekBefore } from './grammar/around.ts'
import type { Link } from './grammar/chain.ts'
import { chainAt } from './grammar/chain.ts'
import { stands } from './grammar/stands.ts'
import { withYears } from './grammar/years.ts'
import type { Point } from './points/point.ts'
import type { Reader } from './points/reader.ts'
import { at } from './points/reader.ts'
import type { DateOptions, PrintedDate, PrintedDay, PrintedRange } from './printed.ts'
import { tokensOf } from './tokens/tokens.ts'
import { windowsOf } from './tokens/windows.ts'
import { turned } from './weekday.ts'

/** Every date expression of the text in order, none overlapping; never throws, and costs in proportion to the text's length. */
export function findDates(text: string, options: DateOptions = {}): PrintedDate[] {
  const seen = { dayFirst: 0, monthFirst: 0 }
  const dates: PrintedDate[] = []
  let free = 0
  for (const window of windowsOf(text)) {
    const piece = window.end - window.start === text.length ? text : text.slice(window.start, window.end)
    for (const date of inWindow({ tokens: tokensOf(piece), options, seen }, piece)) {
      const index = date.index + window.start
      if (index < window.from || index >= window.to || index < free) continue
      dates.push(window.start ? moved(date, window.start) : date)
      free = index + date.length
    }
  }
  const order = options.dayFirst ?? settled(seen)
  return order === undefined ? dates : dates.map((date) => (date.ambiguous ? ordered(date, order) : date))
}

/** The date of a part of the text that begins at a place, where it stands in all of it. */
function moved(date: PrintedDate, start: number): PrintedDate {
  const holes = date.holes.map((hole) => ({ ...hole, index: hole.index + start }))
  return { ...date, index: date.index + start, holes }
}

/** The date in the order that the text has shown. */
function ordered(date: PrintedDate, dayFirst: boolean): PrintedDate {
  return { ...date, ambiguous: false, ranges: dayFirst ? date.ranges : date.ranges.map(turned) }
}

function inWindow(reader: Reader, text: string): PrintedDate[] {
  const found: PrintedDate[] = []
  let free = 0
  for (let i = 0; i < reader.tokens.length; i += 1) {
    const token = at(reader, i)
    if (token.kind !== 'number' && !token.sense.opens) continue
    const chain = chainAt(reader, i)
    if (!chain) continue
    const links = withYears(chain)
    const { end } = (links.at(-1) as Link).point
    if (stands(reader, links)) {
      found.push(printed(reader, text, links, Math.max(free, weekBefore(reader, i)), end))
      free = end
    } else if (links[0]?.point.order !== 'month-only') continue
    i = end - 1
  }
  return found
}

/** Whether 05/06 is 5 June in this text: undefined when no other date of it can only be read one way. */
function settled({ dayFirst, monthFirst }: Reader['seen']): boolean | undefined {
  return dayFirst > 0 === monthFirst > 0 ? undefined : dayFirst > 0
}

function printed(reader: Reader, text: string, links: Link[], start: number, end: number): PrintedDate {
  const swappable = links.some(({ point }) => point.swappable) && links.every(({ point }) => point.order !== 'alone')
  const ranges = rangesOf(links)
  const index = at(reader, start).index
  const finish = at(reader, end - 1).end
  const week = start < (links[0] as Link).point.start && ranges.length === 1 && links.length === 1
  const monthly = links.some(({ point }) => point.day === undefined)
  return {
    index,
    length: finish - index,
    text: text.slice(index, finish),
    precision: monthly ? 'month' : week ? 'week' : 'day',
    ranges,
    yearPrinted: links.every(({ point }) => point.year !== undefined),
    marks: marksAround(reader, start, end),
    crossesYear: ranges.some(({ from, to }) =>
      from.year !== undefined && to.year !== undefined ? from.year < to.year : from.month > to.month,
    ),
    consistent: links.length < 3 || areAlike(links),
    ambiguous: swappable,
    holes: links.flatMap(({ joint }) => {
      if (!joint?.hole) return []
      const from = at(reader, joint.hole.start).index
      return [{ index: from, length: at(reader, joint.hole.end - 1).end - from }]
    }),
  }
}

/** Whether all ranges are written with the same joint. */
function areAlike(links: Link[]): boolean {
  const ranges = links.filter(({ joint }) => joint?.kind === 'range')
  return new Set(ranges.map(({ joint }) => `${joint?.style}${joint?.tight}`)).size < 2
}

function rangesOf(links: Link[]): PrintedRange[] {
  const ranges: PrintedRange[] = []
  for (const { point, joint } of links) {
    const day = dayOf(point)
    const last = ranges.at(-1)
    if (joint?.kind === 'range' && last) last.to = day
    else if (joint?.style === '/' && point.day === undefined && last) last.to = day
    else ranges.push({ from: day, to: day })
  }
  return ranges
}

function dayOf({ day, month, year, weekday }: Point): PrintedDay {
  const printed: PrintedDay = { month: month ?? 0 }
  if (day !== undefined) printed.day = day
  if (year !== undefined) printed.year = year
  if (weekday !== undefined) printed.weekday = weekday
  return printed
}
