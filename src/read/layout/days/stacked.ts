import type { Block, PageText } from '../../../source/index.ts'
import { findDates } from '../../dates/index.ts'
import { isAlone } from '../headings.ts'

const days = /^\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{1,2})?[.,]?$/
const month = /^\p{L}{3,10}\.?,?$/u
const year = /^(?:19|20)\d\d$/

/** Joins a date that is printed as a stack of lines, as on a leaf of a calendar (`14` / `May` / `2024`), into the first of them. */
export function stacked(text: PageText): PageText {
  let blocks: Block[] | undefined
  const empty = (block: Block): Block => ({ ...block, text: '' })
  const said = (at: number): string => (blocks ?? text.blocks)[at]?.text ?? ''
  for (let i = 0; i + 1 < text.blocks.length; i++) {
    const one = said(i)
    const two = one.length > 10 ? '' : said(i + 1)
    if (two === '' || two.length > 10) continue
    const isDayFirst = days.test(one) && month.test(two)
    if (!isDayFirst && !(month.test(one) && days.test(two))) continue
    const parts = year.test(said(i + 2)) ? [one, two, said(i + 2)] : [one, two]
    if (text.blocks[i]?.role === 'cell' && isAlone(text, i)) continue
    const whole = parts.join(' ')
    const [date] = findDates(whole)
    if (date?.precision !== 'day' || date.length < whole.length - 1) continue
    blocks ??= [...text.blocks]
    blocks[i] = { ...(blocks[i] as Block), text: whole }
    for (let at = i + 1; at < i + parts.length; at++) blocks[at] = empty(blocks[at] as Block)
  }
  return blocks ? { ...text, blocks } : text
}
