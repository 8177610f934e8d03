import type { YearReason } from '../../event/index.ts'
import { type ImpossibleDate, type PrintedDate, type ResolvedDate, resolve, weekdayYear } from '../dates/index.ts'
import { pathOf, type Sheet } from '../layout/sheet.ts'
import { pageTitle } from '../lines/around.ts'
import type { Entry } from '../lines/entries.ts'
import type { Candidate } from '../meeting/candidate.ts'
import type { YearSources } from './address.ts'
import { datelineYears } from './dateline.ts'
import { monthHeadingYears, yearLineAbove } from './lines.ts'
import { firstFrom, neighbourYears } from './neighbours.ts'

/** First and last day, counted from 1970. */
export type Days = { first: number; last: number }

/** A date whose year is known, where it stands. */
export type Known = Days & { block: number; when: ResolvedDate; above: number; date: PrintedDate; style: Entry['style'] }

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
  const options: [YearReason, () => number[]][] = [
    ['line', () => stampYears(candidate, sheet)],
    ['line', () => lineYears(candidate, known)],
    ['heading', () => monthHeadingYears(candidate, sheet)],
    ['neighbour', () => neighbourYears(candidate, sheet, known)],
    ['heading', () => yearLineAbove(sheet, entry.block)],
    ['heading', () => headingYears(sheet, entry)],
    ['address', () => (sources.address.length === 1 ? sources.address : [])],
    ['dateline', () => datelineYears(candidate, sources)],
  ]
  for (const [year, years] of ownOnly ? options.slice(0, 2) : options) {
    const fitting = weekdayYear(date, years())
    if (new Set(fitting).size !== 1) continue
    const when = resolve(date, fitting[0])
    if (when && 'start' in when) return { when, year }
    if (when) return when
  }
  return undefined
}

/** The year of a machine-readable stamp (`<time datetime>`) on the same day of the same line. */
function stampYears({ entry, date }: Candidate, sheet: Sheet): number[] {
  const { month, day } = date.ranges[0]?.from ?? { month: 0 }
  const stamps = sheet.text.blocks[entry.block]?.times ?? []
  return stamps
    .filter((stamp) => Number(stamp.slice(5, 7)) === month && Number(stamp.slice(8, 10)) === day)
    .map((stamp) => Number(stamp.slice(0, 4)))
}

function lineYears({ entry, own }: Candidate, known: Known[]): number[] {
  const same = knownOf(known, entry.block).map(({ when }) => Number(when.start.slice(0, 4)))
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

/** The known dates of one block; they stand in the order of their blocks. */
function knownOf(known: Known[], block: number): Known[] {
  const first = firstFrom(known, block)
  let end = first
  while (known[end]?.block === block) end++
  return known.slice(first, end)
}

function headingYears(sheet: Sheet, entry: Entry): number[] {
  const words = [...pathOf(sheet, entry.block).map(({ text }) => text), pageTitle(sheet.text.title)]
  for (const said of words) {
    const years = [...said.matchAll(/(?<![\d/.])(?:19|20)\d\d(?![\d/])/g)].map(([year]) => Number(year))
    if (new Set(years).size === 1) return years
  }
  return []
}
