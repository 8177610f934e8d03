import type { Block, PageText } from '../../../source/index.ts'
import { findDates, type PrintedDate } from '../../dates/index.ts'
import { weekdayIn } from './grid.ts'

const days =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?\d{1,2}(?:\s?(?:[-–—]|to|and|&)\s?\d{1,2})?(?=\s*[:.)|–—-]\s|\s+\([^)]{2,20}\)\s*[:–—-]\s|\s+(?:\p{Lu}|\d{1,3}(?:st|nd|rd|th)\s))/iu

/** Days alone, as in the first cell of a row, before an hour or a note. */
const alone =
  /^(?:\p{L}{2,10}\.?,?\s+)?\d{1,2}(?:\s\p{L}{3,10}\.?)?(?:\s?(?:[-–—,&]|to|and)\s?(?:\p{L}{2,10}\.?,?\s+)?\d{1,2}(?![:.h\d]\d)(?:\s\p{L}{3,10}\.?)?){0,4}(?=$|,?\s?\(|,\s?\d{1,2}[:.h]\d)/iu

/** Adds the dates of lines that print only days, under a heading that prints the month: `March 2026` / `9–13: Commission on …`. */
export function addDaysOfMonths(text: PageText, dates: PrintedDate[][], above: number[]): void {
  for (let index = 0; index < text.blocks.length; index++) {
    const heading = above[index] ?? -1
    if (heading < 0) continue
    const [month, more] = dates[heading] ?? []
    if (!month || more || month.precision !== 'month' || month.ranges.length !== 1) continue
    if ((text.blocks[heading]?.text.length ?? 0) > month.length + 12) continue
    const { role, column, header = '', text: words } = text.blocks[index] as Block
    if (weekdayIn(header) > 0) continue
    const cell = role === 'cell' && column === 0 ? alone.exec(words)?.[0] : undefined
    // `30 Oct - 1` under November prints one of its months.
    if (dates[index]?.some(({ length, yearPrinted }) => cell === undefined || yearPrinted || length >= cell.length)) continue
    const said = cell ?? days.exec(words)?.[0]
    const [date] = said ? findDates(`${said} ${month.text}`) : []
    if (said && date?.index === 0 && date.length === said.length + 1 + month.length)
      dates[index] = [{ ...date, length: said.length, text: said }]
  }
}
