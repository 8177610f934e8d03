import type { Block } from '../text.ts'
import { blockOf } from './block.ts'

/** The table being read: where the next cell stands, what the header row says, which cells reach into later rows. */
export type Table = {
  column: number
  next: number
  row: number
  heads: string[]
  header: boolean
  tall: (Tall | undefined)[]
  hasTall: boolean
}

/** A cell that reaches over rows: what it says, the last row it reaches, and the last in which it was said. */
type Tall = { text: string; last: number; said: number }

/** As many columns as cells are followed in over rows: more than a table of people has, and a bound on cost. */
const widest = 200

/** A table before its first row. */
export function emptyTable(): Table {
  return { column: 0, next: 0, row: -1, heads: [], header: false, tall: [], hasTall: false }
}

/** A row begins. */
export function beginRow(table: Table): void {
  table.row++
  table.next = 0
  table.header = false
}

/** A cell begins, in the first column that no cell of an earlier row reaches into. */
export function beginCell(table: Table, name: string, columns: number, rows: number): void {
  while (reaches(table.tall[table.next], table.row)) table.next++
  table.column = table.next
  table.next += Math.min(Math.max(columns || 1, 1), 50)
  table.header = name === 'th' || table.row === 0
  if (table.column >= widest) return
  table.hasTall ||= rows > 1
  table.tall[table.column] = rows > 1 ? { text: '', last: table.row + Math.min(rows, 100) - 1, said: table.row } : undefined
}

function reaches(tall: Tall | undefined, row: number): boolean {
  return tall !== undefined && tall.last >= row
}

/** Gives a cell's block its column and the words that head it. */
export function cellIn(table: Table, block: Block): void {
  block.column = table.column
  const tall = table.tall[table.column]
  if (tall?.said === table.row) tall.text ||= block.text
  if (table.header) table.heads[table.column] ??= block.text
  else if (table.heads[table.column]) block.header = table.heads[table.column] as string
}

/** The short cells of earlier rows that reach into this one before the column that is read now, each once a row, in the row's box. */
export function reachingIn(table: Table, rowBox: () => number): Block[] {
  const found: Block[] = []
  for (let column = 0; column < Math.min(table.column, widest); column++) {
    const tall = table.tall[column]
    if (!tall || tall.said === table.row || !reaches(tall, table.row) || tall.text === '' || tall.text.length > 60) continue
    tall.said = table.row
    const cell = blockOf('cell', 0, tall.text, rowBox())
    cell.column = column
    cell.header = table.heads[column] || undefined
    found.push(cell)
  }
  return found
}
