import type { Block, Box } from '../../source/index.ts'
import { namedBodies } from '../identity/bodies.ts'
import { meetingNouns } from '../identity/kinds.ts'
import { phrases } from '../identity/phrases.ts'
import { boxesAround, type Sheet } from '../layout/sheet.ts'
import { once } from '../once.ts'
import { type PrintedTime, timesIn } from '../times/index.ts'
import { wordsAround } from './around.ts'
import type { Entry } from './entries.ts'
import { lineOf } from './line.ts'
import { masked } from './masked.ts'
import { saysSomething } from './says.ts'
import { viewOf } from './view.ts'

const routine =
  /^\W*(?:opening|closing|registration|coffee|lunch|break|plenary|morning|afternoon|discussion|welcome|introduction|remarks|conclusion|adjournment|election|adoption|agenda|item|panel|session \d+|q ?& ?a|networking|reception|arrival|concluding|wrap)/i
const sideEvents = /side[- ]?events?|special events?|événements? parallèles?|eventos? paralelos?/i
const saysSideEvents = once((words) => sideEvents.test(words))
const allDay = /^(?:all[- ]day|ganztägig|toute la journée|todo el día|весь день|全天|طوال اليوم)$/i
const mostRows = 60

/** A date that heads a programme: the timed rows below it, each an entry of that day. Empty when it heads none that are meetings of their own. */
export function programmeOf(sheet: Sheet, entry: Entry): Entry[] {
  const { blocks } = sheet.text
  const head = blocks[entry.block] as Block
  const [range] = entry.date.ranges
  if (
    entry.date.precision !== 'day' ||
    entry.date.ranges.length !== 1 ||
    range?.from.day !== range?.to.day ||
    head.text.length > 90
  )
    return []
  if (entry.style !== 'bare' && head.role !== 'heading') return []
  const isOfSideEvents = saysSideEvents(head.text) || wordsAround(sheet, entry.block).some(saysSideEvents)
  if (entry.style !== 'bare' && !isOfSideEvents) return []
  const rows: Entry[] = []
  for (let i = entry.block + 1; i < blocks.length && rows.length < mostRows; ) {
    const block = blocks[i] as Block
    if ((sheet.dates[i]?.length ?? 0) > 0 || sheet.frame[i] !== undefined || (block.role === 'heading' && block.level <= 2)) break
    const [from, to] = rowAt(sheet, i)
    const timed = indices(from, to).find(
      (at) => timesIn((blocks[at] as Block).text)[0]?.end !== undefined || (to > from && allDay.test((blocks[at] as Block).text)),
    )
    const title = timed === undefined ? undefined : indices(from, to).find((at) => isTitle(blocks[at] as Block, isOfSideEvents))
    if (title !== undefined && timed !== undefined)
      rows.push(rowEntry(sheet, entry, title, timesIn((blocks[timed] as Block).text)))
    i = to + 1
  }
  return rows
}

function indices(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

/** The row a block is in: its table row or list item, else the block itself. */
function rowAt(sheet: Sheet, index: number): [number, number] {
  for (const box of boxesAround(sheet, (sheet.text.blocks[index] as Block).box)) {
    if (box.last - box.first > 6) break
    if (box.tag === 'tr' || box.tag === 'li') return [index, box.last]
    if (box.tag === 'p' && box.first === index && isOneOf(sheet, box)) return [index, box.last]
  }
  return [index, index]
}

/** Of the lines of a paragraph only the first prints times, or only the one below it. */
function isOneOf({ text: { blocks } }: Sheet, { first, last }: Box): boolean {
  const timed = indices(first, last).filter((at) => timesIn((blocks[at] as Block).text).length > 0)
  return timed.length === 0 || (timed.length === 1 && (timed[0] as number) <= first + 1)
}

function isTitle({ text }: Block, isOfSideEvents: boolean): boolean {
  const said = masked(text, [], timesIn(text))
  return (
    saysSomething(said) &&
    !routine.test(said.replace(/¦/g, '')) &&
    text.length <= 400 &&
    (isOfSideEvents ||
      namedBodies(text).some(({ body }) => body !== 'OTHER') ||
      /\b(?:side|special)[- ]event|\bforum\b|\bbriefing\b|\bworkshop\b|\bwebinar\b/i.test(text)) &&
    (isOfSideEvents || meetingNouns(text).length > 0)
  )
}

function rowEntry(sheet: Sheet, entry: Entry, block: number, times: PrintedTime[]): Entry {
  const { text } = sheet.text.blocks[block] as Block
  const date = { ...entry.date, index: 0, length: 0 }
  return {
    ...entry,
    block,
    which: 0,
    date,
    style: lineOf(sheet, block).style === 'bare' ? 'bare' : 'line',
    labelled: true,
    view: { ...viewOf(text, date, phrases(text, timesIn(text)), false), before: '' },
    row: times,
  }
}
