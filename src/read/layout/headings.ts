import type { Block, PageText } from '../../source/index.ts'
import type { PrintedDate } from '../dates/index.ts'

const longestHeading = 140
/** Bold words that introduce what stands beside them head nothing. */
const label = /^(?:[\p{L}/&-]+ ){0,2}[\p{L}/&-]+ ?[:：]$/u

/** The number of the heading above each block, -1 for none. Bold lines, terms and captions head what follows them inside their box. */
export function headingsOf(text: PageText, dates: PrintedDate[][]): number[] {
  const open: { index: number; level: number; last: number }[] = []
  return text.blocks.map((block, index) => {
    while (open.length > 0 && (open.at(-1) as { last: number }).last < index) open.pop()
    const level = levelOf(text, block, index, dates[index] ?? [])
    if (level > 0) while (open.length > 0 && (open.at(-1) as { level: number }).level >= level) open.pop()
    const above = open.at(-1)?.index ?? -1
    if (level > 0) open.push({ index, level, last: level <= 6 ? text.blocks.length : scopeOf(text, index) })
    return above
  })
}

function levelOf(text: PageText, block: Block, index: number, dates: PrintedDate[]): number {
  if (block.text === '') return 0
  if (block.role === 'heading') return block.level
  if (block.text.length > longestHeading) return 0
  const tag = text.boxes[block.box]?.tag
  if (tag === 'dt' || isMonthOfList(text, block, index, dates) || isMonthAlone(block, dates)) return 9
  if (tag === 'button' || isShouted(block, dates)) return 8
  const isTitle =
    block.bold === true &&
    dates.every((date) => date.precision === 'month') &&
    !/[.;,]$/.test(block.text) &&
    !label.test(block.text)
  return isTitle && (block.role !== 'cell' || isAlone(text, index)) ? 8 : 0
}

/** `JANUARY` in a line of its own, over the days of that month. */
function isMonthAlone({ role, text }: Block, [date, more]: PrintedDate[]): boolean {
  return (role === 'paragraph' || role === 'line') && date?.precision === 'month' && !more && date.length === text.length
}

/** A short line in capitals, as typewriters had for headings. */
function isShouted({ role, text }: Block, dates: PrintedDate[]): boolean {
  return role === 'paragraph' && dates.length === 0 && text.length <= 80 && /^\p{Lu}{2,}[\p{Lu}\d ,&’'-]{6,}$/u.test(text)
}

/** An item that is a month, with a list of its own inside. */
function isMonthOfList(text: PageText, { role, text: said, box }: Block, index: number, [date, more]: PrintedDate[]): boolean {
  return (
    role === 'item' &&
    date?.precision === 'month' &&
    !more &&
    said.length <= date.length + 2 &&
    text.blocks[index + 1]?.role === 'item' &&
    (text.boxes[box]?.last ?? index) > index
  )
}

/** A cell that has its row to itself. */
function isAlone(text: PageText, index: number): boolean {
  let box = text.boxes[(text.blocks[index] as Block).box]
  while (box && box.tag !== 'tr') box = text.boxes[box.parent]
  return box !== undefined && box.first === index && box.last === index
}

/** The last block of the smallest box that holds more than the heading. */
export function scopeOf(text: PageText, index: number): number {
  let box = text.boxes[(text.blocks[index] as Block).box]
  while (box && box.last <= index) box = text.boxes[box.parent]
  return box?.last ?? text.blocks.length - 1
}
