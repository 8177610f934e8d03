import { findDates } from '../dates/index.ts'
import { zoneOf } from '../times/index.ts'
import { timesIn } from './cells.ts'
import { type ColumnRole, isHeader, roleOf } from './columns.ts'

/** How a table is read: which row names the columns (-1: none), and what each column says. */
export type Mapping = { header: number; columns: (ColumnRole | undefined)[] }

/** The mapping of a table, guessed by header words and, for columns that no word names, by what stands in them. */
export function mappingOf(rows: string[][]): Mapping {
  const header = rows.slice(0, 20).findIndex(isHeader)
  const width = Math.max(0, ...rows.slice(0, 200).map((row) => row.length))
  const columns: (ColumnRole | undefined)[] = Array.from({ length: width }, () => undefined)
  const taken = new Set<ColumnRole>()
  const give = (column: number, role: ColumnRole | undefined) => {
    if (!role || taken.has(role) || columns[column]) return
    columns[column] = role
    taken.add(role)
  }
  if (header >= 0) for (const [column, name] of (rows[header] ?? []).entries()) give(column, roleOf(name))
  const body = rows.slice(header + 1, header + 101).filter((row) => row.some((cell) => cell !== ''))
  const share = (column: number, fits: (cell: string) => boolean) => {
    const cells = body.map((row) => row[column] ?? '').filter((cell) => cell !== '')
    return cells.length === 0 ? 0 : cells.filter(fits).length / cells.length
  }
  const order = columns.map((_, column) => column)
  const free = () => order.filter((column) => !columns[column])
  for (const column of free()) {
    if (taken.has('start') && (header >= 0 || taken.has('end'))) break
    if (share(column, isDate) >= 0.6) give(column, taken.has('start') ? 'end' : 'start')
  }
  for (const column of free()) if (share(column, isAddress) >= 0.6) give(column, 'url')
  for (const column of free()) {
    if (header < 0 && share(column, (cell) => timesIn(cell) !== undefined && cell.length < 40) >= 0.6)
      give(column, taken.has('startTime') ? 'endTime' : 'startTime')
  }
  if (!taken.has('venue') && !taken.has('city'))
    for (const column of free()) if (share(column, isPlace) >= 0.6) give(column, 'venue')
  if (!taken.has('title')) give(wordiest(free(), body), 'title')
  return { header, columns }
}

function isDate(cell: string): boolean {
  return cell.length < 80 && (/^\d{4}-\d\d-\d\d/.test(cell) || findDates(cell, { dayFirst: true }).length > 0)
}

function isAddress(cell: string): boolean {
  return /^(?:https?:\/\/|www\.)\S+$/i.test(cell)
}

/** A short cell that names a city, or says that nobody travels. */
function isPlace(cell: string): boolean {
  return (
    cell.length < 80 && (/^(?:online|virtual|hybrid)$/i.test(cell) || (cell.split(' ').length < 6 && zoneOf(cell) !== undefined))
  )
}

/** The column whose cells differ most and say most. */
function wordiest(columns: number[], body: string[][]): number {
  const weight = (column: number) => {
    const cells = body.map((row) => row[column] ?? '').filter((cell) => /\p{L}{3}/u.test(cell))
    return new Set(cells).size * Math.min(80, cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length))
  }
  const [best = -1] = [...columns].sort((a, b) => weight(b) - weight(a))
  return best >= 0 && weight(best) > 0 ? best : -1
}
