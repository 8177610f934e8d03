/** The sign that begins an item of a list. */
export const bullet = /^\s*(?:[•●▪◦‣∙·*–—-]|\d{1,2}[.)]|[a-z]\))\s+(?=\S)/u

/** Lines with those that were broken for their length made whole again; quoted ones and items stay by themselves. */
export function* unwrapped(lines: Iterable<string>): Generator<string> {
  let whole: string | undefined
  let last = ''
  for (const line of lines) {
    const joins =
      whole !== undefined &&
      whole.length < 4000 &&
      (goesOn(last.trim(), line.trim()) || isUnder(last, line)) &&
      !bullet.test(line) &&
      !/^\s*>|\t|\|/.test(line)
    if (joins) whole += ` ${line.trim()}`
    else {
      if (whole !== undefined) yield whole
      whole = line
    }
    last = line
  }
  if (whole !== undefined) yield whole
}

/** Whether a line goes on in the second column of the one before it, which stands in the margin. */
function isUnder(line: string, next: string): boolean {
  return /^ {8,}\S/.test(next) && !/^\s/.test(line) && /\S {3,}\S/.test(line)
}

/** Whether a line of a text set as written goes on in the next: it was broken where it was full, not where a thought ends. */
function goesOn(line: string, next: string): boolean {
  if (line.length < 40 || line.length > 100 || next === '') return false
  return (
    /^[\p{Ll}(]/u.test(next) ||
    /(?:^|\s)(?:on|of|the|in|from|to|at|and|with|for|by|is|are|a|an|be|will|held|between|or)$/i.test(line) ||
    (/[,–-]$/.test(line) && line.length > 60)
  )
}
