import { expect, test } from 'vitest'
import { findDates, findVague, type PrintedDate, resolve, weekdayYear } from '../../../src/read/dates/index.ts'

const first = (text: string, language?: string) => findDates(text, language ? { language } : {})[0] as PrintedDate

test('a date without a year is undated until one is given', () => {
  const date = first('Working Group, 31 August – 2 September')
  expect(date.yearPrinted).toBe(false)
  expect(resolve(date)).toBeUndefined()
  expect(resolve(date, 2020)).toMatchObject({ start: '2020-08-31', end: '2020-09-02', yearFrom: 'given' })
})

test('a printed year is not replaced by one given', () => {
  expect(resolve(first('5 May 2021'), 2026)).toMatchObject({ start: '2021-05-05', yearFrom: 'printed' })
})

test('a range over the end of the year takes the year that only its end prints', () => {
  const date = first('28 December - 5 January 2027')
  expect(date).toMatchObject({ crossesYear: true, yearPrinted: true })
  expect(resolve(date)).toMatchObject({ start: '2026-12-28', end: '2027-01-05' })
})

test('a year given to a range over the end of the year is that of its first day', () => {
  expect(resolve(first('28 December - 5 January'), 2026)).toMatchObject({ start: '2026-12-28', end: '2027-01-05' })
})

test('a weekday that contradicts the date is an issue, and the date stays', () => {
  expect(resolve(first('Thursday, 15 February 2017'))).toEqual({
    precision: 'day',
    ranges: [{ start: '2017-02-15', end: '2017-02-15' }],
    start: '2017-02-15',
    end: '2017-02-15',
    yearFrom: 'printed',
    issue: '"Thursday, 15 February 2017": 2017-02-15 is a Wednesday, not the printed Thursday',
  })
})

test('a weekday tells which years are possible', () => {
  expect(weekdayYear(first('Friday 2nd December'), [2014, 2015, 2016, 2017, 2022])).toEqual([2016, 2022])
  expect(weekdayYear(first('Mon 5 - Fri 9 May'), [2024, 2025, 2026])).toEqual([2025])
  expect(weekdayYear(first('2 December'), [2015, 2016])).toEqual([2015, 2016])
})

test.each([
  ['31 June 2024', /no day/],
  ['29 February 2023', /no day/],
  ['5 May 2026 - 1 May 2024', /before/],
  ['05/06/2021', /day first or month first/],
])('%s is an issue and no date', (text, issue) => {
  const answer = resolve(first(text))
  expect(answer).toEqual({ issue: expect.stringMatching(issue) })
})

test('05/06 is settled by the language, by a sibling, by its weekday or by the caller, never by a guess', () => {
  expect(resolve(first('05/06/2021', 'fr'))).toMatchObject({ start: '2021-06-05' })
  expect(findDates('05/06/2021, 16/06/2021').map((date) => resolve(date))[0]).toMatchObject({ start: '2021-06-05' })
  expect(findDates('05/06/2021. 05/16/2021').map((date) => resolve(date))[0]).toMatchObject({ start: '2021-05-06' })
  expect(resolve(first('Wed, 04/06/2022'))).toMatchObject({ start: '2022-04-06' })
  const [told] = findDates('05/06/2021', { dayFirst: false })
  expect(told && resolve(told)).toMatchObject({ start: '2021-05-06' })
})

test('a week is its Monday to its Friday, whatever its day', () => {
  for (const day of [6, 8, 10]) {
    expect(resolve(first(`Week of ${day} September 2021`))).toMatchObject({
      precision: 'week',
      start: '2021-09-06',
      end: '2021-09-10',
    })
  }
  expect(resolve(first('week of Sunday 5 September 2021'))).toMatchObject({ start: '2021-09-06', end: '2021-09-10' })
})

test('a month is its first to its last day', () => {
  expect(resolve(first('Session 53 - February 2028'))).toMatchObject({
    precision: 'month',
    start: '2028-02-01',
    end: '2028-02-29',
  })
  expect(resolve(first('May/June 2026'))).toMatchObject({ precision: 'month', start: '2026-05-01', end: '2026-06-30' })
})

test('marks tell tentative and approximate dates', () => {
  expect(first('9-13 March 2026 (to be confirmed)').marks).toEqual(['tentative'])
  expect(first('provisional dates 9-13 March 2026').marks).toEqual(['tentative'])
  expect(first('Around 15 February 2027 · to confirm').marks).toEqual(['around', 'tentative'])
  expect(first('confirmed for 9-13 March 2026').marks).toEqual([])
})

test('different dashes in one expression are seen', () => {
  expect(first('5-9 May and 12–14 June 2025').consistent).toBe(true)
  expect(first('5-9 May and 12 to 14 June 2025').consistent).toBe(false)
})

test.each([
  ['early May 2026'],
  ['spring 2026'],
  ['first half of 2026'],
  ['mid-June'],
  ['second Friday in January'],
  ['Q3 2026'],
  ['dates to be confirmed'],
  ['début mai 2026'],
  ['principios de mayo de 2026'],
])('%s is vague, and no date', (text) => {
  expect(findVague(`The session, ${text}, will be in Vienna`).map((vague) => vague.text)).toEqual([text])
  expect(findDates(`The session, ${text}, will be in Vienna`)).toEqual([])
})
