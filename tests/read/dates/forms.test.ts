import { expect, test } from 'vitest'
import { foreign } from './foreign.ts'
import { forms } from './forms.ts'
import { noDates } from './no-dates.ts'
import { reads } from './reads.ts'

for (const [language, rows] of [...Object.entries(forms), ...Object.entries(foreign)]) {
  test.each(rows)(`${language}: %s`, (text, expected, year) => {
    expect(reads(text, year, language === 'en' ? undefined : language)).toBe(expected)
  })
}

test.each(noDates)('no date: %s', (text, _, year) => {
  expect(reads(text, year ?? 2026)).toBe('-')
})
