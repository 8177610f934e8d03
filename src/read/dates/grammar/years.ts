import type { Point } from '../points/point.ts'
import type { Link } from './chain.ts'

/** Gives each date of a chain the year that rules it: its own, that printed after it, or that printed before it. */
export function withYears(links: Link[]): Link[] {
  const points = links.map((link) => ({ ...link.point }))
  for (let i = points.length - 2; i >= 0; i -= 1) {
    const point = points[i] as Point
    const next = points[i + 1] as Point
    if (point.year !== undefined || next.year === undefined) continue
    point.year = next.year - (turns(point, next, links[i + 1]?.joint?.kind === 'range') ? 1 : 0)
  }
  for (let i = 1; i < points.length; i += 1) {
    const point = points[i] as Point
    const before = points[i - 1] as Point
    if (point.year !== undefined || before.year === undefined) continue
    point.year = before.year + (turns(before, point, links[i]?.joint?.kind === 'range') ? 1 : 0)
  }
  return links.map((link, i) => ({ ...link, point: points[i] as Point }))
}

/** True when a year ends between two dates: a range never runs backwards; in a list only a leap back of half a year says so. */
export function turns(from: { month?: number; day?: number }, to: { month?: number; day?: number }, range: boolean): boolean {
  const months = (from.month ?? 0) - (to.month ?? 0)
  if (!range) return months >= 6
  return months > 0 || (months === 0 && (from.day ?? 0) > (to.day ?? 31))
}
