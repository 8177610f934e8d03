import type { ResolvedDate } from '../dates/index.ts'
import type { Sheet } from '../layout/sheet.ts'
import type { Candidate } from '../meeting/candidates/candidate.ts'
import type { Days, Known } from './years.ts'

/** A year that a date may be of, and the days it then has. */
export type Try = Days & { year: number; when: ResolvedDate }

/** The only year that leaves a list in its order: that between the days before and after, or beyond the first or last. */
export function yearInOrder({ entry }: Candidate, sheet: Sheet, known: Known[], tries: Try[]): number | undefined {
  const rows = rowsFor(entry, known)
  const high = rows.findLast(({ block }) => block < entry.block)
  const low = rows.find(({ block }) => block > entry.block)
  const order = high && low && rows.length > 2 ? direction(rows) : 0
  if (high && low && order !== 0) {
    const [least, most] = order < 0 ? [low, high] : [high, low]
    const between = tries.filter(({ first }) => first >= least.first && first <= most.first)
    if (between.length === 1) return between[0]?.year
  }
  const next = high ?? low
  if (next && !(high && low) && rows.length > 2) {
    // The first or last of a list that rises, or falls, all the way.
    const steps = falls(rows.filter(({ block }) => tagAt(sheet, block) === tagAt(sheet, entry.block)))
    const beyond = tries.filter(({ first }) => ((high === undefined) === steps < 0 ? first >= next.first : first <= next.first))
    const nearest =
      steps !== 0 && beyond.length > 0 ? beyond.reduce((best, one) => (closer(one, best, next) ? one : best)) : undefined
    if (nearest && near(nearest, next, 370)) return nearest.year
  }
  return undefined
}

/** The known days in lines as a date's own is one; a sentence has none. */
export function rowsFor({ style }: Candidate['entry'], known: Known[]): Known[] {
  return style === 'prose' ? [] : known.filter((one) => one.style !== 'prose' && one.when.precision !== 'month')
}

function tagAt({ text: { blocks, boxes } }: Sheet, block: number): string | undefined {
  return boxes[blocks[block]?.box ?? -1]?.tag
}

/** Whether the first of two days is closer to a third than the other. */
export function closer(a: Days, b: Days, to: Days): boolean {
  return Math.abs(a.first - to.first) < Math.abs(b.first - to.first)
}

/** 1 where the days of a list rise all the way, -1 where they fall, else 0. */
function falls(list: Days[]): number {
  const steps = new Set(list.slice(1).map((day, i) => Math.sign(day.first - (list[i] as Days).first)))
  return steps.size === 1 ? ([...steps][0] ?? 0) : 0
}

/** Above 0 where the days of a list rise more often than they fall, below where they fall. */
export function direction(list: Days[]): number {
  let sum = 0
  for (let i = 1; i < list.length; i++) sum += Math.sign((list[i] as Days).first - (list[i - 1] as Days).first)
  return sum
}

/** Days that overlap, or are no more than so many days apart. */
export function near(a: Days, b: Days, days: number): boolean {
  return (a.first <= b.last && b.first <= a.last) || Math.abs(a.first - b.last) <= days || Math.abs(b.first - a.last) <= days
}
