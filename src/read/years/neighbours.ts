import { countIn, type PrintedDate, type ResolvedDate, resolve, weekdayYear } from '../dates/index.ts'
import { ordinals } from '../identity/ordinals.ts'
import type { Sheet } from '../layout/sheet.ts'
import type { Candidate } from '../meeting/candidates/candidate.ts'
import type { Days, Known } from './years.ts'

/** A year that a date may be of, and the days it then has. */
type Try = Days & { year: number; when: ResolvedDate }

/** The years that the dates around one without a year allow it, in its list, its section or its month; a sentence has neighbours a few days off alone. */
export function neighbourYears(candidate: Candidate, sheet: Sheet, every: Known[]): number[] {
  return yearsFrom(candidate, sheet, every, candidate.entry.style === 'prose')
}

/** The years that dates farther off allow a sentence of which nothing else tells the year. */
export function distantYears(candidate: Candidate, sheet: Sheet, every: Known[]): number[] {
  return candidate.entry.style === 'prose' ? yearsFrom(candidate, sheet, every, false) : []
}

function yearsFrom({ date, entry }: Candidate, sheet: Sheet, every: Known[], nearOnly: boolean): number[] {
  if (every.length === 0) return []
  const known = around(every, entry.block)
  const tries = triesOf(date, known)
  const rows = entry.style === 'prose' ? [] : known.filter((one) => one.style !== 'prose' && one.when.precision !== 'month')
  const high = rows.findLast(({ block }) => block < entry.block)
  const low = rows.find(({ block }) => block > entry.block)
  const order = high && low && rows.length > 2 ? direction(rows) : 0
  if (high && low && order !== 0) {
    const [least, most] = order < 0 ? [low, high] : [high, low]
    const between = tries.filter(({ first }) => first >= least.first && first <= most.first)
    if (between.length === 1) return between.map(({ year }) => year)
  }
  const next = high ?? low
  if (next && !(high && low) && rows.length > 2) {
    // The first or last of a list that rises, or falls, all the way.
    const steps = falls(rows.filter(({ block }) => tagAt(sheet, block) === tagAt(sheet, entry.block)))
    const beyond = tries.filter(({ first }) => ((high === undefined) === steps < 0 ? first >= next.first : first <= next.first))
    const nearest =
      steps !== 0 && beyond.length > 0 ? beyond.reduce((best, one) => (closer(one, best, next) ? one : best)) : undefined
    if (nearest && near(nearest, next, 370)) return [nearest.year]
  }
  const isOther = ofOtherSession(entry.block, sheet)
  const dated = known.filter((one) => one.when.precision !== 'month' && !isOther(one))
  const vouching = dated.filter((other) => dated.length <= 3 || isBeside(other, entry.block, sheet))
  const inside = tries.filter(
    (one) => vouching.some((other) => near(one, other, 10)) && weekdayYear(date, [yearOf(one)]).length > 0,
  )
  if (inside.length > 0) return inside.map(({ year }) => year)
  if (nearOnly) return []
  const above = sheet.above[entry.block]
  const list = known.filter((one) => one.above === above || Math.abs(one.block - entry.block) <= 4)
  const before = list.findLast(({ block }) => block < entry.block)
  const after = list.find(({ block }) => block > entry.block)
  if (!before && !after) return inMonth(tries, known)
  const falling = direction(list)
  const [least, most] = falling < 0 ? [after, before] : [before, after]
  const fits = tries.filter(({ first }) => (!least || first >= least.first) && (!most || first <= most.first))
  if (before && after && falling !== 0 && fits.length > 0) return fits.length > 1 ? [] : fits.map(({ year }) => year)
  if (before && after && yearOf(before) === yearOf(after)) return [yearOf(before)]
  const one = before ?? after
  if (!one || isOther(one)) return []
  if (falling !== 0 && fits.length > 0 && list.length > 1) return [closest(fits, one)]
  return tries.filter((other) => near(other, one, 62)).map(({ year }) => year)
}

/** What stands under the heading of another session: `65th session` and `64th session` are not of one year. */
function ofOtherSession(at: number, sheet: Sheet): (known: Known) => boolean {
  const sessionAbove = (heading: number) => ordinals(sheet.text.blocks[heading]?.text ?? '')[0]?.value
  const own = sessionAbove(sheet.above[at] ?? -1)
  return ({ above }) => own !== undefined && (sessionAbove(above) ?? own) !== own
}

/** Under the same heading, in a heading above, or a few lines away. */
function isBeside({ block, above }: Known, at: number, sheet: Sheet): boolean {
  if (above === sheet.above[at] || Math.abs(block - at) <= 4) return true
  for (let heading = sheet.above[at] ?? -1; heading >= 0; heading = sheet.above[heading] ?? -1) if (heading === block) return true
  return false
}

/** Of many known dates those around a block. */
function around(every: Known[], at: number): Known[] {
  if (every.length <= 200) return every
  const first = firstFrom(every, at)
  return first === every.length ? every.slice(0, 100) : every.slice(Math.max(0, first - 100), first + 100)
}

/** The place of the first known date that stands in a block or after it. */
export function firstFrom(known: Known[], block: number): number {
  let [from, to] = [0, known.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((known[middle] as Known).block < block) from = middle + 1
    else to = middle
  }
  return from
}

function triesOf(date: PrintedDate, known: Known[]): Try[] {
  const years = new Set<number>()
  for (const { when } of known) for (const day of [when.start, when.end]) years.add(Number(day.slice(0, 4)))
  const found: Try[] = []
  for (const year of new Set([...years].flatMap((one) => [one - 1, one, one + 1]))) {
    const when = resolve(date, year)
    if (when && 'start' in when) found.push({ year, when, first: countIn(when.start), last: countIn(when.end) })
  }
  return found
}

function yearOf({ when }: { when: ResolvedDate }): number {
  return Number(when.start.slice(0, 4))
}

function closest(fits: Try[], one: Days): number {
  return fits.reduce((best, next) => (closer(next, best, one) ? next : best)).year
}

function inMonth(tries: Try[], known: Known[]): number[] {
  return tries
    .filter(({ first, last }) => known.some((other) => other.first <= first && last <= other.last))
    .map(({ year }) => year)
}

function tagAt({ text: { blocks, boxes } }: Sheet, block: number): string | undefined {
  return boxes[blocks[block]?.box ?? -1]?.tag
}

function closer(a: Days, b: Days, to: Days): boolean {
  return Math.abs(a.first - to.first) < Math.abs(b.first - to.first)
}

/** 1 where the days of a list rise all the way, -1 where they fall, else 0. */
function falls(list: Days[]): number {
  const steps = new Set(list.slice(1).map((day, i) => Math.sign(day.first - (list[i] as Days).first)))
  return steps.size === 1 ? ([...steps][0] ?? 0) : 0
}

/** Above 0 where the days of a list rise more often than they fall, below where they fall. */
function direction(list: Days[]): number {
  let sum = 0
  for (let i = 1; i < list.length; i++) sum += Math.sign((list[i] as Days).first - (list[i - 1] as Days).first)
  return sum
}

function near(a: Days, b: Days, days: number): boolean {
  return (a.first <= b.last && b.first <= a.last) || Math.abs(a.first - b.last) <= days || Math.abs(b.first - a.last) <= days
}
