import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { findDates, resolve } from '../../../src/read/dates/index.ts'
import { type Span, styles } from './styles.ts'

const spans = fc.tuple(fc.integer({ min: 0, max: 31 * 365 }), fc.integer({ min: 1, max: 60 })).map(([day, length]): Span => {
  const from = Temporal.PlainDate.from('2005-01-01').add({ days: day })
  return { from, to: from.add({ days: length }) }
})

for (const [language, printers] of Object.entries(styles)) {
  test(`a range printed in ${language}, in any of ${printers.length} styles, reads back`, () => {
    fc.assert(
      fc.property(spans, fc.nat(printers.length - 1), (span, style) => {
        const text = printers[style]?.(span)
        if (text === undefined) return
        const dates = findDates(text, { language })
        const read = dates.map((date) => resolve(date))
        expect({ text, style, read }).toMatchObject({
          text,
          read: [{ start: span.from.toString(), end: span.to.toString(), ranges: [{}], yearFrom: 'printed' }],
        })
        expect(read).toHaveLength(1)
        expect(read[0]).not.toHaveProperty('issue')
      }),
      { numRuns: 300 },
    )
  })
}
