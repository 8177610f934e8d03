import { findDates, resolve } from '../../../src/read/dates/index.ts'

/** What a printed text reads as, in the form of the tables: ranges with a blank between, `!` an issue, `?` no year, `-` no date. */
export function reads(text: string, year?: number, language?: string): string {
  const dates = findDates(text, language ? { language } : {}).map((date) => {
    const answer = resolve(date, year)
    if (!answer) return '?'
    if (!('start' in answer)) return '!'
    const ranges = answer.ranges.map(({ start, end }) => (start === end ? start : `${start}/${end}`))
    return ranges.join(' ') + (answer.issue ? '!' : '')
  })
  return dates.join(' ') || '-'
}
