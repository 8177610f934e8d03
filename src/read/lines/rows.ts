import type { Block, Box } from '../../source/index.ts'
import { ordinals, ordinalWord } from '../identity/ordinals.ts'
import { boxesAround, boxOf, type Sheet } from '../layout/sheet.ts'
import { once, onceOfEach } from '../once.ts'
import { headsPlaces } from '../place/place.ts'
import { isMeeting } from './around.ts'
import { masked } from './masked.ts'
import { isProse } from './prose.ts'
import { saysSomething } from './says.ts'

/** The cell of the same row that names the meeting: one that means it, else the longest. */
export function besideInRow(sheet: Sheet, index: number): number | undefined {
  const { blocks } = sheet.text
  if ((blocks[index] as Block).role !== 'cell') return undefined
  const { box } = blocks[index] as Block
  const row = boxOf(sheet, box, 'tr')
  const own = boxOf(sheet, box, 'td', 'th')
  if (!row || !own || row.last - row.first > 20 || own.last - own.first > 1) return undefined
  let counted: number | undefined
  let longest: number | undefined
  for (let i = row.first; i <= row.last; i++) {
    const cell = blocks[i] as Block
    if ((i >= own.first && i <= own.last) || cell.text.length > 260 || headsPlaces(cell.header ?? '')) continue
    const isCounted = countedIn(cell) !== undefined
    if (!isCounted && !isName(sheet, i)) continue
    if (isMeeting(cell.text)) return i
    if (isCounted) counted ??= i
    if (longest === undefined || cell.text.length > (blocks[longest] as Block).text.length) longest = i
  }
  return counted ?? longest
}

/** A sentence tells of a meeting; it is not its title. */
export function isSentence({ role, text }: Block): boolean {
  return role !== 'heading' && /[.!?]$/.test(text) && (isProse(text) || /\p{Ll}[.!?]\s+\p{Lu}\p{Ll}*\s/u.test(text))
}

/** `10th` in a column `Session` is the tenth session. */
export function countedIn({ header = '', text }: Block): string | undefined {
  if (!isOfNumbers(header)) return undefined
  const number = /^\s*(\d{1,3})(?:st|nd|rd|th|\.)?\s*$/i.exec(text)?.[1]
  const word = number ? ordinalWord(Number(number)) : ordinals(text)[0]?.length === text.trim().length ? text.trim() : undefined
  return word ? `${word} ${header.replace(/s?(?: (?:no\.?|number))?$/i, '').toLowerCase()}` : undefined
}

const isOfNumbers = once((header) => /^(?:session|meeting|conference|congress|forum)s?(?: (?:no\.?|number))?$/i.test(header))

export function isName(sheet: Sheet, i: number): boolean {
  const { role, text } = sheet.text.blocks[i] as Block
  return (
    text !== '' &&
    !isButton(text) &&
    !(role !== 'heading' && text.endsWith('?') && isProse(text)) &&
    saysSomething(masked(text, sheet.dates[i] ?? [], []))
  )
}

/** What begins with the symbol of a document, or the words of a link that leads on. */
const isButton = once(
  (text) =>
    /^[A-Z][A-Z\d.]*(?:\/[A-Z\d.]+){2,}(?=$|\s)/.test(text) ||
    /^(?:ends?|end date|fin|finalizar|finaliza|termina)\s?:?\s\d/i.test(text) ||
    /^(?:read more|more|details|register|add to calendar|download|share|back|map|view|see)\b/i.test(text),
)

export function startsItsBox(sheet: Sheet, index: number): boolean {
  const block = sheet.text.blocks[index] as Block
  let box = sheet.text.boxes[block.box]
  while (box && box.last === index && box.first === index && box.parent >= 0) box = sheet.text.boxes[box.parent]
  return box?.first === index
}

/** Whether the dates of a run of lines stand before their titles: the run begins with a date, or ends with a title. */
export function datesComeFirst(sheet: Sheet, index: number): boolean {
  const [own, around] = boxesAround(sheet, (sheet.text.blocks[index] as Block).box)
  return (own && answerOf(sheet, own, false)) ?? (around && answerOf(sheet, around, true)) ?? false
}

/** What was answered for each box, as that of a line or the one around it: all its lines ask the same. */
const answersOf = onceOfEach((_: Sheet) => ({
  own: new Map<Box, boolean | undefined>(),
  around: new Map<Box, boolean | undefined>(),
}))

function answerOf(sheet: Sheet, box: Box, isAround: boolean): boolean | undefined {
  const known = isAround ? answersOf(sheet).around : answersOf(sheet).own
  if (!known.has(box)) known.set(box, comeFirstIn(sheet, box, isAround))
  return known.get(box)
}

/** For one box; undefined where it has too few lines of dates to tell. */
function comeFirstIn(sheet: Sheet, box: Box, isAround: boolean): boolean | undefined {
  const { blocks } = sheet.text
  if (box.last - box.first > 400) return false
  const bare: number[] = []
  for (let i = box.first; i <= box.last; i++) if (isBare(sheet, i)) bare.push(i)
  let [first] = bare
  const last = bare.at(-1)
  if (first === undefined || last === undefined || (bare.length < 2 && !isAround)) return undefined
  if (bare.length < 2) {
    let start = box.first
    while (blocks[start]?.role === 'heading') start++
    return start === first
  }
  const isHead = (i: number) =>
    blocks[i]?.bold === true && sheet.above[first as number] === i && blocks[(bare[1] as number) - 1]?.bold !== true
  const isTitle = (i: number) =>
    i >= box.first &&
    !isHead(i) &&
    i <= box.last &&
    blocks[i]?.role !== 'heading' &&
    !/[:：]$/.test(blocks[i]?.text ?? ':') &&
    isName(sheet, i)
  // The day of the page may stand above all of them.
  if (bare.length > 2 && bare.slice(1).every((i) => isUnder(sheet, i) && isTitle(i + 1))) return true
  for (let i = 1; i < bare.length - 1 && !isTitle(first - 1) && !isTitle(first + 1); i++) first = bare[i] as number
  return !isTitle(first - 1) && isTitle(first + 1) && isTitle(last + 1)
}

/** Whether the line below a block is set in under it. */
function isUnder(sheet: Sheet, i: number): boolean {
  const below = boxOf(sheet, sheet.text.blocks[i + 1]?.box ?? -1, 'blockquote', 'dd')
  return below !== undefined && below.first > i
}

/** Whether a block holds nothing but dates. */
function isBare(sheet: Sheet, i: number): boolean {
  const dates = sheet.dates[i] ?? []
  const { role, text } = sheet.text.blocks[i] as Block
  return dates.length > 0 && role !== 'heading' && !saysSomething(masked(text, dates, []))
}
