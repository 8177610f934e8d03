import type { Reader } from './reader.ts'
import { at, is } from './reader.ts'

/** A year and the token after it. */
export type Year = { year: number; end: number }

/**
 * The year printed after a day or month: ` 2026`, `, 2026`, ` of 2026`, ` de 2026`, ` '26`; `tight` allows `-2026` and `/26`.
 * Two digits count only where nothing else can be meant by them.
 */
export function yearAt(reader: Reader, i: number, tight: boolean, afterDay = false): Year | undefined {
  let j = i
  if (is(at(reader, j), ',') || (is(at(reader, j), '.') && at(reader, j).glued && at(reader, j + 1).text.length === 4)) j += 1
  else if (tight && at(reader, j).glued && (at(reader, j).kind === 'dash' || is(at(reader, j), '/'))) j += 1
  let words = 0
  while (words < 2 && at(reader, j).sense.of && at(reader, j).kind === 'word') {
    j += 1
    words += 1
  }
  if (is(at(reader, j), "'")) {
    const short = at(reader, j + 1)
    return short.glued && short.text.length === 2 ? { year: 2000 + short.value, end: j + 2 } : undefined
  }
  const token = at(reader, j)
  if (token.kind !== 'number') return undefined
  const end = j + 1
  const next = at(reader, end)
  if (token.text.length === 4 && token.value >= 1900 && token.value <= 2100) {
    if (next.glued && (is(next, ':') || is(next, '%')) && at(reader, end + 1).glued && at(reader, end + 1).kind === 'number')
      return undefined
    if (/^(?:hrs?|hours|h|uhr)$/.test(next.text)) return undefined
    if (token.newLine && j > i) return undefined
    return { year: token.value, end }
  }
  if (token.text.length !== 2 || token.value < 15 || token.value > 50 || token.newLine || words) return undefined
  if (tight) return j > i && !next.glued ? { year: 2000 + token.value, end } : undefined
  if (afterDay || j > i) return undefined
  // `12 May 26`: only before a pause, for `12 May 26 June`, `12 May 17:30` and `12 May 20 experts` are others.
  const pause = next.text === '' || next.newLine || /^[,;)]$/.test(next.text) || (is(next, ':') && !at(reader, end + 1).glued)
  const spaced = next.kind === 'dash' && !next.glued && at(reader, end + 1).kind === 'word' && !at(reader, end + 1).sense.month
  return pause || spaced ? { year: 2000 + token.value, end } : undefined
}

/** The token after the words that follow a year: `года`, `г.`, `م`. */
export function yearEnd(reader: Reader, i: number): number {
  const word = at(reader, i)
  if (!word.sense.year || word.kind !== 'word' || (word.text === 'ad' && !word.caps)) return i
  const dot = at(reader, i + 1)
  return is(dot, '.') && dot.glued && word.text === 'г' ? i + 2 : i + 1
}
