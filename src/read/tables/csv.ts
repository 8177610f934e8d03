import { parse } from 'csv-parse/sync'

/** Rows of a file of separated values. */
export type Rows = { rows: string[][]; delimiter: string; issues: string[] }

const delimiters = [',', ';', '\t', '|']
const mostRows = 5001
/** As many characters of a file as are read: 600 a row. */
const mostCharacters = 3_000_000

/** Reads separated values (RFC 4180 and what programs write instead): the delimiter is found out, rows may be of any length. */
export function rowsOf(text: string): Rows {
  const isLong = text.length > mostCharacters
  const taken = isLong ? text.slice(0, Math.max(text.lastIndexOf('\n', mostCharacters), mostCharacters / 2)) : text
  const whole = taken
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
  // Excel's own word for the delimiter.
  const said = /^"?sep=(.)"?\n/i.exec(whole)
  const body = said ? whole.slice(said[0].length) : whole
  const delimiter = said?.[1] ?? delimiterOf(body)
  let skipped = 0
  const settings = {
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 200_000,
    to: mostRows,
  } as const
  const rows: string[][] = parse(body, {
    ...settings,
    relax_quotes: true,
    skip_records_with_error: true,
    on_skip: () => {
      skipped += 1
      return undefined
    },
  })
  // A quote that never ends swallows the rest: then every line is taken as it stands.
  const all: string[][] = skipped > 0 ? parse(body, { ...settings, quote: null, skip_records_with_error: true }) : rows
  const issues = skipped > 0 ? ['a quotation mark in the file is never closed; each line was taken as a row'] : []
  if (all.length >= mostRows || isLong)
    issues.push(
      `the file has more rows than are read at once; those after the first ${Math.min(all.length, mostRows - 1)} were left`,
    )
  return { rows: all.slice(0, mostRows).map((row) => row.slice(0, 100).map((cell) => tidy(cell))), delimiter, issues }
}

function tidy(cell: string): string {
  const words = cell
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .slice(0, 20_000)
  // What an export did against formulas (see `defused`) is undone.
  return /^'[=+\-@]/.test(words) ? words.slice(1) : words
}

/** The sign that parts most lines into the same number of cells, more than one. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"\n]*"/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 30)
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0)
    const usual = counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
    const score = counts.filter((count) => count === usual).length * Math.min(usual, 10) + counts.length
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}
