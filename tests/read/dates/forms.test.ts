import { expect, test } from 'vitest'
import { findDates, resolve } from '../../../src/read/dates/index.ts'
import { foreign } from './foreign.ts'
import { forms } from './forms.ts'
import { noDates } from './no-dates.ts'

function read(text: string, year?: number, language?: string): string {
  const dates = findDates(text, language ? { language } : {}).map((date) => {
    const answer = resolve(date, year)
    if (!answer) return '?'
    if (!('start' in answer)) return '!'
    const ranges = answer.ranges.map(({ start, end }) => (start === end ? start : `${start}/${end}`))
    return ranges.join(' ') + (answer.issue ? '!' : '')
  })
  return dates.join(' ') || '-'
}

for (const [language, rows] of [...Object.entries(forms), ...Object.entries(foreign)]) {
  test.each(rows)(`${language}: %s`, (text, reads, year) => {
    expect(read(text, year, language === 'en' ? undefined : language)).toBe(reads)
  })
}

test.each(noDates)('no date: %s', (text, _, year) => {
  expect(read(text, year ?? 2026)).toBe('-')
})
