import type { Block, PageText } from '../../../source/index.ts'
import { isOneDay, type PrintedDate } from '../../dates/index.ts'
import { once } from '../../once.ts'

const starts =
  /^\W*(?:starts?|start(?:ing)? (?:date|time|on)|begins?|from|opens?|opening|commencez|début|date de début|inicio|comienzo|comienza|beginning|date from|начало|开始|البداية)\b/iu
const ends =
  /^\W*(?:ends?|end(?:ing)? (?:date|time|on)|to|until|till|through|closes?|fin|date de fin|date to|termina|finaliza(?:r)?|hasta|окончание|结束|النهاية)\b/iu
const between =
  /^[\s,@(–—-]*(?:at\s+)?\d{1,2}(?:[:.h]\d\d)?\s*(?:[ap]\.?\s?m\.?)?(?:\s*\([^)]{2,12}\))?\s*(?:to|until|till|through|[-–—]|→|bis|au|al)\s*$/i
/** `opens on Monday, 13 June and runs until Friday, 17 June`. */
const lasts = /^[\s,]*and\s+(?:will\s+)?(?:runs?|lasts?|continues?|ends?|closes?|concludes?)\s+(?:on|until|till|through)?\s*$/i

const opensSpan = once((label) => starts.test(label))

/** Joins a first and a last day that are printed apart, with times between or in cells and lines of their own, into one date. */
export function joinSpans(text: PageText, dates: PrintedDate[][]): void {
  for (const index of dates.keys()) {
    const found = dates[index] as PrintedDate[]
    if (found.length === 0) continue
    const { text: said } = text.blocks[index] as Block
    if (found.length > 1) dates[index] = joinedIn(said, found)
    const last = lastDayBelow(text, dates, index)
    if (last === undefined) continue
    const [first] = dates[index] as [PrintedDate]
    const [other] = dates[last] as [PrintedDate]
    dates[index] = [spanOf(first, other, first.length, said)]
    dates[last] = []
  }
}

function joinedIn(said: string, found: PrintedDate[]): PrintedDate[] {
  const joined = [...found]
  for (let i = 0; i + 1 < joined.length; i++) {
    const [one, other] = [joined[i] as PrintedDate, joined[i + 1] as PrintedDate]
    const words = said.slice(one.index + one.length, other.index)
    if (!isOneDay(one) || !isOneDay(other) || !(between.test(words) || lasts.test(words))) continue
    joined.splice(i, 2, spanOf(one, other, other.index + other.length - one.index, said))
  }
  return joined.length < found.length ? joined : found
}

/** The block with the last day of a span whose first day stands alone in this one. */
function lastDayBelow(text: PageText, dates: PrintedDate[][], index: number): number | undefined {
  const [one, more] = dates[index] ?? []
  if (!one || more || !isOneDay(one)) return undefined
  const [following, another] = dates[index + 1] ?? []
  if (following && !another && isOneDay(following) && goesOn(text, index, one, following)) return index + 1
  if (!opensSpan(labelOf(text, index, one))) return undefined
  for (let next = index + 1; next <= index + 3; next++) {
    const [other, others] = dates[next] ?? []
    if (!other) continue
    return !others && isOneDay(other) && ends.test(labelOf(text, next, other)) ? next : undefined
  }
  return undefined
}

/** A first day alone in its line, and below it `10:00 AM – Friday, May 23, 2025`. */
function goesOn({ blocks }: PageText, index: number, one: PrintedDate, other: PrintedDate): boolean {
  const [first, next] = [blocks[index] as Block, blocks[index + 1] as Block]
  return (
    one.length === first.text.length && /\d\s*(?:[ap]\.?m\.?)?\s*[-–—]\s*$|^\s*[-–—]\s*$/i.test(next.text.slice(0, other.index))
  )
}

function labelOf({ blocks }: PageText, index: number, date: PrintedDate): string {
  const block = blocks[index] as Block
  const before = block.text.slice(0, date.index).trim()
  if (before !== '') return before.length < 30 ? before : ''
  if (block.header) return block.header
  const previous = blocks[index - 1]?.text ?? ''
  return previous.length < 30 ? previous : ''
}

function spanOf(one: PrintedDate, other: PrintedDate, length: number, said: string): PrintedDate {
  const from = { ...(one.ranges[0] as PrintedDate['ranges'][number]).from }
  const to = { ...(other.ranges[0] as PrintedDate['ranges'][number]).to }
  if (from.year === undefined && to.year !== undefined) from.year = from.month > to.month ? to.year - 1 : to.year
  if (to.year === undefined && from.year !== undefined) to.year = from.month > to.month ? from.year + 1 : from.year
  return {
    ...one,
    length,
    text: said.slice(one.index, one.index + length),
    ranges: [{ from, to }],
    yearPrinted: from.year !== undefined && to.year !== undefined,
    crossesYear: from.year !== to.year,
    holes:
      length > one.length
        ? [{ index: one.index + one.length, length: Math.max(0, length - one.length - other.length) }]
        : one.holes,
  }
}
