import { dayAt, opens } from './day.ts'
import type { Point } from './point.ts'
import type { Reader } from './reader.ts'
import { at, inLanguage, is } from './reader.ts'

const dayFirstLanguages = ['fr', 'es', 'pt', 'it', 'de', 'nl', 'ru', 'ar']

/** ISO 8601: `2024-10-14`, with `/` or `.` for the dash too; what follows (`T10:00`, `/18`) is read by others. */
export function isoPoint(reader: Reader, i: number, chained: boolean): Point | undefined {
  const year = at(reader, i)
  if (year.text.length !== 4 || year.value < 1900 || year.value > 2100 || (!chained && !opens(reader, i))) return undefined
  const first = at(reader, i + 1)
  if (!first.glued || !(first.kind === 'dash' || is(first, '/') || is(first, '.'))) return undefined
  const month = at(reader, i + 2)
  const second = at(reader, i + 3)
  const day = at(reader, i + 4)
  if (!two(month, 12) || !second.glued || second.text !== first.text || !two(day, 31) || endless(reader, i + 5)) return undefined
  return { year: year.value, month: month.value, day: day.value, order: 'month-first', iso: true, start: i, end: i + 5 }
}

/** `15.06.2026`, `15/06/2026`, `15-06-2026`, `15.6.26`; `15.06.` and `15/06` without a year are `bare`. */
export function numericPoint(reader: Reader, i: number, chained: boolean): Point | undefined {
  const first = at(reader, i)
  const mark = at(reader, i + 1)
  const second = at(reader, i + 2)
  const spaced = isSpaced(reader, i)
  if (
    !(mark.glued || spaced) ||
    !(is(mark, '.') || is(mark, '/') || mark.kind === 'dash') ||
    first.text.length > 2 ||
    !(two(second, 31) || spaced || spacedDots(reader, i)) ||
    first.value < 1
  )
    return undefined
  if (!chained && !opens(reader, i)) return undefined
  const dotted = is(mark, '.')
  const again = at(reader, i + 3)
  const year = at(reader, i + 4)
  const spacedYear = dotted && is(again, '.') && !year.glued && year.text.length === 4
  if ((again.glued || spaced) && again.text === mark.text && (year.glued || spacedYear || spaced) && year.kind === 'number') {
    const value = year.text.length === 4 ? year.value : year.text.length === 2 && dotted ? 2000 + year.value : 0
    if (value < 1900 || value > 2100 || endless(reader, i + 5)) return undefined
    return ordered(reader, i, i + 5, first.value, second.value, dotted, value)
  }
  if (mark.kind === 'dash' || (again.glued && again.kind === 'number')) return undefined
  const closed = dotted && is(again, '.') && again.glued
  if (!dotted && again.glued && is(again, '/')) return undefined
  if (dotted && second.text.length !== 2 && !closed) return undefined
  const end = closed ? i + 4 : i + 3
  // `6/7 May` are two days.
  if (at(reader, end).sense.month || (at(reader, end).sense.of && at(reader, end + 1).sense.month)) return undefined
  const point = ordered(reader, i, end, first.value, second.value, dotted)
  return point ? { ...point, bare: true } : undefined
}

function ordered(
  reader: Reader,
  i: number,
  end: number,
  a: number,
  b: number,
  dotted: boolean,
  year?: number,
): Point | undefined {
  const dayFirst = a <= 31 && b <= 12
  const monthFirst = !dotted && a <= 12 && b <= 31
  if (!dayFirst && !monthFirst) return undefined
  if (!dotted && year !== undefined) {
    if (!monthFirst) reader.seen.dayFirst += 1
    if (!dayFirst) reader.seen.monthFirst += 1
  }
  const point: Point = { day: dayFirst ? a : b, month: dayFirst ? b : a, order: 'day-first', numeric: true, start: i, end }
  if (year !== undefined) point.year = year
  if (dayFirst && monthFirst && a !== b && !inLanguage(reader, dayFirstLanguages)) point.swappable = true
  return point
}

function two(token: { glued: boolean; kind: string; text: string; value: number }, most: number): boolean {
  return token.glued && token.kind === 'number' && token.text.length <= 2 && token.value >= 1 && token.value <= most
}

/** `6. 5. 2026` as German prints it. */
function spacedDots(reader: Reader, i: number): boolean {
  const month = at(reader, i + 2)
  return (
    is(at(reader, i + 1), '.') &&
    two({ ...month, glued: true }, 12) &&
    is(at(reader, i + 3), '.') &&
    at(reader, i + 4).text.length === 4
  )
}

/** `12 - 03 - 2019` and `12 / 03 / 2019`: two digits each, and a year. */
function isSpaced(reader: Reader, i: number): boolean {
  const [day, mark, month, again, year] = [0, 1, 2, 3, 4].map((more) => at(reader, i + more))
  return (
    day?.text.length === 2 &&
    month?.text.length === 2 &&
    year?.text.length === 4 &&
    (mark?.kind === 'dash' || mark?.text === '/') &&
    mark.text === again?.text &&
    ![mark, month, again, year].some(({ glued }) => glued) &&
    two({ ...month, glued: true }, 12)
  )
}

/** True when more of the same kind follows, as in 192.168.1.10 or 2024-05-13-17. */
function endless(reader: Reader, i: number): boolean {
  const mark = at(reader, i)
  const more = at(reader, i + 1)
  if (!mark.glued) return false
  if (mark.text === '_' || is(mark, '%')) return true
  return is(mark, '.') && more.glued && more.kind === 'number' && dayAt(reader, i + 1, true) === undefined
}
