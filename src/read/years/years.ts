import type { YearReason } from '../../event/index.ts'
import { type ImpossibleDate, type PrintedDate, type ResolvedDate, resolve, weekdayYear, yearsIn } from '../dates/index.ts'
import type { Sheet } from '../layout/sheet.ts'
import type { Entry } from '../lines/entries.ts'
import type { Candidate } from '../meeting/candidates/candidate.ts'
import type { YearSources } from './address.ts'
import { datelineYears } from './dateline.ts'
import { headingYears, monthHeadingYears, yearInRow, yearLineAbove } from './lines.ts'
import { distantYears, firstFrom, neighbourYears } from './neighbours.ts'

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
  const { date } = candidate
  if (date.yearPrinted) {
    const when = sources.resolved?.get(date) ?? resolve(date)
    return when && 'start' in when ? { when, year: 'printed' } : when
  }
  for (const [year, yearsOf] of ownOnly ? ownYears : allYears) {
    const years = yearsOf(candidate, sheet, known, sources)
    const fitting = years.length === 0 ? years : weekdayYear(date, years)
    if (fitting.length === 0 || fitting.some((other) => other !== fitting[0])) continue
    const when = resolve(date, fitting[0])
    if (when && 'start' in when) return { when, year }
    if (when) return when
  }
  return undefined
}

type Finding = (candidate: Candidate, sheet: Sheet, known: Known[], sources: YearSources) => number[]

/** Where a year may be printed, the nearest first: in the line itself, then around it. */
const ownYears: [YearReason, Finding][] = [
  ['line', stampYears],
  ['line', yearInRow],
  ['line', (candidate, _, known) => lineYears(candidate, known)],
]
const allYears: [YearReason, Finding][] = [
  ...ownYears,
  ['heading', monthHeadingYears],
  ['neighbour', neighbourYears],
  ['heading', ({ entry }, sheet) => yearLineAbove(sheet, entry.block)],
  ['heading', ({ entry }, sheet) => headingYears(sheet, entry.block)],
  ['address', (_, __, ___, { address }) => (address.length === 1 ? address : [])],
  ['dateline', (candidate, _, __, sources) => datelineYears(candidate, sources)],
  ['neighbour', distantYears],
]

/** The year of a machine-readable stamp (`<time datetime>`) on the same day of the same line. */
function stampYears({ entry, date }: Candidate, sheet: Sheet): number[] {
  const { month, day } = date.ranges[0]?.from ?? { month: 0 }
  const stamps = sheet.text.blocks[entry.block]?.times
  if (!stamps) return []
  return stamps
    .filter((stamp) => Number(stamp.slice(5, 7)) === month && Number(stamp.slice(8, 10)) === day)
    .map((stamp) => Number(stamp.slice(0, 4)))
}

/** What a meeting is held for has a year of its own. */
const prepared = /\b(?:preparations?|run-up|road|towards?|ahead)\b.*$/i

function lineYears({ entry, own }: Candidate, known: Known[]): number[] {
  const same = besideIn(knownOf(known, entry.block), entry).map(({ when }) => Number(when.start.slice(0, 4)))
  if (same.length > 0 && same.every((year) => year === same[0])) return same
  const said = yearsIn(own.replace(prepared, ''))
  if (said.length > 0) return said
  const { text, from, to } = entry.view
  if (yearsIn(text).length === 0) return []
  const line = [
    ...text
      .slice(from, to)
      .replace(prepared, '')
      .matchAll(
        /(?<![\p{L}])(?:in|of|for|the|année|en|de)\s+((?:19|20)\d\d)\b(?!\s+(?:[\p{Lu}][\p{L}-]{1,20}\s+){0,3}(?:Agenda|Declaration|Protocol|Convention|Plan|Programme|Resolution|Statement|Report|Survey)\b)/giu,
      ),
  ].map(([, year]) => Number(year))
  return new Set(line).size === 1 && !/\b(?:resolution|decision|declaration|protocol)\b[^.]{0,40}\bof (?:19|20)\d\d/i.test(text)
    ? line
    : []
}

/** Of the known dates of a date's own block those of its sentence, else those of the sentences before it. */
function besideIn(known: Known[], { view: { from, to, prose } }: Entry): Known[] {
  const own = known.filter(({ date }) => date.index >= from && date.index < to)
  if (own.length > 0) return own
  return prose ? known.filter(({ date }) => date.index < from) : known
}

/** The known dates of one block; they stand in the order of their blocks. */
function knownOf(known: Known[], block: number): Known[] {
  const first = firstFrom(known, block)
  let end = first
  while (known[end]?.block === block) end++
  return known.slice(first, end)
}
