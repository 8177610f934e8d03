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
    if (level > 0) open.push({ index, level, last: level <= 6 ? text.blocks.length : lastUnder(text, index) })
    return above
  })
}

function levelOf(text: PageText, block: Block, index: number, dates: PrintedDate[]): number {
  if (block.text === '') return 0
  if (block.role === 'heading') return block.level
  if (block.text.length > longestHeading) return 0
  const tag = text.boxes[block.box]?.tag
  if (
    tag === 'dt' ||
    lastOfItems(text, index) > index ||
    isMonthOfList(text, block, index, dates) ||
    isMonthAlone(text, block, index, dates)
  )
    return 9
  if (tag === 'button' || isShouted(block, dates)) return 8
  const isTitle =
    block.bold === true &&
    dates.every((date) => date.precision === 'month') &&
    !/[.;,]$/.test(block.text) &&
    !label.test(block.text)
  return isTitle && (block.role !== 'cell' || isAlone(text, index)) ? 8 : 0
}

/** The last block under a heading that is none by its element: of the items it introduces, else of its box. */
function lastUnder(text: PageText, index: number): number {
  const last = lastOfItems(text, index)
  return last > index ? last : scopeOf(text, index)
}

/** The last of the lines that begin with a dash right below a line such as `Constructive Dialogues, hybrid:`. */
function lastOfItems({ blocks }: PageText, index: number): number {
  const { role, text } = blocks[index] as Block
  if (role === 'heading' || role === 'cell' || !/[:：]$/.test(text) || label.test(text)) return index
  let last = index
  while (/^[-–—•*·] ?\p{L}/u.test(blocks[last + 1]?.text ?? '')) last++
  return last
}

/** `JANUARY` in a line or a row of its own, over the days of that month. */
function isMonthAlone(text: PageText, { role, text: said }: Block, index: number, [date, more]: PrintedDate[]): boolean {
  if (date?.precision !== 'month' || more || date.length !== said.length) return false
  return role === 'paragraph' || role === 'line' || (role === 'cell' && isAlone(text, index))
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
export function isAlone(text: PageText, index: number): boolean {
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
