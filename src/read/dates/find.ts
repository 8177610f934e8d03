import { isVague, marksAround, weekBefore } from './grammar/around.ts'
import type { Link } from './grammar/chain.ts'
import { chainAt } from './grammar/chain.ts'
import type { Point } from './grammar/point.ts'
import type { Reader } from './grammar/reader.ts'
import { at, inLanguage, is } from './grammar/reader.ts'
import { withYears } from './grammar/years.ts'
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
      const holes = date.holes.map((hole) => ({ ...hole, index: hole.index + window.start }))
      dates.push(window.start ? { ...date, index, holes } : date)
      free = index + date.length
    }
  }
  const order = options.dayFirst ?? settled(seen)
  return order === undefined ? dates : dates.map((date) => (date.ambiguous ? ordered(date, order) : date))
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

/** Whether a chain is a date in its place: months alone need a year or a word before them, bare numbers a year or a language. */
function stands(reader: Reader, links: Link[]): boolean {
  const first = (links[0] as Link).point
  if (first.order === 'month-only') return monthStands(reader, links)
  if (links.some(({ point }) => point.bare && point.year === undefined)) return bareStands(reader, links)
  return true
}

function monthStands(reader: Reader, links: Link[]): boolean {
  const first = (links[0] as Link).point
  const last = (links.at(-1) as Link).point
  const before = at(reader, first.start - 1)
  if (isVague(reader, first.start)) return false
  // A number that is no day, as in `Annex 3 May`, leaves the month unread too.
  if (before.kind === 'number' && !before.glued && before.text.length < 3 && before.value <= 31 && before.value > 0) return false
  if (first.year !== undefined) return true
  const named =
    /^(?:in|during|this|next|last|since|until|by|every|en|em|im|in|nel|в|في|خلال|de|starting|from|courant|durante)$/.test(
      before.text,
    )
  const after = at(reader, last.end)
  const pause = (token: { text: string; newLine: boolean }) =>
    token.text === '' || token.newLine || /^[,;:()·|/]$/.test(token.text)
  const capital = at(reader, first.start).capital
  return (
    (named && (capital || !inEnglish(reader, first.start))) ||
    ((before.text === '' || at(reader, first.start).newLine || pause(before)) && pause(after))
  )
}

function inEnglish(reader: Reader, i: number): boolean {
  return at(reader, i).sense.languages?.includes('en') === true
}

/** `29/4` and `12.05.` without a year: only in languages that write so, in brackets or after a word that calls for a date. */
function bareStands(reader: Reader, links: Link[]): boolean {
  const first = (links[0] as Link).point
  const before = at(reader, first.start - 1)
  if (first.weekday !== undefined) return true
  if (!inLanguage(reader, ['fr', 'es', 'pt', 'it', 'de', 'nl', 'ru', 'ar'])) return false
  if (is(at(reader, first.end - 1), '.')) return true
  return is(before, '(') || /^(?:le|du|les|el|del|dia|em|am|vom|с|по|до|il|dal|يوم)$/.test(before.text)
}

function printed(reader: Reader, text: string, links: Link[], start: number, end: number): PrintedDate {
  const swappable = links.some(({ point }) => point.swappable) && links.every(({ point }) => point.order !== 'alone')
  const ranges = rangesOf(links)
  const index = at(reader, start).index
  const finish = at(reader, end - 1).end
  const week = start < (links[0] as Link).point.start && ranges.length === 1 && links.length === 1
  const monthly = links.some(({ point }) => point.day === undefined)
  const styles = new Set(
    links.filter(({ joint }) => joint?.kind === 'range').map(({ joint }) => `${joint?.style}${joint?.tight}`),
  )
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
    consistent: styles.size < 2,
    ambiguous: swappable,
    holes: links.flatMap(({ joint }) => {
      if (!joint?.hole) return []
      const from = at(reader, joint.hole.start).index
      return [{ index: from, length: at(reader, joint.hole.end - 1).end - from }]
    }),
  }
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
  return {
    month: month ?? 0,
    ...(day === undefined ? {} : { day }),
    ...(year === undefined ? {} : { year }),
    ...(weekday === undefined ? {} : { weekday }),
  }
}
