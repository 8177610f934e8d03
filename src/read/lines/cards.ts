import type { Block, Box } from '../../source/index.ts'
import { ordinals, ordinalWord } from '../identity/ordinals.ts'
import { boxesAround, type Sheet } from '../layout/sheet.ts'
import { placeless } from '../place/place.ts'
import { isMeeting, pageName } from './around.ts'
import { masked } from './masked.ts'
import { isProse } from './prose.ts'
import { saysSomething } from './titles.ts'

/** The blocks of one card: the largest box with no other meeting's date in it, as a closed range. */
export type Card = { first: number; last: number; whole: boolean }

/** The card a dated block stands in; `dated` tells the blocks that have dates of other meetings. */
export function cardOf(sheet: Sheet, index: number, dated: (block: number) => boolean): Card {
  const own = sheet.text.blocks[index] as Block
  let card: Card = { first: index, last: index, whole: false }
  for (const box of boxesAround(sheet, own.box)) {
    if (hasOther(box, index, dated)) return card
    card = { first: box.first, last: box.last, whole: false }
  }
  return { ...card, whole: true }
}

function hasOther(box: Box, index: number, dated: (block: number) => boolean): boolean {
  for (let i = box.first; i <= box.last; i++) if (i !== index && dated(i)) return true
  return false
}

/** What names the meeting of a line that has only dates: the title in its card, the heading above, or the line beside it. */
export function nameFor(
  sheet: Sheet,
  index: number,
  card: Card,
): { text: string; from: 'card' | 'heading' | 'beside' | 'page'; block: number } | undefined {
  const { blocks } = sheet.text
  const says = (i: number) => i >= 0 && i < blocks.length && i !== index && sheet.frame[i] === undefined && isName(sheet, i)
  const means = (i: number) => says(i) && isMeeting((blocks[i] as Block).text) && !isSentence(blocks[i] as Block)
  const answer = (i: number, from: 'card' | 'heading' | 'beside') => ({ text: (blocks[i] as Block).text, from, block: i })
  const cell = besideInRow(sheet, index)
  if (cell !== undefined) return answer(cell, 'card')
  if (!card.whole) {
    const inside = ordered(index, card)
    const heading = inside.find((i) => (blocks[i] as Block).role === 'heading' && says(i))
    if (heading !== undefined) return answer(heading, 'card')
    const named =
      inside.find(means) ??
      inside.find((i) => says(i) && ((blocks[i] as Block).linked > 0.7 || (blocks[i] as Block).bold === true)) ??
      inside.find(says)
    if (named !== undefined) return answer(named, 'card')
  }
  const above = blocks[index - 1]
  if (above?.role === 'heading' && (means(index - 1) || (above.level > 1 && says(index - 1)))) return answer(index - 1, 'heading')
  let before = index - 1
  while (
    before > index - 4 &&
    before >= 0 &&
    !means(before) &&
    placeless((blocks[before] as Block).text).replace(/[^\p{L}]/gu, '').length < 10
  )
    before--
  const sibling = means(before) && (blocks[before] as Block).text.length <= 220 && (sheet.dates[before]?.length ?? 0) === 0
  const isFirst = startsItsBox(sheet, index) || datesComeFirst(sheet, index)
  const after = index + 1
  const next = means(after) && (sheet.dates[after]?.length ?? 0) === 0 && (blocks[after] as Block).text.length <= 220
  if (isFirst && next && (blocks[after] as Block).role !== 'heading') return answer(after, 'beside')
  if (sibling && (blocks[before] as Block).role !== 'heading') return answer(before, 'beside')
  for (let at = sheet.above[index] ?? -1; at >= 0; at = sheet.above[at] ?? -1) if (means(at)) return answer(at, 'heading')
  if (next) return answer(after, 'beside')
  const near = [index + 1, index + 2].find((i) => (blocks[i] as Block | undefined)?.role === 'heading' && means(i))
  if (near !== undefined) return answer(near, 'beside')
  const page = pageName(sheet)
  return page ? { text: page, from: 'page', block: -1 } : undefined
}

/** The cell of the same row that names the meeting: one that means it, else the longest. */
function besideInRow(sheet: Sheet, index: number): number | undefined {
  const { blocks } = sheet.text
  if ((blocks[index] as Block).role !== 'cell') return undefined
  const around = [...boxesAround(sheet, (blocks[index] as Block).box)]
  const row = around.find(({ tag }) => tag === 'tr')
  const own = around.find(({ tag }) => tag === 'td' || tag === 'th')
  if (!row || !own || row.last - row.first > 20 || own.last - own.first > 1) return undefined
  const cells: number[] = []
  for (let i = row.first; i <= row.last; i++)
    if (
      (i < own.first || i > own.last) &&
      (isName(sheet, i) || countedIn(blocks[i] as Block)) &&
      (blocks[i] as Block).text.length <= 260
    )
      cells.push(i)
  const length = (i: number) => (blocks[i] as Block).text.length
  return (
    cells.find((i) => isMeeting((blocks[i] as Block).text)) ??
    cells.find((i) => countedIn(blocks[i] as Block)) ??
    cells.sort((a, b) => length(b) - length(a))[0]
  )
}

/** A sentence tells of a meeting; it is not its title. */
function isSentence({ role, text }: Block): boolean {
  return role !== 'heading' && /[.!]$/.test(text) && isProse(text)
}

/** `10th` in a column `Session` is the tenth session. */
export function countedIn({ header = '', text }: Block): string | undefined {
  const number = /^\s*(\d{1,3})(?:st|nd|rd|th|\.)?\s*$/i.exec(text)?.[1]
  const word = number ? ordinalWord(Number(number)) : ordinals(text)[0]?.length === text.trim().length ? text.trim() : undefined
  return word && /^(?:session|meeting|conference|congress|forum)s?(?: (?:no\.?|number))?$/i.test(header)
    ? `${word} ${header.replace(/s?(?: (?:no\.?|number))?$/i, '').toLowerCase()}`
    : undefined
}

function isName(sheet: Sheet, i: number): boolean {
  const { text } = sheet.text.blocks[i] as Block
  return (
    text !== '' &&
    !/^[A-Z][A-Z\d.]*(?:\/[A-Z\d.]+){2,}$/.test(text) &&
    saysSomething(masked(text, sheet.dates[i] ?? [], [])) &&
    !/^(?:read more|more|details|register|add to calendar|download|share|back|map|view|see)\b/i.test(text)
  )
}

/** The blocks of a card from the dated one outwards: those before it first, as titles stand before their dates more often. */
function ordered(index: number, card: Card): number[] {
  const found: number[] = []
  for (let i = index - 1; i >= card.first && i > index - 12; i--) found.push(i)
  for (let i = index + 1; i <= card.last && i < index + 12; i++) found.push(i)
  return found
}

function startsItsBox(sheet: Sheet, index: number): boolean {
  const block = sheet.text.blocks[index] as Block
  let box = sheet.text.boxes[block.box]
  while (box && box.last === index && box.first === index && box.parent >= 0) box = sheet.text.boxes[box.parent]
  return box?.first === index
}

/** Whether the dates of a run of lines stand before their titles: the run begins with a date, or ends with a title. */
function datesComeFirst(sheet: Sheet, index: number): boolean {
  const { blocks } = sheet.text
  const boxes = [...boxesAround(sheet, (blocks[index] as Block).box)]
  for (const box of boxes.slice(0, 2)) {
    if (box.last - box.first > 400) return false
    const bare: number[] = []
    for (let i = box.first; i <= box.last; i++) if (isBare(sheet, i)) bare.push(i)
    const [first] = bare
    const last = bare.at(-1)
    if (first === undefined || last === undefined || (bare.length < 2 && box !== boxes[1])) continue
    if (bare.length < 2) return blocks.findIndex(({ role }, i) => i >= box.first && role !== 'heading') === first
    const isTitle = (i: number) =>
      i >= box.first &&
      i <= box.last &&
      blocks[i]?.role !== 'heading' &&
      !/[:：]$/.test(blocks[i]?.text ?? ':') &&
      isName(sheet, i)
    return !isTitle(first - 1) && isTitle(first + 1) && isTitle(last + 1)
  }
  return false
}

function isBare(sheet: Sheet, i: number): boolean {
  const dates = sheet.dates[i] ?? []
  const { role, text } = sheet.text.blocks[i] as Block
  return dates.length > 0 && role !== 'heading' && !saysSomething(masked(text, dates, []))
}
