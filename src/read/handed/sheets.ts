import { readTable, type Sheet } from '../tables/index.ts'
import { type ImportReading, type ImportSettings, refusal, type TableShown, understood } from './handed.ts'

/** Reads a workbook: of several sheets the one asked for, else the one with most meetings. */
export function fromSheets(sheets: (Sheet & { issues?: string[] })[], name: string, settings: ImportSettings): ImportReading {
  const captured = settings.written ?? settings.now.slice(0, 10)
  const asked = sheets.filter((sheet) => sheet.name === settings.sheet)
  const readings = (asked.length > 0 ? asked : sheets).map((sheet) => ({
    sheet,
    reading: readTable(sheet.rows, { captured, named: `${name} ${sheet.name}`, columns: settings.columns }),
  }))
  const [best] = readings.sort((a, b) => b.reading.found.length - a.reading.found.length)
  if (!best) return refusal('table', 'the table is empty')
  const { sheet, reading } = best
  const issues = [...(sheet.issues ?? []), ...reading.issues]
  if (sheet.isCut) issues.push('the sheet has more rows than are read at once; the rest was left')
  for (const other of sheets) {
    if (other !== sheet && other.rows.length > 0) issues.push(`the sheet "${other.name}" was not read; it can be asked for`)
  }
  const found = reading.found.flatMap(({ raw, days, doubts, isAssumed, row }) =>
    understood(raw, { doubts, isAssumed, from: `row ${row}` }, settings, issues).map((one) =>
      days && one.listing.when ? { ...one, listing: { ...one.listing, when: { ...one.listing.when, days } } } : one,
    ),
  )
  const { columns } = reading.mapping
  const table: TableShown = {
    header: reading.header,
    sample: reading.sample,
    columns,
    ...(sheet.name !== name && { sheet: sheet.name, sheets: sheets.map((one) => one.name) }),
  }
  return { form: 'table', found, issues, table }
}
