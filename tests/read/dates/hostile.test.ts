import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDates, findVague, resolve } from '../../../src/read/dates/index.ts'
import { findTimes, readDateLine, zoneOf } from '../../../src/read/times/index.ts'

const pieces = fc.constantFrom(
  ..."5|12|31|2024|20222|May|may|-|–|/|.|,|:|and|to|from|between|Monday|th|nd|(|)|年|月|日|五|مايو|و|с|по|мая|a.m.|10:30|T|Z|+|\u200b|\u00ad|\u00a0|\n| |week of|tentative|CET|Vienna|@|x.org|https://|'|26|\ufffd|\ud83d|kанун|كانون".split(
    '|',
  ),
)
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
  fc.array(pieces, { maxLength: 40 }).map((list) => list.join(' ')),
)

test('a megabyte of digits, and one of dashes, holds no date', () => {
  for (const piece of ['5', '-', '2026-', '5-']) expect(findDates(piece.repeat((1 << 20) / piece.length))).toEqual([])
})

test('days of which no year of four digits can be said are none, whatever year is given', () => {
  for (const text of ['14 and 15 October', '27 to 31 December', '1, 3 and 5 March', '31 December to 4 January'])
    for (const year of [-1, 0, 9999, 10_000, 99_999]) {
      const [date] = findDates(text)
      expect(date && resolve(date, year)).toMatchObject({ issue: expect.any(String) })
    }
})

test('any text ends in dates that stand where they say, in order, none overlapping', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let free = 0
      for (const date of findDates(text)) {
        expect(date.index).toBeGreaterThanOrEqual(free)
        expect(date.length).toBeGreaterThan(0)
        expect(text.slice(date.index, date.index + date.length)).toBe(date.text)
        expect(date.ranges.length).toBeGreaterThan(0)
        free = date.index + date.length
        const answer = resolve(date, 2024)
        if (answer && 'start' in answer) expect(answer.start <= answer.end).toBe(true)
      }
      for (const { index, length, text: words } of findVague(text)) expect(text.slice(index, index + length)).toBe(words)
    }),
    { numRuns: 2000 },
  )
})

test('any text ends in times of a day, none inside a date', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const dates = findDates(text)
      for (const time of findTimes(text, { dates })) {
        expect(time.start).toMatch(/^(?:[01]\d|2[0-4]):[0-5]\d$/)
        if (time.end) expect(time.end).toMatch(/^(?:[01]\d|2[0-4]):[0-5]\d$/)
        const inside = dates.find((date) => time.index >= date.index && time.index < date.index + date.length)
        expect(inside?.holes.length).not.toBe(0)
      }
      readDateLine({ text, year: 2024, language: 'fr' })
      zoneOf(text)
    }),
    { numRuns: 2000 },
  )
})

const long = 1 << 18

test.each(['5', '-', ' ', 'May ', '5 May ', 'May 5, ', '12 and ', '1/', '1.', '5 to ', 'Monday, ', '10:30 - ', '(', '月', 'x@'])(
  'a quarter of a megabyte of %j is read to its end',
  (piece) => {
    const text = `${piece.repeat(long / piece.length)} | 14-18 October 2024, 10 a.m.`
    const dates = findDates(text)
    expect(dates.at(-1)?.text).toBe('14-18 October 2024')
    expect(findTimes(text, { dates }).at(-1)?.start).toBe('10:00')
  },
)

test('a date is found wherever the windows over a long text are cut', () => {
  for (let shift = 0; shift < 35; shift += 5) {
    const text = 'x'.repeat(shift) + ' Vienna, 28 May to 10 June 2026;'.repeat(2600)
    expect(findDates(text)).toHaveLength(2600)
  }
})
