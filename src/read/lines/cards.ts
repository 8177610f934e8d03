import type { Block } from '../../source/index.ts'
import type { Sheet } from '../layout/sheet.ts'
import { placeless } from '../place/place.ts'
import { isMeeting, pageName } from './around.ts'
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
  let card: Card = { first: index, last: index, whole: false }
  const { boxes } = sheet.text
  for (let box = boxes[own.box]; box; box = boxes[box.parent]) {
    if (inside(box.first, box.last) > inside(index, index)) return card
    card = { first: box.first, last: box.last, whole: false }
  }
  return { ...card, whole: true }
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
  const described = sheet.text.boxes[(blocks[index] as Block).box]?.tag === 'dt' ? index + 1 : -1
  if (means(described) && sheet.text.boxes[(blocks[described] as Block).box]?.tag === 'dd') return answer(described, 'card')
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
  if (datesComeFirst(sheet, index) && isTitle(sheet, after)) return answer(after, 'beside')
  if (sibling && (blocks[before] as Block).role !== 'heading') return answer(before, 'beside')
  for (let at = sheet.above[index] ?? -1; at >= 0; at = sheet.above[at] ?? -1) if (means(at)) return answer(at, 'heading')
  if (next) return answer(after, 'beside')
  const near = [index + 1, index + 2].find((i) => (blocks[i] as Block | undefined)?.role === 'heading' && means(i))
  if (near !== undefined) return answer(near, 'beside')
  const page = pageName(sheet)
  return page ? { text: page, from: 'page', block: -1 } : undefined
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
