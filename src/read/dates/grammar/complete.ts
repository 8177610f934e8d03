import type { Point } from '../points/point.ts'
import type { Link } from './chain.ts'

/** The month-first date, if one stands before, whose month a day alone would take. */
export function month(links: Link[]): Point | undefined {
  for (let i = links.length - 1; i >= 0; i -= 1) {
    const point = links[i]?.point
    if (point && point.order !== 'alone') return point
  }
  return undefined
}

/** Gives each day alone its month, and cuts the chain where one has none, or where a range would run backwards. */
export function complete(links: Link[]): Link[] | undefined {
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
export function closed(links: Link[], i: number): boolean {
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
