import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { findDates, resolve } from '../../../src/read/dates/index.ts'

const months = 'January February March April May June July August September October November December'.split(' ')
const days = fc
  .tuple(fc.integer({ min: 2005, max: 2035 }), fc.uniqueArray(fc.integer({ min: 0, max: 150 }), { minLength: 2, maxLength: 6 }))
  .map(([year, offsets]) =>
    [...offsets].sort((a, b) => a - b).map((offset) => Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: offset })),
  )

/** All days that a reading covers, in order. */
function covered(text: string): string[] {
  const [date, ...more] = findDates(text)
  const answer = date && resolve(date)
  expect({ text, more }).toEqual({ text, more: [] })
  if (!answer || !('start' in answer)) return []
  return answer.ranges.flatMap(({ start, end }) => {
    const all: string[] = []
    for (let day = Temporal.PlainDate.from(start); day.toString() <= end; day = day.add({ days: 1 })) all.push(day.toString())
    return all
  })
}

test('lone days with the year at the end are read one by one, months printed or left out', () => {
  fc.assert(
    fc.property(days, fc.boolean(), fc.constantFrom(' and ', ', and ', ' & '), (list, terse, last) => {
      const printed = list.map((day, i) =>
        terse && list[i + 1]?.month === day.month ? `${day.day}` : `${day.day} ${months[day.month - 1]}`,
      )
      const text = `on ${printed.slice(0, -1).join(', ')}${last}${printed.at(-1)} ${list[0]?.year}`
      expect(covered(text)).toEqual(list.map(String))
    }),
  )
})

test('month first, too', () => {
  fc.assert(
    fc.property(days, (list) => {
      const printed = list.map((day, i) =>
        list[i - 1]?.month === day.month ? `${day.day}` : `${months[day.month - 1]} ${day.day}`,
      )
      const text = `${printed.slice(0, -1).join(', ')} and ${printed.at(-1)}, ${list[0]?.year}`
      expect(covered(text)).toEqual(list.map(String))
    }),
  )
})

test('days that are not all of the span are given one by one; days that are, are not', () => {
  const days = (text: string) => findDates(text).map((date) => resolve(date))[0]
  expect(days('28-30 August and on 2 September 2024')).toMatchObject({
    start: '2024-08-28',
    end: '2024-09-02',
    days: ['2024-08-28', '2024-08-29', '2024-08-30', '2024-09-02'],
  })
  expect(days('8, 9 and 10 May 2024')).toEqual({
    precision: 'day',
    ranges: [{ start: '2024-05-08', end: '2024-05-10' }],
    start: '2024-05-08',
    end: '2024-05-10',
    yearFrom: 'printed',
  })
})

test('a range printed later may be earlier than the first', () => {
  const [session, segment] = findDates('tentative dates: 18-22 March 2019 and high-level segment 14-15 March 2019')
  expect(session).toMatchObject({ text: '18-22 March 2019', marks: ['tentative'] })
  expect(segment).toMatchObject({ text: '14-15 March 2019', marks: [] })
})
