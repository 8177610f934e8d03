import type { Block, Box } from '../../source/index.ts'
import type { Sheet } from '../layout/sheet.ts'
import { placeless } from '../place/place.ts'
import { isMeeting, pageName } from './around.ts'
import { isFact } from './facts.ts'
import { besideInRow, datesComeFirst, isName, isSentence, startsItsBox } from './rows.ts'

/** The blocks of one card: the largest box with no other meeting's date in it, as a closed range. */
export type Card = { first: number; last: number; whole: boolean }

/** How many dated blocks stand before each block of a page, and last in all of it. */
export function countDated(sheet: Sheet, dated: (block: number) => boolean): number[] {
  const before = [0]
  for (let i = 0; i < sheet.text.blocks.length; i++) before.push((before[i] as number) + (dated(i) ? 1 : 0))
  return before
}

/** The card a dated block stands in; `before` is what {@link countDated} counts: the blocks that have dates of other meetings. */
export function cardOf(sheet: Sheet, index: number, before: number[]): Card {
  const own = sheet.text.blocks[index] as Block
  const inside = (first: number, last: number) => (before[last + 1] ?? 0) - (before[first] ?? 0)
  const mine = inside(index, index)
  let [first, last] = [index, index]
  const { boxes } = sheet.text
  for (let box = boxes[own.box]; box; box = boxes[box.parent]) {
    if (inside(box.first, box.last) > mine) return described(sheet, index, { first, last, whole: false }, before)
    first = box.first
    last = box.last
  }
  return { first, last, whole: true }
}

/** A term's card goes on over its descriptions, up to the next term or date. */
function described({ text: { blocks, boxes } }: Sheet, index: number, card: Card, before: number[]): Card {
  if (boxes[(blocks[index] as Block).box]?.tag !== 'dt') return card
  let { last } = card
  while (last + 1 < blocks.length && isDescription(boxes, last + 1, blocks) && before[last + 2] === before[last + 1]) last++
  return { ...card, last }
}

function isDescription(boxes: Box[], index: number, blocks: Block[]): boolean {
  let box = boxes[(blocks[index] as Block).box]
  while (box && box.tag !== 'dd' && box.tag !== 'dt' && box.tag !== 'dl') box = boxes[box.parent]
  return box?.tag === 'dd'
}

/** What names the meeting of a line that has only dates: the title in its card, the heading above, or the line beside it. */
export function nameFor(
  sheet: Sheet,
  index: number,
  card: Card,
): { text: string; from: 'card' | 'heading' | 'beside' | 'page'; block: number } | undefined {
  const { blocks } = sheet.text
  const cell = besideInRow(sheet, index)
  if (cell !== undefined) return { text: (blocks[cell] as Block).text, from: 'card', block: cell }
  const says = (i: number) => i >= 0 && i < blocks.length && i !== index && sheet.frame[i] === undefined && isName(sheet, i)
  const means = (i: number) =>
    says(i) && isMeeting((blocks[i] as Block).text) && !isSentence(blocks[i] as Block) && !isFact((blocks[i] as Block).text)
  const answer = (i: number, from: 'card' | 'heading' | 'beside') => ({ text: (blocks[i] as Block).text, from, block: i })
  const description = sheet.text.boxes[(blocks[index] as Block).box]?.tag === 'dt' ? index + 1 : -1
  if (means(description) && sheet.text.boxes[(blocks[description] as Block).box]?.tag === 'dd') return answer(description, 'card')
  if (!card.whole) {
    const inside = ordered(index, card)
    const heading = inside.find((i) => (blocks[i] as Block).role === 'heading' && says(i))
    const spelled = heading !== undefined && code.test((blocks[heading] as Block).text) ? inside.find(means) : undefined
    if (heading !== undefined) return answer(spelled ?? heading, 'card')
    const meant = inside.find(means)
    if (meant !== undefined) return answer(meant, 'card')
    const undated = inside.filter((i) => says(i) && (sheet.dates[i]?.length ?? 0) === 0 && !isFact((blocks[i] as Block).text))
    const named =
      undated.find((i) => (blocks[i] as Block).linked > 0.7 || (blocks[i] as Block).bold === true) ??
      undated.find((i) => !isSentence(blocks[i] as Block))
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
  const isHeading = (blocks[index] as Block).role === 'heading'
  const below = isHeading ? firstBelow(sheet, index, means) : undefined
  if (below !== undefined) return answer(below, 'beside')
  const sibling =
    !isHeading && means(before) && (blocks[before] as Block).text.length <= 220 && (sheet.dates[before]?.length ?? 0) === 0
  const datesFirst = datesComeFirst(sheet, index)
  const isFirst = startsItsBox(sheet, index) || datesFirst
  const after = index + 1
  const next = means(after) && (sheet.dates[after]?.length ?? 0) === 0 && (blocks[after] as Block).text.length <= 220
  if (isFirst && next && (blocks[after] as Block).role !== 'heading') return answer(after, 'beside')
  if (datesFirst && isTitle(sheet, after)) return answer(after, 'beside')
  if (sibling && (blocks[before] as Block).role !== 'heading') return answer(before, 'beside')
  for (let at = sheet.above[index] ?? -1; at >= 0; at = sheet.above[at] ?? -1) if (means(at)) return answer(at, 'heading')
  if (next) return answer(after, 'beside')
  const near = [index + 1, index + 2].find((i) => (blocks[i] as Block | undefined)?.role === 'heading' && means(i))
  if (near !== undefined) return answer(near, 'beside')
  const page = pageName(sheet)
  return page ? { text: page, from: 'page', block: -1 } : undefined
}

/** `COP12`, which the words beside it spell out. */
const code = /^\p{Lu}[\p{L}-]{1,9}[ -]?\d{1,3}$/u

/** The first of the lines right below a heading that names a meeting. */
function firstBelow({ text: { blocks }, dates }: Sheet, index: number, means: (block: number) => boolean): number | undefined {
  for (let i = index + 1; i <= index + 4; i++) {
    if (blocks[i] === undefined || blocks[i]?.role === 'heading' || (dates[i]?.length ?? 0) > 0) return undefined
    if (means(i)) return i
  }
  return undefined
}

/** A line without dates that may be a title, whether or not it means a meeting. */
function isTitle(sheet: Sheet, i: number): boolean {
  const block = sheet.text.blocks[i]
  return (
    block !== undefined &&
    block.role !== 'heading' &&
    block.text.length <= 220 &&
    !/[:：]$/.test(block.text) &&
    (sheet.dates[i]?.length ?? 0) === 0 &&
    sheet.frame[i] === undefined &&
    isName(sheet, i) &&
    !isSentence(block)
  )
}

/** The blocks of a card from the dated one outwards: those before it first, as titles stand before their dates more often. */
function ordered(index: number, card: Card): number[] {
  const found: number[] = []
  for (let i = index - 1; i >= card.first && i > index - 12; i--) found.push(i)
  for (let i = index + 1; i <= card.last && i < index + 12; i++) found.push(i)
  return found
}
