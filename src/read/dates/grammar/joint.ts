import { clockAt } from '../../times/clock.ts'
import type { Reader } from '../points/reader.ts'
import { at, is } from '../points/reader.ts'

/** What stands between two dates: the ends of a range or the items of a list, and the token at which the second may begin. */
export type Joint = {
  kind: 'range' | 'list'
  end: number
  /** A dash with no blank on either side. */
  tight: boolean
  /** How it is written, to see whether one expression keeps to one way. */
  style: string
  /** `between` stands before the second: its `and` makes a range. */
  between: boolean
  /** A lone comma, semicolon, dot or slash: the weakest joints. */
  weak: boolean
  /** Tokens of a time of day between the two. */
  hole?: { start: number; end: number }
}

/** The joint at a token, if one is. */
export function jointAt(reader: Reader, i: number): Joint | undefined {
  const hole = holeAt(reader, i)
  const found = plain(reader, hole?.end ?? i)
  if (!found || !hole) return found
  return found.kind === 'range' || found.style === '/' ? { ...found, hole } : undefined
}

function plain(reader: Reader, i: number): Joint | undefined {
  const token = at(reader, i)
  if (token.kind === 'dash') {
    let j = i + 1
    while (j - i < 4 && at(reader, j).kind === 'dash') j += 1
    const tight = token.glued && at(reader, j).glued
    return after(reader, j, 'range', '-', { tight })
  }
  // `Friday 5 to Sunday 7`, and two ways at once: `15 - to 19`.
  if (token.sense.to && token.kind === 'word') return after(reader, i + 1, 'range', token.text, {})
  if (token.text === 'up' && at(reader, i + 1).text === 'to') return after(reader, i + 2, 'range', 'to', {})
  if (token.text === 'jusqu' && is(at(reader, i + 1), "'")) return after(reader, i + 3, 'range', 'jusqu', {})
  if (isAnd(reader, i)) return after(reader, andEnd(reader, i), 'list', 'and', {})
  if (/^[,;]$/.test(token.text) && token.kind === 'mark') {
    const to = at(reader, i + 1)
    if (to.sense.to && to.kind === 'word' && !to.newLine) return after(reader, i + 2, 'range', to.text, {})
    if (isAnd(reader, i + 1)) return after(reader, andEnd(reader, i + 1), 'list', 'and', {})
    if (at(reader, i + 1).newLine) return undefined
    return after(reader, i + 1, 'list', token.text, { weak: true })
  }
  if ((is(token, '·') || is(token, '/') || is(token, '+')) && !at(reader, i + 1).newLine && !token.newLine) {
    return after(reader, i + 1, 'list', token.text, { weak: true, tight: token.glued && at(reader, i + 1).glued })
  }
  return undefined
}

function isAnd(reader: Reader, i: number): boolean {
  const token = at(reader, i)
  return (token.kind === 'word' && token.sense.and === true) || is(token, '&') || asWellAs(reader, i)
}

function asWellAs(reader: Reader, i: number): boolean {
  return at(reader, i).text === 'as' && at(reader, i + 1).text === 'well' && at(reader, i + 2).text === 'as'
}

function andEnd(reader: Reader, i: number): number {
  return asWellAs(reader, i) ? i + 3 : i + 1
}

function after(reader: Reader, i: number, kind: Joint['kind'], style: string, more: Partial<Joint>): Joint {
  let j = i
  let between = false
  for (let words = 0; words < 3; words += 1) {
    const token = at(reader, j)
    if (token.kind !== 'word' || token.sense.month || token.sense.weekday) break
    if (!token.sense.lead && !token.sense.between) break
    if (token.sense.between) between = true
    j += 1
  }
  if (is(at(reader, j), "'") && at(reader, j + 1).text === '') j += 1
  return { kind, end: j, tight: false, style, between, weak: false, ...more }
}

/** A time of day before a dash: `10 June 2021, 17:00 - 11 June 2021, 18:00`. */
function holeAt(reader: Reader, i: number): { start: number; end: number } | undefined {
  let j = i
  if (is(at(reader, j), ',')) j += 1
  const open = is(at(reader, j), '(')
  if (open || at(reader, j).text === 'at' || is(at(reader, j), '@') || (at(reader, j).text === 't' && at(reader, j).glued)) j += 1
  if (at(reader, j).kind !== 'number') return undefined
  const clock = clockAt(reader.tokens, j)
  if (!clock?.sure || (!clock.exact && clock.half === undefined)) return undefined
  let end = clock.end
  if (at(reader, end).text === 'z' && at(reader, end).glued) end += 1
  if (open) {
    if (!is(at(reader, end), ')')) return undefined
    end += 1
  }
  return { start: j, end }
}
