import { Temporal } from 'temporal-polyfill'
import type { YearReason } from '../../event/index.ts'
import { type ImpossibleDate, type PrintedDate, type ResolvedDate, resolve, weekdayYear } from '../dates/index.ts'
import { pathOf, type Sheet } from '../layout/sheet.ts'
import { pageTitle } from '../lines/cards.ts'
import type { Entry } from '../lines/entries.ts'
import type { Candidate } from './candidate.ts'

/** A date whose year is known, where it stands. */
export type Known = { block: number; when: ResolvedDate; above: number; date: PrintedDate; style: Entry['style'] }

/** What a page says of years besides its dates. */
export type YearSources = { address: number[]; addressDay?: string; dateline?: string; resolved?: Map<PrintedDate, ResolvedDate> }

/** Years and the day of publication that stand in an address: `30_Session_2021`, `som_2024`, `/2020/12/`. */
export function yearsInAddress(url: string): YearSources {
  const path = URL.canParse(url) ? decodeURI(new URL(url).pathname.replace(/%(?![\da-f]{2})/gi, '')) : ''
  const day = /\/((?:19|20)\d\d)[/-](\d\d|[a-z]+)(?:[/-](\d\d))?(?=[/_-]|$)/i.exec(path)
  const month = day?.[2] === undefined ? 0 : Number(day[2]) || months.indexOf(day[2].slice(0, 3).toLowerCase()) + 1
  const rest = day && month >= 1 && month <= 12 ? path.replace(day[0], '/') : path
  const address = [...new Set([...rest.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/g)].map(([year]) => Number(year)))].filter(
    (year) => year > 1990 && year < 2100,
  )
  return day && month >= 1 && month <= 12
    ? { address, addressDay: `${day[1]}-${String(month).padStart(2, '0')}-${day[3] ?? '01'}` }
    : { address }
}
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The date of a candidate with its year and where the year is from; undefined when the page does not tell. */
export function dated(
  candidate: Candidate,
  sheet: Sheet,
  known: Known[],
  sources: YearSources,
  ownOnly = false,
): { when: ResolvedDate; year: YearReason } | ImpossibleDate | undefined {
  const { date, entry } = candidate
  if (date.yearPrinted) {
    const when = sources.resolved?.get(date) ?? resolve(date)
    return when && 'start' in when ? { when, year: 'printed' } : when
  }
  const options: [YearReason, number[]][] = [
    ['line', lineYears(candidate, known)],
    ['neighbour', neighbourYears(candidate, sheet, known)],
    ['heading', headingYears(sheet, entry)],
    ['address', sources.address.length === 1 ? sources.address : []],
    ['dateline', datelineYears(candidate, sources)],
  ]
  for (const [year, years] of ownOnly ? options.slice(0, 1) : options) {
    const fitting = weekdayYear(date, years)
    if (new Set(fitting).size !== 1) continue
    const when = resolve(date, fitting[0])
    if (when && 'start' in when) return { when, year }
    if (when) return when
  }
  return undefined
}

function lineYears({ entry, own }: Candidate, known: Known[]): number[] {
  const same = known.filter(({ block }) => block === entry.block).map(({ when }) => Number(when.start.slice(0, 4)))
  if (new Set(same).size === 1) return same
  const said = [...own.matchAll(/(?<![\d/.])(?:19|20)\d\d(?![\d/])/g)].map(([year]) => Number(year))
  const { text, from, to } = entry.view
  const line = [
    ...text
      .slice(from, to)
      .matchAll(
        /(?<![\p{L}])(?:in|of|for|the|année|en|de)\s+((?:19|20)\d\d)\b(?!\s+(?:Agenda|Declaration|Protocol|Convention))/giu,
      ),
  ].map(([, year]) => Number(year))
  if (said.length > 0) return said
  return new Set(line).size === 1 && !/\b(?:resolution|decision|declaration|protocol)\b[^.]{0,40}\bof (?:19|20)\d\d/i.test(text)
    ? line
    : []
}

function neighbourYears({ date, entry }: Candidate, sheet: Sheet, every: Known[]): number[] {
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

function headingYears(sheet: Sheet, entry: Entry): number[] {
  const words = [...pathOf(sheet, entry.block).map(({ text }) => text), pageTitle(sheet)]
  for (const said of words) {
    const years = [...said.matchAll(/(?<![\d/.])(?:19|20)\d\d(?![\d/])/g)].map(([year]) => Number(year))
    if (new Set(years).size === 1) return years
  }
  return []
}

function datelineYears({ date, entry }: Candidate, { dateline, addressDay }: YearSources): number[] {
  const written = dateline ?? addressDay
  if (!written) return []
  const year = Number(written.slice(0, 4))
  const past =
    /\b(?:was|were|held|took place|met|convened|hat|fue|a eu lieu)\b/i.test(entry.view.before.slice(-160)) &&
    !/\bwill\b|\bto be\b/i.test(entry.view.before.slice(-160))
  const coming = /\b(?:will|shall|to be|upcoming|next|takes place|invit|sera|aura lieu|this)\b/i.test(
    `${entry.view.before.slice(-200)} ${entry.view.after.slice(0, 60)}`,
  )
  const tries = [year - 1, year, year + 1]
    .map((one) => ({ one, when: resolve(date, one) }))
    .filter((found): found is { one: number; when: ResolvedDate } => found.when !== undefined && 'start' in found.when)
  const day = written.slice(0, 10)
  if (past && !coming)
    return tries
      .filter(({ when }) => when.start <= day)
      .map(({ one }) => one)
      .slice(-1)
  if (coming)
    return tries
      .filter(({ when }) => when.end >= day)
      .map(({ one }) => one)
      .slice(0, 1)
  return tries.filter(({ when }) => apart(when.start, day) <= 120).map(({ one }) => one)
}

function near(a: ResolvedDate, b: ResolvedDate, days: number): boolean {
  return (a.start <= b.end && b.start <= a.end) || apart(a.start, b.end) <= days || apart(b.start, a.end) <= days
}

/** Days between two days, without sign. */
export function apart(a: string, b: string): number {
  return Math.abs(Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b.slice(0, 10))).days)
}
