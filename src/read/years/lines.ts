import type { Block } from '../../source/index.ts'
import { yearsIn } from '../dates/index.ts'
import { boxOf, pathOf, type Sheet } from '../layout/sheet.ts'
import { pageTitle } from '../lines/around.ts'
import type { Candidate } from '../meeting/candidates/candidate.ts'
import { onceOfEach } from '../once.ts'

/** The year that stands alone in the nearest line above a block, as on a time line: `2024`; years one after the other are a choice of years. */
export function yearLineAbove(sheet: Sheet, block: number): number[] {
  const above = yearLines(sheet).findLast((line) => line.block < block)
  return above ? [above.year] : []
}

const yearLines = onceOfEach(({ text: { blocks }, frame }: Sheet) => {
  const isYear = (i: number) => isYearAlone(blocks[i]?.text ?? '') && frame[i] === undefined
  const found: { block: number; year: number }[] = []
  for (let i = 0; i < blocks.length; i++) {
    if (!isYear(i) || isYear(i - 1) || isYear(i + 1)) continue
    const { text, role } = blocks[i] as Block
    if (role !== 'cell') found.push({ block: i, year: Number(text) })
  }
  return found
})

function isYearAlone(text: string): boolean {
  return text.length === 4 && /^(?:19|20)\d\d$/.test(text)
}

/** The year of a heading such as `September 2024`, for a date of that month below it. */
export function monthHeadingYears({ date, entry }: Candidate, sheet: Sheet): number[] {
  for (let at = sheet.above[entry.block] ?? -1; at >= 0; at = sheet.above[at] ?? -1) {
    const [month, more] = sheet.dates[at] ?? []
    const [range] = month?.ranges ?? []
    if (month?.precision === 'month' && !more && range?.from.year !== undefined && range.from.month === range.to.month)
      return date.ranges.some(({ from, to }) => from.month === range.from.month || to.month === range.from.month)
        ? [range.from.year]
        : []
  }
  return []
}

/** The year that another cell of the same row prints alone: `Thirty-third | 2024 | 13-17 May`. */
export function yearInRow({ entry }: Candidate, sheet: Sheet): number[] {
  const { blocks } = sheet.text
  const block = blocks[entry.block]
  if (block?.role !== 'cell') return []
  const row = boxOf(sheet, block.box, 'tr')
  if (!row || row.last - row.first > 20) return []
  const years: number[] = []
  for (let i = row.first; i <= row.last; i++) {
    const { text } = blocks[i] as Block
    if (isYearAlone(text)) years.push(Number(text))
  }
  return years
}

/** The one year of the nearest heading that prints any, else of the page's title. */
export function headingYears(sheet: Sheet, block: number): number[] {
  return yearOfFirst([...pathOf(sheet, block).map(({ text }) => text), pageTitle(sheet.text.title)])
}

/** The one year of the nearest heading that prints any. */
export function yearAbove(sheet: Sheet, block: number): number[] {
  return yearOfFirst(pathOf(sheet, block).map(({ text }) => text))
}

function yearOfFirst(words: string[]): number[] {
  for (const said of words) {
    const years = yearsIn(said)
    if (new Set(years).size === 1) return years
  }
  return []
}
