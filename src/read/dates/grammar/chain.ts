import type { Joint } from './joint.ts'
import { jointAt } from './joint.ts'
import type { Point } from './point.ts'
import { pointAt } from './point.ts'
import type { Reader } from './reader.ts'
import { at, is } from './reader.ts'

/** Dates joined by dashes, words and commas: each with the joint before it. */
export type Link = { point: Point; joint?: Joint }

/** Longest list read as one; longer ones go on as the next. */
const longest = 64

/** The longest run of dates that begins at a token and makes sense as one expression; months are filled in, years not yet. */
export function chainAt(reader: Reader, i: number): Link[] | undefined {
  const first = pointAt(reader, i)
  if (!first || isCounter(reader, first)) return undefined
  const links: Link[] = [{ point: first }]
  let last = first
  let between = isBetween(reader, i)
  while (links.length < longest) {
    const joint = jointAt(reader, last.end)
    if (!joint) break
    const next = pointAt(reader, joint.end, true, month(links))
    if (!next || !fits(reader, links, joint, next) || openEnded(links, next)) break
    const range = joint.kind === 'range' || (between && joint.style === 'and') || (joint.style === '/' && last.iso === true)
    links.push({ point: next, joint: range ? { ...joint, kind: 'range' } : joint })
    between = joint.between
    last = next
  }
  return complete(links)
}

/** True for the number of `Day 1 - 9 March` and `Session 2, 9 March`, where such a word opens the text or the clause. */
function isCounter(reader: Reader, point: Point): boolean {
  const word = at(reader, point.start - 1)
  if (
    point.order !== 'alone' ||
    !word.capital ||
    !/^(?:session|day|panel|part|meeting|workshop|dialogue|event|round|webinar|group)$/.test(word.text)
  )
    return false
  const joint = jointAt(reader, point.end)
  const before = at(reader, point.start - 2)
  const opens = word.newLine || before.kind === 'mark' || before.kind === 'dash'
  return opens && joint !== undefined && !joint.tight && (joint.weak || joint.style === '-')
}

/** True when days after `May 6, 7` were never closed: what follows belongs to another expression. */
function openEnded(links: Link[], next: Point): boolean {
  if (
    next.order === 'alone' ||
    next.order === 'month-first' ||
    links.at(-1)?.point.order !== 'alone' ||
    month(links)?.order !== 'month-first'
  )
    return false
  return !closed(links, links.findLastIndex(({ point }) => point.order !== 'alone') + 1)
}

/** The month-first date, if one stands before, whose month a day alone would take. */
function month(links: Link[]): Point | undefined {
  for (let i = links.length - 1; i >= 0; i -= 1) {
    const point = links[i]?.point
    if (point && point.order !== 'alone') return point
  }
  return undefined
}

function fits(reader: Reader, links: Link[], joint: Joint, next: Point): boolean {
  const link = links.at(-1) as Link
  const last = link.point
  if (joint.kind === 'range' && link.joint?.kind === 'range') return false
  if (joint.style === '/' && !slashed(joint, last, next)) return false
  if (next.order === 'month-only' && last.order !== 'month-only') {
    // `13 September-December`, but `6 March 2023 - March briefing` opens a title.
    return (
      joint.kind === 'range' && joint.tight && last.year === undefined && last.order === 'day-first' && next.month !== last.month
    )
  }
  if (last.order === 'month-only' && next.order !== 'month-only') return false
  if (next.order === 'alone' && last.order === 'alone' && joint.kind === 'list') return (next.day ?? 0) > (last.day ?? 0)
  if (next.order === 'alone' && joint.kind === 'range' && next.ordinal && counted(reader, next.end)) return false
  return !at(reader, joint.end).newLine || joint.style !== '·'
}

function slashed(joint: Joint, last: Point, next: Point): boolean {
  if (last.order === 'month-only' && next.order === 'month-only') return true
  if (last.order === 'alone' && joint.tight) return next.order === 'alone' || next.order === 'day-first'
  return last.year !== undefined && last.order === 'month-first' && joint.tight && next.year === undefined
    ? next.order === 'alone'
    : next.year !== undefined
}

function counted(reader: Reader, i: number): boolean {
  return at(reader, i).sense.counted === true || (at(reader, i + 1).sense.counted === true && at(reader, i).kind === 'word')
}

/** Gives each day alone its month, and cuts the chain where one has none, or where a range would run backwards. */
function complete(links: Link[]): Link[] | undefined {
  const done: Link[] = []
  for (let i = 0; i < links.length; i += 1) {
    const link = links[i] as Link
    const { point } = link
    if (point.order !== 'alone') {
      done.push(link)
      continue
    }
    const before = month(done)
    const closing = before?.order === 'month-first' ? closed(links, i) : undefined
    const owner = following(links, i)
    if (owner && before?.order !== 'month-first') done.push({ ...link, point: { ...point, month: owner } })
    else if (before?.order === 'month-first' && closing && before.month)
      done.push({ ...link, point: { ...point, month: before.month, order: 'month-first' } })
    else break
  }
  return forward(spread(done))
}

/** Gives the weekdays printed before the first date to those after it, when there is one for each; else to none. */
function spread(links: Link[]): Link[] {
  const others = links[0]?.point.others
  if (!others) return links
  const all = others.length === links.length - 1
  return links.map((link, i) => {
    const { weekday, ...point } = link.point
    const named = all ? (i === 0 ? weekday : others[i - 1]) : undefined
    return { ...link, point: named ? { ...point, weekday: named } : point }
  })
}

/** The month of the first date after this one that prints it, when that is written day first. */
function following(links: Link[], i: number): number | undefined {
  for (let j = i + 1; j < links.length; j += 1) {
    const point = links[j]?.point
    if (point?.order === 'day-first') return point.month
    if (point?.order !== 'alone') return undefined
  }
  return undefined
}

/** `May 6, 7 and 8`: days after a comma count only when "and", a dash, a year or another month closes them. */
function closed(links: Link[], i: number): boolean {
  for (let j = i; j < links.length; j += 1) {
    const { order } = (links[j] as Link).point
    if (order !== 'alone') return order === 'month-first'
    const link = links[j] as Link
    if (!link.joint?.weak || link.point.year !== undefined || link.point.signed || link.joint.style === '/') return true
  }
  return false
}

/** Cuts where a range would end before it begins in the same month, the year not being printed otherwise. */
function forward(links: Link[]): Link[] | undefined {
  for (let i = 1; i < links.length; i += 1) {
    const { point, joint } = links[i] as Link
    const from = (links[i - 1] as Link).point
    if (joint?.kind !== 'range' || point.month !== from.month || point.day === undefined || from.day === undefined) continue
    if (point.year !== undefined && from.year !== undefined && point.year !== from.year) continue
    if (point.day <= from.day && !(from.year !== undefined && point.year !== undefined)) {
      // `22 - 18 March`: 22 belongs to the words before; `March 22 - 18`: 18 to those after.
      return from.order === 'alone' ? (i > 1 ? links.slice(0, i - 1) : undefined) : links.slice(0, i)
    }
  }
  return links.length ? links : undefined
}

function isBetween(reader: Reader, i: number): boolean {
  for (let j = i - 1; j >= i - 3 && j >= 0; j -= 1) {
    const token = at(reader, j)
    if (token.sense.between) return true
    if (!token.sense.lead || is(token, ',')) return false
  }
  return false
}
