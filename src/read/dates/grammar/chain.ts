import type { Point } from '../points/point.ts'
import { pointAt } from '../points/point.ts'
import type { Reader } from '../points/reader.ts'
import { at, is } from '../points/reader.ts'
import { closed, complete, month } from './complete.ts'
import type { Joint } from './joint.ts'
import { jointAt } from './joint.ts'

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

function fits(reader: Reader, links: Link[], joint: Joint, next: Point): boolean {
  const link = links.at(-1) as Link
  const last = link.point
  if (joint.kind === 'range' && link.joint?.kind === 'range') return false
  // `15 May 2024, 2.10-3.00 p.m.`: a number without a year stands beside dates in numbers only.
  if ((next.bare && !last.numeric && last.order !== 'alone') || (last.bare && next.month !== undefined && !next.numeric))
    return false
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

function isBetween(reader: Reader, i: number): boolean {
  for (let j = i - 1; j >= i - 3 && j >= 0; j -= 1) {
    const token = at(reader, j)
    if (token.sense.between) return true
    if (!token.sense.lead || is(token, ',')) return false
  }
  return false
}
