/**
 * A text as it may stand in a cell of a table that a spreadsheet program opens: what such a program would take for a formula (`=`, `+`, `-`, `@`,
 * also after blanks, and full-width ones) gets an apostrophe before it, which the program does not show. Tabs, line ends and controls become blanks.
 */
function defused(cell: string): string {
  const words = cell.replace(/[\p{Cc}\u2028\u2029\ufeff]+/gu, ' ').trim()
  return /^['"\s]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/.test(words) ? `'${words}` : words
}

/** Rows as CSV (RFC 4180) with CRLF, every cell {@link defused}; a byte-order mark tells Excel that it is UTF-8. */
export function toCsv(rows: (string | number | undefined)[][]): string {
  const lines = rows.map((row) =>
    row.map((cell) => quoted(typeof cell === 'number' ? String(cell) : defused(cell ?? ''))).join(','),
  )
  return `\ufeff${lines.join('\r\n')}\r\n`
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
