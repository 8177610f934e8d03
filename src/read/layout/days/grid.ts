import type { Block, PageText } from '../../../source/index.ts'
import { countOf, daysIn, weekdayOf } from '../../dates/days.ts'
import { findDates, type PrintedDate } from '../../dates/index.ts'
import { weekdayNames } from '../../dates/words/weekdays.ts'
import { once } from '../../once.ts'

/** A cell of a grid of days: its block, the day it prints, and the weekday that heads its column. */
type Cell = { block: number; day: number; weekday: number }

/** How far above a grid its month may be named, in blocks that are not of the grid. */
const farthest = 12
/** As many days as make a month, at least. */
const fewest = 28

/**
 * Adds the dates of a calendar's grid, whose cells begin with the number of a day under the name of a weekday. Its month is the only one named
 * above it, in the page's title or its address whose days fall on these weekdays and are as many.
 */
export function addDaysOfGrids(text: PageText, dates: PrintedDate[][]): void {
  let cells: Cell[] = []
  const close = (): void => {
    if (cells.length >= fewest) addDays(text, dates, cells)
    cells = []
  }
  for (let index = 0; index < text.blocks.length; index++) {
    const { role, header, text: said } = text.blocks[index] as Block
    const number = role === 'cell' && header ? Number(/^\d{1,2}(?=$|\s)/.exec(said)?.[0] ?? 0) : 0
    const weekday = header && number > 0 ? weekdayIn(header) : 0
    const day = weekday > 0 ? number : 0
    const last = cells.at(-1)
    if (day === 1) {
      close()
      cells = [{ block: index, day, weekday }]
    } else if (last && day === last.day + 1 && weekday === (last.weekday % 7) + 1) cells.push({ block: index, day, weekday })
    else if (last && index - last.block > 2 * farthest) close()
  }
  close()
}

function addDays(text: PageText, dates: PrintedDate[][], cells: Cell[]): void {
  const [first] = cells as [Cell]
  const fitting = monthsNamed(text, dates, first.block).filter(
    ([year, month]) => daysIn(year, month) === cells.length && weekdayOf(countOf(year, month, 1)) === first.weekday,
  )
  const [month, other] = new Set(fitting.map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`))
  if (month === undefined || other !== undefined) return
  for (const [i, { block, day }] of cells.entries()) {
    const [date] = findDates(`${month}-${String(day).padStart(2, '0')}`)
    const until = Math.min(cells[i + 1]?.block ?? block + 1, block + farthest)
    const { column } = text.blocks[block] as Block
    if (!date) continue
    const number = String(day)
    for (let at = block; at < until && text.blocks[at]?.column === column; at++) {
      const length = at === block ? number.length : 0
      if ((dates[at]?.length ?? 0) === 0 && (text.blocks[at]?.text.length ?? 0) > length)
        dates[at] = [{ ...date, length, text: at === block ? number : '' }]
    }
  }
}

/** The months, with their years, that are named above a grid, in the title and in the address. */
function monthsNamed({ blocks, title, url }: PageText, dates: PrintedDate[][], first: number): [number, number][] {
  const named = [...findDates(title)]
  for (let at = first - 1, left = farthest; at >= 0 && left > 0; at--) {
    named.push(...(dates[at] ?? []))
    if (blocks[at]?.role !== 'cell') left--
  }
  const inAddress = [...url.matchAll(/(?<!\d)((?:19|20)\d\d)[/-](\d\d?)(?!\d)/g)].map(
    ([, year, month]) => [Number(year), Number(month)] as [number, number],
  )
  const said = named.flatMap(({ precision, ranges: [range] }) =>
    precision === 'month' && range?.from.year !== undefined ? [[range.from.year, range.from.month] as [number, number]] : [],
  )
  return [...said, ...inAddress.filter(([, month]) => month >= 1 && month <= 12)]
}

const weekdays = new Map(
  Object.values(weekdayNames).flatMap((names) =>
    names.flatMap((said, i) => said.split(' ').map((name) => [name, i + 1] as const)),
  ),
)

/** The ISO weekday that a column's head names, 0 for none. */
export const weekdayIn = once(
  (header): number =>
    weekdays.get(
      header
        .trim()
        .toLowerCase()
        .normalize('NFD')
        .replace(/[\u0300-\u0305.]/g, ''),
    ) ?? 0,
)
