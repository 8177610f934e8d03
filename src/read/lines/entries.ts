import type { Block } from '../../source/index.ts'
import type { PrintedDate } from '../dates/index.ts'
import type { Sheet } from '../layout/sheet.ts'
import { once } from '../once.ts'
import type { PrintedTime } from '../times/index.ts'
import { type Line, lineOf } from './line.ts'
import { masked } from './masked.ts'
import { phraseBeside } from './prose.ts'
import { byAsking, byFormer } from './senses/in-row.ts'
import { byHeading, bySurroundings, isDateLabel, labelBefore } from './senses/labels.ts'
import { type Sense, senseOf } from './senses/senses.ts'
import { withDatelines } from './senses/written.ts'
import { type View, viewOf } from './view.ts'

/** One date of one block: what it is, and how the block says it. */
export type Entry = {
  block: number
  /** Position among the dates of its block. */
  which: number
  date: PrintedDate
  sense: Sense
  style: Line['style']
  /** A word such as `Date:` stands before it, in its line or as its term or column. */
  labelled: boolean
  view: View
  /** The times of a row of a programme, whose day stands above. */
  row?: PrintedTime[]
}

/** As many dates as are read on one page, and in one line of it. */
const mostDates = 3000
const mostInLine = 60
/** How much is read around all dates of a page, in characters: in a long line full of dates each date has the whole line around it. */
const mostAround = 2_000_000

/** The dates of a page's own text, in order, each with its sense, and how many are left because there are too many; `captured` is the day of capture. */
export function entriesOf(sheet: Sheet, captured: string): { entries: Entry[]; lines: Map<number, Line>; beyond: number } {
  const entries: Entry[] = []
  const lines = new Map<number, Line>()
  let around = 0
  let beyond = 0
  for (let index = 0; index < sheet.text.blocks.length; index++) {
    const dates = sheet.dates[index] ?? []
    if (dates.length === 0 || sheet.frame[index] !== undefined) continue
    const block = sheet.text.blocks[index] as Block
    if (entries.length >= mostDates || around >= mostAround) {
      beyond += dates.length
      continue
    }
    const read = Math.min(dates.length, mostInLine, mostDates - entries.length)
    beyond += dates.length - read
    around += read * block.text.length
    const line = lineOf(sheet, index)
    lines.set(index, line)
    const label = labelBefore(sheet, index)
    const known =
      bySurroundings(sheet, block, label, dates) ??
      byFormer(sheet, index) ??
      byAsking(sheet, index) ??
      byHeading(sheet, index) ??
      byTitle(sheet, index, line)
    for (let which = 0; which < read; which++) {
      const date = dates[which] as PrintedDate
      const { view, sense: own } = seenFrom(block.text, dates, which, line)
      const sense = known ?? headed(block, view, own)
      const labelled = isDateLabel(endOf(label, view.before)) || isDateLabel(block.lead ?? '')
      entries.push({ block: index, which, date, sense, style: line.style, labelled, view })
    }
  }
  return { entries: withDatelines(sheet, entries, lines, captured), lines, beyond }
}

/** The last words before a date: of its label, and of its line. */
function endOf(label: string, before: string): string {
  return before === '' && label.length < 40 ? label : `${label} ${before.slice(-40)}`.slice(-40)
}

/** A line seen from one of its dates. */
function seenFrom(text: string, dates: PrintedDate[], which: number, line: Line): { view: View; sense: Sense } {
  const known = line.seen[which]
  if (known) return known
  const view = viewOf(text, dates[which] as PrintedDate, line.phrases, line.style === 'prose', dates)
  const seen = { view, sense: senseOf(view) }
  line.seen[which] = seen
  return seen
}

/** A line of a date and the document's own title is the head of a printed page. */
function byTitle(sheet: Sheet, index: number, line: Line): Sense | undefined {
  const { text } = sheet.text.blocks[index] as Block
  const { title } = sheet.text
  if (title.length <= 5 || text.length <= title.length || !text.includes(firstWord(title))) return undefined
  const left = masked(text, sheet.dates[index] ?? [], line.times)
    .replace(/[¦,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return left === title ? { is: 'dateline', why: 'the day the page was printed' } : undefined
}

const firstWord = once((title) => title.split(' ', 1)[0] ?? '')

/** A page whose heading is `Report of the meeting of 14 May 2025` is about that meeting. */
function headed(block: Block, view: View, sense: Sense): Sense {
  return (sense.is === 'document' || sense.is === 'recalled') &&
    block.role === 'heading' &&
    block.level <= 2 &&
    phraseBeside(view)
    ? { is: 'meeting' }
    : sense
}
