import { countIn, type PrintedDate, type ResolvedDate, resolve, weekdayYear } from '../dates/index.ts'
import { ordinals } from '../identity/ordinals.ts'
import type { Sheet } from '../layout/sheet.ts'
import type { Candidate } from '../meeting/candidates/candidate.ts'
import { yearAbove } from './lines.ts'
import { closer, direction, near, rowsFor, type Try, yearInOrder } from './order.ts'
import type { Days, Known } from './years.ts'

/** The years that the dates around one without a year allow it, in its list, its section or its month; a sentence has neighbours a few days off alone. */
export function neighbourYears(candidate: Candidate, sheet: Sheet, every: Known[]): number[] {
  return yearsFrom(candidate, sheet, every, candidate.entry.style === 'prose')
}

/** The years that dates farther off allow a sentence of which nothing else tells the year. */
export function distantYears(candidate: Candidate, sheet: Sheet, every: Known[]): number[] {
  return candidate.entry.style === 'prose' ? yearsFrom(candidate, sheet, every, false) : []
}

function yearsFrom(candidate: Candidate, sheet: Sheet, every: Known[], nearOnly: boolean): number[] {
  if (every.length === 0) return []
  const { date, entry } = candidate
  const known = around(every, entry.block)
  const tries = triesOf(date, known)
  const ordered = yearInOrder(candidate, sheet, known, tries)
  if (ordered !== undefined) return [ordered]
  const years = yearsNear(candidate, sheet, known, tries, nearOnly)
  // What stands beside does not gainsay the heading that a date stands under.
  const [headed] = yearAbove(sheet, entry.block)
  return headed === undefined || years.includes(headed) ? years : []
}

/** The years that the dates near by allow, whatever their order. */
function yearsNear({ date, entry }: Candidate, sheet: Sheet, known: Known[], tries: Try[], nearOnly: boolean): number[] {
  const isOther = ofOtherSession(entry.block, sheet)
  const rows = rowsFor(entry, known)
  // Rows with years tell more of a row beside them than a sentence of the page does.
  const telling = rows.length > 1 ? rows : known
  const dated = telling.filter((one) => one.when.precision !== 'month' && !isOther(one))
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
  const month = inMonth(tries, list)
  if (month.length === 1) return month
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
