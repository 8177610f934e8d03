import type { Block, Box, PageText } from '../../source/index.ts'
import { findDates, type PrintedDate } from '../dates/index.ts'
import { unbroken } from './broken.ts'
import { settleDayOrder } from './days/day-order.ts'
import { addDaysOfGrids } from './days/grid.ts'
import { addDaysOfMonths } from './days/months.ts'
import { withoutFormer } from './days/moved.ts'
import { withRelative } from './days/relative.ts'
import { joinSpans } from './days/spans.ts'
import { stacked } from './days/stacked.ts'
import { addStampedDays } from './days/stamped.ts'
import { framed } from './frame/frame.ts'
import { repeated } from './frame/repeated.ts'
import { headingsOf } from './headings.ts'
import { withStruck } from './struck.ts'

/** A page's text with its dates found and its parts told apart. */
export type Sheet = {
  text: PageText
  /** The dates of each block, in order; blocks of the same words have the same list, which is not to be changed. */
  dates: PrintedDate[][]
  /** Why a block belongs to the page's frame (menu, footer, news beside it); undefined for what the page is about. */
  frame: (string | undefined)[]
  /** The heading each block stands under, as a block's number; -1 for none. A heading stands under a greater one. */
  above: number[]
  /** The page's first headings of the first two levels. */
  top: string[]
  /** How many blocks were not searched for dates because those before them hold so many. */
  unread: number
  /** Dates that were said as `today` or `tomorrow`. */
  relative: Set<PrintedDate>
}

/** As many dates as are looked for on one page, those of its menus included. */
const mostDates = 12_000

/** Lays a page's text out for reading; with `today` (`YYYY-MM-DD`), relative days are dates too. */
export function sheetOf(page: PageText, today?: string): Sheet {
  const text = unbroken(stacked(withStruck(page)))
  const relative = new Set<PrintedDate>()
  const language = text.language || undefined
  let count = 0
  let unread = 0
  const known = new Map<string, { number: number; dates: PrintedDate[] | undefined }>()
  const words = new Int32Array(text.blocks.length)
  const datesIn = (words: string): PrintedDate[] => (mayDate(words) ? findDates(words, language ? { language } : {}) : [])
  const dates = text.blocks.map((block, index) => {
    let read = known.get(block.text)
    if (!read) {
      read = { number: known.size, dates: count < mostDates ? datesIn(block.text) : undefined }
      known.set(block.text, read)
    }
    words[index] = read.number
    if (!read.dates && mayDate(block.text)) unread++
    count += read.dates?.length ?? 0
    return read.dates ?? []
  })
  settleDayOrder(text.blocks, dates, language)
  if (today)
    for (const [i, block] of text.blocks.entries())
      dates[i] = withRelative(dates[i] as PrintedDate[], block.text, today, relative)
  joinSpans(text, dates)
  withoutFormer(text, dates)
  addStampedDays(text, dates)
  const above = headingsOf(text, dates)
  addDaysOfMonths(text, dates, above)
  addDaysOfGrids(text, dates)
  const frame = framed(text, dates, above)
  repeated(text, words, dates, above).forEach((again, index) => {
    if (again) frame[index] ??= 'said before, word for word'
  })
  const heads = text.blocks
    .filter((block, i) => block.role === 'heading' && block.level <= 2 && frame[i] === undefined)
    .slice(0, 4)
  const first = Math.min(...heads.map(({ level }) => level))
  const top = heads.filter(({ level }) => level === first)
  return { text, dates, frame, above, unread, relative, top: top.map((block) => block.text) }
}

const month =
  /jan|feb|f[ée]v|m[aä]r|okt|dez|apr|avr|abr|ma[yi]|jun|jui|jul|aug|ao[ûu]|ago|sep|oct|nov|dec|déc|dic|ene|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|月|يناير|فبراير|مارس|أبريل|نيسان|مايو|أيار|يونيو|يونيه|حزيران|يوليو|تموز|أغسطس|آب|سبتمبر|أيلول|أكتوبر|تشرين|نوفمبر|ديسمبر|كانون|شباط|آذار/i

function mayDate(text: string): boolean {
  return month.test(text) || /\d\s?[./-]\s?\d/.test(text)
}

/** The headings a block stands under, nearest first. */
export function pathOf(sheet: Sheet, index: number): Block[] {
  const path: Block[] = []
  for (let at = sheet.above[index] ?? -1; at >= 0 && path.length < 12; at = sheet.above[at] ?? -1)
    path.push(sheet.text.blocks[at] as Block)
  return path
}

/** The innermost box of such an element that a block of this box stands in. */
export function boxOf({ text: { boxes } }: Sheet, index: number, tag: string, other = tag): Box | undefined {
  let box = boxes[index]
  for (let i = 0; box && i < mostAround && box.tag !== tag && box.tag !== other; i++) box = boxes[box.parent]
  return box?.tag === tag || box?.tag === other ? box : undefined
}

/** As many boxes around a block as are looked at: more than pages of people have, and a bound on cost. */
const mostAround = 60

/** The box with this number, and those around it, from the inside out. */
export function boxesAround({ text: { boxes } }: Sheet, index: number): Box[] {
  const around: Box[] = []
  for (let box = boxes[index]; box && around.length < mostAround; box = boxes[box.parent]) around.push(box)
  return around
}
