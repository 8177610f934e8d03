import type { Issue, Listing } from '../../event/index.ts'
import { decode, type Page } from '../../source/index.ts'
import { readCalendar } from '../calendar/index.ts'
import { onItsClock } from '../calendar/listing.ts'
import { generalSource } from '../general.ts'
import { read } from '../read.ts'
import { rowsOf, sheetsOf } from '../tables/index.ts'
import { readText } from '../text.ts'
import { type Handed, type ImportReading, type ImportSettings, refusal, understood } from './handed.ts'
import { sane } from './sane.ts'
import { fromSheets } from './sheets.ts'

export type * from './handed.ts'

/** Reads what a person hands in: a calendar, a table or words, told apart by what is in it. Never throws, and bounded in time for any bytes. */
export function readImport(handed: Handed, settings: ImportSettings): ImportReading {
  const reading = readAny(handed, settings)
  const issues = [...reading.issues]
  return { ...reading, found: sane(reading.found, issues), issues }
}

function readAny(handed: Handed, settings: ImportSettings): ImportReading {
  if ('text' in handed) return fromWords(handed.text, '', settings)
  if ('page' in handed) return fromPage(handed.page, settings)
  const { name, bytes } = handed
  if (bytes.length >= 4 && bytes.readUInt32LE(0) === 0x04034b50) {
    const sheets = sheetsOf(bytes)
    return typeof sheets === 'string' ? refusal('table', sheets) : fromSheets(sheets, name, settings)
  }
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    return refusal('table', 'it is an old Excel file (.xls) or protected by a password; saved as .xlsx or .csv it can be read')
  }
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    return refusal('text', 'it is a PDF; its text can be copied and pasted')
  if (isBinary(bytes)) return refusal('text', 'it is no calendar, table or text')
  return fromWords(decode(bytes, handed.contentType), name, settings)
}

/** Text has no NUL, unless it is UTF-16. */
function isBinary(bytes: Buffer): boolean {
  const isWide = /^(?:fffe|feff)/.test(bytes.subarray(0, 2).toString('hex'))
  return !isWide && bytes.subarray(0, 4000).includes(0) && !/BEGIN:V/i.test(bytes.subarray(0, 4000).toString('latin1'))
}

function fromWords(text: string, name: string, settings: ImportSettings): ImportReading {
  if (/^[^\S\n]*BEGIN:V(?:CALENDAR|EVENT)/im.test(text.slice(0, 20_000)) || /\.(?:ics|ifb|vcs)$/i.test(name))
    return fromCalendar(text, settings)
  const isTable = /\.(?:csv|tsv)$/i.test(name) || (name !== '' && looksLikeRows(text))
  if (isTable) return fromSheets([{ name, ...rowsOf(text), isCut: false }], name, settings)
  // Cells copied from a spreadsheet arrive as lines with tabs.
  const pasted =
    name === '' && looksLikeRows(text, ['\t']) ? fromSheets([{ name, ...rowsOf(text), isCut: false }], name, settings) : undefined
  return pasted && pasted.found.length > 0 ? pasted : fromText(text, settings)
}

function looksLikeRows(text: string, signs = [',', ';', '\t']): boolean {
  const lines = text
    .slice(0, 100_000)
    .split(/\r\n?|\n/, 6)
    .filter((line) => line.trim() !== '')
  const counts = signs.map((sign) => lines.map((line) => line.split(sign).length))
  return lines.length >= 2 && counts.some((cells) => (cells[0] ?? 0) >= 3 && cells.every((count) => count === cells[0]))
}

function fromText(text: string, { now, written, timezone, body, url }: ImportSettings): ImportReading {
  const settings = { captured: written ?? now.slice(0, 10), timezone, ...(body && { body }), ...(url && { url }) }
  const reading = readText(text, settings)
  const found = reading.listings.map((listing) => {
    const doubts = listing.proposed ? [`the date is not printed in full; ${assumed(listing)} was assumed`] : []
    return { listing, doubts, isAssumed: listing.proposed === true, from: listing.provenance.text }
  })
  const issues = [
    ...reading.issues.map((issue: Issue) => issue.sentence),
    ...reading.left.map(({ text: words, why }) => `"${words.slice(0, 120)}" was left: ${why}`),
  ]
  return { form: 'text', found, issues }
}

/** The day, or the month where no day is printed. */
function assumed({ when }: Listing): string {
  return when ? when.start.slice(0, when.precision === 'month' ? 7 : 10) : 'no day'
}

function fromPage(page: Page, settings: ImportSettings): ImportReading {
  if (/^\s*BEGIN:VCALENDAR/i.test(page.body.slice(0, 500))) return fromCalendar(page.body, settings)
  if (/^text\/(?:plain|csv)/.test(page.contentType)) return fromWords(page.body, new URL(page.finalUrl).pathname, settings)
  const reading = read(page, generalSource, settings.written ?? settings.now.slice(0, 10))
  const found = reading.listings.map((listing) => ({
    listing,
    doubts: [],
    isAssumed: listing.proposed === true,
    from: listing.provenance.text,
  }))
  return { form: 'page', found, issues: reading.issues.map(({ sentence }) => sentence) }
}

function fromCalendar(text: string, settings: ImportSettings): ImportReading {
  const reading = readCalendar(text, { now: settings.now })
  if (reading.refused) return refusal('calendar', reading.refused)
  const issues = [...reading.issues]
  const found = reading.found.flatMap(({ raw, doubts }) =>
    understood(onItsClock(raw, settings.timezone), { doubts, isAssumed: false }, settings, issues),
  )
  return { form: 'calendar', found, issues }
}
