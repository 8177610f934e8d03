import type { Point } from './point.ts'
import type { Reader } from './reader.ts'
import { at, is } from './reader.ts'

/** A weekday, 1-7 from Monday, and the token after it. */
export type Weekday = { weekday: number; end: number; others?: number[] }

const hanDays = '一二三四五六日天'

/** The weekday's name at a token, with the full stop of an abbreviation and the `-feira` of Portuguese. */
function weekdayAt(reader: Reader, i: number): Weekday | undefined {
  const token = at(reader, i)
  if (/^[星周週礼禮]$/.test(token.text)) {
    const last = /^[周週]$/.test(token.text) ? i + 1 : i + 2
    const found = hanDays.indexOf(at(reader, last).text || ' ')
    return found < 0 ? undefined : { weekday: Math.min(found + 1, 7), end: last + 1 }
  }
  const weekday = token.sense.weekday
  if (!weekday || token.kind !== 'word') return undefined
  let end = i + 1
  if (is(at(reader, end), '.') && at(reader, end).glued) end += 1
  if (at(reader, end).kind === 'dash' && at(reader, end + 1).text === 'feira') end += 2
  else if (at(reader, end).text === 'feira') end += 1
  return { weekday, end }
}

/** The weekday before a date, and the token at which the date itself begins. */
export function weekdayBefore(reader: Reader, i: number): Weekday | undefined {
  const weekday = weekdayAt(reader, i)
  if (!weekday) return undefined
  const others: number[] = []
  let end = weekday.end
  // `Monday to Friday, 5-9 May`: the weekdays of several dates before the first of them.
  for (let more = 0; more < 6; more += 1) {
    const joint = at(reader, end)
    if (joint.kind !== 'dash' && !joint.sense.to && !joint.sense.and && !/^[,&/]$/.test(joint.text)) break
    const next = weekdayAt(
      reader,
      is(joint, ',') && at(reader, end + 1).sense.and ? end + 2 : at(reader, end + 1).sense.lead ? end + 2 : end + 1,
    )
    if (!next) break
    others.push(next.weekday)
    end = next.end
  }
  if (is(at(reader, end), ',')) end += 1
  for (let words = 0; words < 2 && at(reader, end).sense.lead && !at(reader, end).sense.month; words += 1) end += 1
  return { weekday: weekday.weekday, end, others }
}

/** The weekday printed after a date: `5 May 2026 (Tuesday)`, `5 May 2026, Tuesday`; inside it only in brackets: `5 (Tuesday) May`. */
export function weekdayAfter(reader: Reader, point: Point, bracketed = false): Weekday | undefined {
  const open = at(reader, point.end)
  if (point.day === undefined) return undefined
  if (is(open, '(')) {
    const weekday = weekdayAt(reader, point.end + 1)
    return weekday && is(at(reader, weekday.end), ')') ? { ...weekday, end: weekday.end + 1 } : undefined
  }
  if (bracketed || point.order === 'alone' || open.newLine) return undefined
  const weekday = weekdayAt(reader, is(open, ',') ? point.end + 1 : point.end)
  if (!weekday || at(reader, weekday.end - 1).newLine) return undefined
  // `5 May, Tuesday 12 May`: that weekday is the next date's.
  const next = at(reader, is(at(reader, weekday.end), ',') ? weekday.end + 1 : weekday.end)
  return next.kind === 'number' || next.sense.month || next.sense.lead ? undefined : weekday
}
