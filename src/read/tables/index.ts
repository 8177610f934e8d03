import { bodyIds, formats, kinds } from '../../event/index.ts'
import type { RawListing } from '../../source/index.ts'
import { saidOf } from '../status.ts'
import { type CellDate, type DateSense, dateIn, dayFirstIn, timesIn } from './cells.ts'
import type { ColumnRole } from './columns.ts'
import { type Mapping, mappingOf } from './guess.ts'

export { type ColumnRole, columnRoles } from './columns.ts'
export { rowsOf } from './csv.ts'

export { type Sheet, sheetsOf } from './xlsx/index.ts'

/** A meeting as a row says it, with what was assumed in reading it. `row` counts from 1, as programs show it. */
type FoundRow = { raw: RawListing; days?: string[]; doubts: string[]; isAssumed: boolean; row: number }

/** What a table was understood to say, and how: the mapping can be changed and the table read again. */
export type TableReading = { found: FoundRow[]; issues: string[]; mapping: Mapping; header: string[]; sample: string[][] }

/** What a table is read by: the day it was handed in (`YYYY-MM-DD`), words that may name its year (its file, its sheet), a mapping in place of the guessed one. */
export type TableSettings = { captured: string; named: string; columns?: (ColumnRole | undefined)[] | undefined }

/** Reads rows as meetings: one a row. A row that cannot be read is an issue and troubles no other. */
export function readTable(rows: string[][], { captured, named, columns }: TableSettings): TableReading {
  const guessed = mappingOf(rows)
  const mapping: Mapping = columns ? { header: guessed.header, columns } : guessed
  const of = (row: string[], role: ColumnRole) => row[mapping.columns.indexOf(role)]?.trim() ?? ''
  const header = rows[mapping.header] ?? []
  const body = rows.map((row, index) => ({ row, number: index + 1 })).slice(mapping.header + 1)
  const reading: TableReading = { found: [], issues: [], mapping, header, sample: body.slice(0, 5).map(({ row }) => row) }
  if (!mapping.columns.includes('title')) return { ...reading, issues: ['no column of the table names its meetings'] }
  if (!mapping.columns.includes('start')) return { ...reading, issues: ['no column of the table has dates'] }
  const sense: DateSense = {
    captured,
    dayFirst: dayFirstIn(body.flatMap(({ row }) => [of(row, 'start'), of(row, 'end')])),
    year: yearIn(named),
  }
  for (const { row, number } of body) {
    if (!row.some((cell) => cell !== '')) continue
    const heading = yearIn(row.filter((cell) => cell !== '').length === 1 ? row.join(' ') : '')
    if (heading && of(row, 'start') === '') sense.year = heading
    else readRow((role) => of(row, role), number, sense, reading)
  }
  return reading
}

function readRow(of: (role: ColumnRole) => string, row: number, table: DateSense, reading: TableReading): void {
  const title = of('title')
  const sense = { ...table, year: yearIn(of('year')) ?? table.year }
  const start = dateIn(of('start'), sense)
  const named = title ? `"${title.slice(0, 80)}"` : 'it has no title'
  if (!title) return void (of('start') && reading.issues.push(`row ${row} was left: ${named}`))
  if (start === undefined) return void reading.issues.push(`row ${row}, ${named}, was left: it has no date`)
  if (typeof start === 'string') return void reading.issues.push(`row ${row}, ${named}, was left: ${start}`)
  const end = dateIn(of('end'), { ...sense, year: sense.year ?? Number(start.start.slice(0, 4)) })
  const doubts = [...start.doubts]
  const last = lastDay(start, end, doubts)
  const raw: RawListing = {
    title,
    start: start.start,
    end: last,
    printed: [title, of('start'), of('end')].filter(Boolean).join(' · '),
  }
  if (start.precision !== 'day') raw.precision = start.precision
  addTimes(raw, of, start, end)
  addWords(raw, of)
  const isAssumed = start.isAssumed || (typeof end === 'object' && end.isAssumed)
  reading.found.push({ raw, doubts, isAssumed, row, ...(start.days && last === start.end && { days: start.days }) })
}

function lastDay(start: CellDate, end: CellDate | string | undefined, doubts: string[]): string {
  if (typeof end === 'string') doubts.push(`${end}; its end was left out`)
  if (end === undefined || typeof end === 'string') return start.end
  doubts.push(...end.doubts.filter((doubt) => !doubts.includes(doubt)))
  if (end.end >= start.start) return end.end
  doubts.push('it ends before it starts; its end was left out')
  return start.end
}

function addTimes(raw: RawListing, of: (role: ColumnRole) => string, start: CellDate, end: CellDate | string | undefined): void {
  const begins = timesIn(of('startTime')) ?? timesIn(start.rest)
  const ends = timesIn(of('endTime'))?.start ?? (typeof end === 'object' ? timesIn(end.rest)?.start : undefined) ?? begins?.end
  if (begins) raw.startTime = begins.start
  if (begins && ends && (raw.end !== raw.start || ends > begins.start)) raw.endTime = ends
}

function addWords(raw: RawListing, of: (role: ColumnRole) => string): void {
  const place = ['room', 'venue', 'city', 'country']
    .map((role) => of(role as ColumnRole))
    .filter((words, index, all) => words && all.indexOf(words) === index)
  if (place.length > 0) raw.location = place.join(', ')
  const format = `${of('format')} ${of('venue')}`.toLowerCase()
  const said = formats.find((one) => of('format').toLowerCase().replace(/[ _]/g, '-') === one)
  if (said ?? /hybrid|hybride|híbrid/.test(format)) raw.format = said ?? 'hybrid'
  else if (/\bonline\b|virtual|webex|zoom|en ligne|en línea/.test(format)) raw.format = 'online'
  const body = bodyIds.find((id) => id === of('body').toUpperCase())
  if (body) raw.body = body
  const kind = kinds.find((one) => one === of('kind').toLowerCase().replace(/\s+/g, '-'))
  if (kind) raw.kind = kind
  const { status, notice } = saidOf(`${of('status')} ${raw.title}`)
  if (status) raw.status = status
  if (notice) raw.notice = notice
  for (const role of ['description', 'organizer', 'timezone', 'id'] as const) if (of(role)) raw[role] = of(role).slice(0, 2000)
  const url = of('url').replace(/^www\./i, 'https://www.')
  if (/^https?:\/\/\S+$/i.test(url) && URL.canParse(url)) raw.url = url
}

/** The one year that words name. */
function yearIn(words: string): number | undefined {
  const years = new Set([...words.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map(([, year]) => Number(year)))
  return years.size === 1 ? [...years][0] : undefined
}
