import { isLong, type PrintedDate, type PrintedDay, type PrintedRange } from '../../dates/index.ts'
import type { Entry } from '../../lines/entries.ts'

const plural = /\b(?:meetings|sessions|dialogues|consultations|discussions|two|three|réunions|conférences)\b/i

/** One date for each meeting: ranges apart from each other are meetings of their own, lone days are the days of one. */
export function separate({ date, view }: Entry, own: string, kind: string): PrintedDate[] {
  if (date.ranges.length < 2) return [date]
  const long = date.ranges.filter(isLong)
  const isApart =
    !areAdjacent(date) &&
    (long.length > 1 ||
      isFar(date) ||
      inOrder.test(view.after) ||
      (plural.test(own) && kind !== 'thematic' && !/\bseries\b/i.test(own)))
  return isApart
    ? date.ranges.map((range) => ({ ...date, ranges: [range], crossesYear: range.from.year !== range.to.year }))
    : [date]
}

/** Of `the organizational and the first session … on 24 February and from 28 February to 11 March respectively` the words of each. */
export function namesOf({ view }: Entry, own: string, count: number): string[] {
  if (count === 1) return [own]
  const names = inOrder.test(view.after) ? own.split(/,? and (?:the |of the )?|, /) : []
  return names.length === count ? names : Array.from({ length: count }, () => own)
}

const inOrder = /^[\s,(]*respectively\b/i

/** A lone day more than a month from the days after it: `13 December 2013 and 13 to 21 March 2014`. */
function isFar({ ranges }: PrintedDate): boolean {
  const months = ({ month, year = 0 }: PrintedDay) => year * 12 + month
  return (
    ranges.length === 2 &&
    ranges.some(({ from, to }) => from.day !== to.day) &&
    ranges.every(({ from }, i) => i === 0 || months(from) - months((ranges[i - 1] as PrintedRange).to) > 1)
  )
}

/** `3 and 4 December` is one stretch of days. */
function areAdjacent({ ranges }: PrintedDate): boolean {
  return ranges.every(({ from }, i) => {
    const last = ranges[i - 1]?.to
    return (
      i === 0 || (last?.month === from.month && last.day !== undefined && from.day !== undefined && from.day - last.day === 1)
    )
  })
}
