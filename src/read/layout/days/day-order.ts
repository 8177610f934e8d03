import type { Block } from '../../../source/index.ts'
import { findDates, type PrintedDate } from '../../dates/index.ts'

const numeric = /(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-]\d{4}(?!\d)/g

/** Settles `10/03/2025` by the other dates of its page that can be read in one order only, such as `19/05/2025`, where these agree. */
export function settleDayOrder(blocks: Block[], dates: PrintedDate[][], language: string | undefined): void {
  if (!dates.some((found) => found.some(({ ambiguous }) => ambiguous))) return
  const dayFirst = orderIn(blocks)
  if (dayFirst === undefined) return
  for (const [index, found] of dates.entries())
    if (found.some(({ ambiguous }) => ambiguous))
      dates[index] = findDates((blocks[index] as Block).text, { dayFirst, ...(language ? { language } : {}) })
}

function orderIn(blocks: Block[]): boolean | undefined {
  let [days, months] = [0, 0]
  for (const { text } of blocks)
    for (const [, first, second] of text.matchAll(numeric)) {
      if (Number(first) > 12 && Number(second) <= 12) days++
      if (Number(second) > 12 && Number(first) <= 12) months++
    }
  return days > 0 === months > 0 ? undefined : days > 0
}
