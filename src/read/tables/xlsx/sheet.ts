import { serialText } from './serial.ts'
import { walk } from './walk.ts'

/** How many rows and columns of a sheet are read. */
const sheetLimits = { rows: 5001, columns: 100, merges: 1000 }

/** What the cells of a sheet refer to. */
export type Lookup = { strings: string[]; isDate: (style: number) => 'date' | 'time' | undefined; is1904: boolean }

/** The texts of a sheet's cells (ECMA-376 part 1, 18.3), row by row; formulas are never computed, the values kept with them are taken. */
export function cellsOf(xml: string, lookup: Lookup): { rows: string[][]; isCut: boolean } {
  const rows: string[][] = []
  const merges: string[] = []
  let row: string[] = []
  let rowAt = -1
  let cell: { column: number; type: string; style: number } | undefined
  let column = -1
  let inside = ''
  let text = ''
  let isCut = false
  walk(xml, {
    onopentag(name, attributes) {
      if (name === 'row') {
        rowAt = placeOf(attributes.r, rowAt)
        row = []
        column = -1
      } else if (name === 'c') {
        column = columnOf(attributes.r) ?? column + 1
        cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0) }
        text = ''
      } else if (name === 'v' || name === 't') inside = name
      // Readings of Chinese and Japanese words stand beside them.
      else if (name === 'rPh' || name === 'f') inside = ''
      else if (name === 'mergeCell' && merges.length < sheetLimits.merges) merges.push(attributes.ref ?? '')
    },
    ontext(words) {
      if (inside && cell && text.length < 20_000) text += words
    },
    onclosetag(name) {
      if (name === 'v' || name === 't') inside = ''
      else if (name === 'c' && cell) {
        if (cell.column < sheetLimits.columns && text !== '') {
          while (row.length < cell.column) row.push('')
          row[cell.column] = shownValue(text, cell, lookup)
        }
        cell = undefined
      } else if (name === 'row' && row.some((value) => value !== '')) {
        if (rowAt < sheetLimits.rows && rows.length < sheetLimits.rows) {
          while (rows.length < rowAt) rows.push([])
          rows[rowAt] = row
        } else isCut = true
      }
    },
  })
  fill(rows, merges)
  return { rows, isCut }
}

function placeOf(printed: string | undefined, last: number): number {
  const given = Number(printed ?? Number.NaN)
  return Number.isInteger(given) && given > 0 && given < 10_000_000 ? given - 1 : last + 1
}

/** Column of a reference: 0 for `A7`, 27 for `AB3`. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference ?? '')?.[1]
  if (!letters) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function shownValue(text: string, { type, style }: { type: string; style: number }, { strings, isDate, is1904 }: Lookup): string {
  if (type === 's') return strings[Number(text)] ?? ''
  if (type === 'e') return ''
  if (type === 'b') return text === '1' ? 'yes' : 'no'
  if (type === 'd')
    return text
      .replace(/T00:00:00(?:\.0+)?Z?$/, '')
      .replace('T', ' ')
      .slice(0, 19)
  if (type !== 'n') return text
  const kind = isDate(style)
  return (kind && serialText(Number(text), is1904, kind)) ?? text.slice(0, 40)
}

/** A value that spans rows stands for each of them. */
function fill(rows: string[][], merges: string[]): void {
  for (const reference of merges) {
    const [, first, from, last, to] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? []
    const column = columnOf(first)
    const value = column === undefined ? undefined : rows[Number(from) - 1]?.[column]
    if (column === undefined || first !== last || !value) continue
    for (let at = Number(from); at < Math.min(Number(to), rows.length); at += 1) {
      const row = rows[at]
      if (!row?.some((words) => words !== '')) continue
      while (row.length <= column) row.push('')
      row[column] ||= value
    }
  }
}
