import { type ResolvedDate, resolve, weekdayYear } from '../dates/index.ts'
import type { Sheet } from '../layout/sheet.ts'
import type { Candidate } from '../meeting/candidate.ts'
import type { Known } from './years.ts'

export function neighbourYears({ date, entry }: Candidate, sheet: Sheet, every: Known[]): number[] {
  const first = every.findIndex(({ block }) => block >= entry.block)
  const known = every.length <= 200 ? every : every.slice(Math.max(0, first - 100), Math.max(100, first + 100))
  const years = new Set(known.flatMap(({ when }) => [Number(when.start.slice(0, 4)), Number(when.end.slice(0, 4))]))
  const tries = [...new Set([...years].flatMap((year) => [year - 1, year, year + 1]))]
    .map((year) => ({ year, when: resolve(date, year) }))
    .filter((one): one is { year: number; when: ResolvedDate } => one.when !== undefined && 'start' in one.when)
  const rows = entry.style === 'prose' ? [] : known.filter((one) => one.style !== 'prose' && one.when.precision !== 'month')
  const high = rows.findLast(({ block }) => block < entry.block)
  const low = rows.find(({ block }) => block > entry.block)
  if (high && low && rows.length > 2 && direction(rows) !== 0) {
    const between = tries.filter(({ when }) =>
      direction(rows) < 0
        ? when.start <= high.when.start && when.start >= low.when.start
        : when.start >= high.when.start && when.start <= low.when.start,
    )
    if (between.length === 1) return between.map(({ year }) => year)
  }
  const inside = tries.filter(
    ({ when }) =>
      known.some((other) => other.when.precision !== 'month' && near(when, other.when, 10)) &&
      weekdayYear(date, [Number(when.start.slice(0, 4))]).length > 0,
  )
  if (inside.length > 0) return inside.map(({ year }) => year)
  const above = sheet.above[entry.block]
  const list = known.filter((one) => one.above === above || Math.abs(one.block - entry.block) <= 4)
  const before = list.findLast(({ block }) => block < entry.block)
  const after = list.find(({ block }) => block > entry.block)
  if (!before && !after) return inMonth(tries, known)
  const falling = direction(list)
  const fits = tries.filter(({ when }) => {
    const low = falling < 0 ? after : before
    const high = falling < 0 ? before : after
    return (!low || when.start >= low.when.start) && (!high || when.start <= high.when.start)
  })
  if (before && after && falling !== 0 && fits.length > 0) return closest(fits, before, after)
  if (before && after && before.when.start.slice(0, 4) === after.when.start.slice(0, 4))
    return [Number(before.when.start.slice(0, 4))]
  if (falling !== 0 && fits.length > 0 && list.length > 1) return closest(fits, before ?? after, undefined)
  const one = before ?? after
  return one ? tries.filter(({ when }) => near(when, one.when, 62)).map(({ year }) => year) : []
}

function closest(fits: { year: number; when: ResolvedDate }[], one: Known | undefined, other: Known | undefined): number[] {
  const from = one?.when.start ?? other?.when.start ?? ''
  if (other && fits.length > 1) return []
  return [fits.reduce((best, next) => (apart(next.when.start, from) < apart(best.when.start, from) ? next : best)).year]
}

function inMonth(tries: { year: number; when: ResolvedDate }[], known: Known[]): number[] {
  return tries
    .filter(({ when }) => known.some((other) => other.when.start <= when.start && when.end <= other.when.end))
    .map(({ year }) => year)
}

function direction(list: Known[]): number {
  let sum = 0
  for (let i = 1; i < list.length; i++)
    sum += Math.sign(
      ((list[i] as Known).when.start > (list[i - 1] as Known).when.start ? 1 : 0) -
        ((list[i] as Known).when.start < (list[i - 1] as Known).when.start ? 1 : 0),
    )
  return sum
}

function near(a: ResolvedDate, b: ResolvedDate, days: number): boolean {
  return (a.start <= b.end && b.start <= a.end) || apart(a.start, b.end) <= days || apart(b.start, a.end) <= days
}

/** Days between two days, without sign. */
export function apart(a: string, b: string): number {
  return Math.abs(Date.parse(`${a.slice(0, 10)}T00:00Z`) - Date.parse(`${b.slice(0, 10)}T00:00Z`)) / 86_400_000
}
