import { expect, test } from 'vitest'
import { bodyIds, kinds } from '../../src/event/index.ts'
import { dateWords, hoursWords, languages, spells, whenWords } from '../../src/publish/index.ts'
import { aWhen } from '../build.ts'

const all = (when: Parameters<typeof aWhen>[0]) =>
  Object.fromEntries(Object.keys(languages).map((code) => [code, dateWords(aWhen(when), code as keyof typeof languages)]))

test('days of one month share it', () => {
  expect(all({ start: '2026-03-09', end: '2026-03-13' })).toEqual({
    en: '9–13 March 2026',
    fr: '9–13 mars 2026',
    es: '9–13 de marzo de 2026',
    ru: '9–13 марта 2026 г.',
    ar: '9–13 مارس 2026',
    zh: '2026年3月9日至13日',
  })
})

test('days of two months or years name both', () => {
  expect(dateWords(aWhen({ start: '2026-03-30', end: '2026-04-03' }))).toBe('30 March – 3 April 2026')
  expect(dateWords(aWhen({ start: '2026-12-30', end: '2027-01-02' }))).toBe('30 December 2026 – 2 January 2027')
  expect(dateWords(aWhen({ start: '2026-12-30', end: '2027-01-02' }), 'zh')).toBe('2026年12月30日至2027年1月2日')
})

test('one day has its weekday', () => {
  expect(all({ start: '2026-03-01', end: '2026-03-01' })).toEqual({
    en: 'Sunday 1 March 2026',
    fr: 'dimanche 1er mars 2026',
    es: 'domingo, 1 de marzo de 2026',
    ru: 'воскресенье, 1 марта 2026 г.',
    ar: 'الأحد، 1 مارس 2026',
    zh: '2026年3月1日星期日',
  })
})

test('a week and a month say no more than they know', () => {
  expect(dateWords(aWhen({ precision: 'week', start: '2021-09-06', end: '2021-09-10' }))).toBe('week of 6 September 2021')
  expect(dateWords(aWhen({ precision: 'week', start: '2021-09-06', end: '2021-09-10' }), 'fr')).toBe(
    'semaine du 6 septembre 2021',
  )
  expect(dateWords(aWhen({ precision: 'month', start: '2026-05-01', end: '2026-05-31' }))).toBe('May 2026')
  expect(dateWords(aWhen({ precision: 'month', start: '2026-05-01', end: '2026-06-30' }))).toBe('May 2026 – June 2026')
})

test('lone days are all named, neighbours as one run', () => {
  const when = aWhen({ start: '2026-03-03', end: '2026-03-17', days: ['2026-03-17', '2026-03-03', '2026-03-10', '2026-03-11'] })
  expect(dateWords(when)).toBe('3 March 2026, 10–11 March 2026 and 17 March 2026')
  expect(spells(aWhen({ days: ['2026-05-18', '2026-05-19'], end: '2026-05-19' }))).toEqual([['2026-05-18', '2026-05-19']])
})

test('hours are those printed', () => {
  expect(hoursWords(aWhen())).toBe('')
  expect(hoursWords(aWhen({ startTime: '10:00' }))).toBe('from 10:00')
  expect(hoursWords(aWhen({ endTime: '18:00' }))).toBe('until 18:00')
  expect(hoursWords(aWhen({ startTime: '23:59', endTime: '23:59' }))).toBe('23:59')
  expect(hoursWords(aWhen({ sittings: [{ start: '10:00', end: '13:00' }, { start: '15:00' }] }))).toBe('10:00–13:00, from 15:00')
  expect(whenWords(aWhen({ start: '2026-03-09', end: '2026-03-10', startTime: '10:00' }), 'ar')).toBe('9–10 مارس 2026، من 10:00')
})

test('every language names every body and kind', () => {
  for (const words of Object.values(languages)) {
    expect(bodyIds.every((id) => words.bodies[id].length > 1)).toBe(true)
    expect(kinds.every((kind) => words.kinds[kind].length > 1)).toBe(true)
  }
})
