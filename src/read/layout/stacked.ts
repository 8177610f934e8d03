import type { Block, PageText } from '../../source/index.ts'
import { findDates } from '../dates/index.ts'

const days = /^\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{1,2})?[.,]?$/
const month = /^\p{L}{3,10}\.?,?$/u
const year = /^(?:19|20)\d\d$/

/** Joins a date that is printed as a stack of lines, as on a leaf of a calendar (`14` / `May` / `2024`), into the first of them. */
export function stacked(text: PageText): PageText {
  let blocks: Block[] | undefined
  const empty = (block: Block): Block => ({ ...block, text: '' })
  for (let i = 0; i + 1 < text.blocks.length; i++) {
    const [one, two, three] = [i, i + 1, i + 2].map((at) => (blocks ?? text.blocks)[at]?.text ?? '') as [string, string, string]
    if (one.length > 10 || two.length > 10) continue
    const isDayFirst = days.test(one) && month.test(two)
    if (!isDayFirst && !(month.test(one) && days.test(two))) continue
    const parts = year.test(three) ? [one, two, three] : [one, two]
    const said = parts.join(' ')
    const [date] = findDates(said)
    if (!date || date.precision !== 'day' || date.length < said.length - 1) continue
    blocks ??= [...text.blocks]
    blocks[i] = { ...(blocks[i] as Block), text: said }
    for (let at = i + 1; at < i + parts.length; at++) blocks[at] = empty(blocks[at] as Block)
  }
  return blocks ? { ...text, blocks } : text
}
