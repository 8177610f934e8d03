import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findTimes, readDateLine, sittingsIn, zoneOf } from '../../../src/read/times/index.ts'
import { printedTimes } from './printed-times.ts'

test.each(printedTimes)('%s', (text, reads) => {
  const read = findTimes(text).map(({ start, end, zone }) => {
    const label = zone ? `[${zone.label}${zone.zone ? `=${zone.zone}` : ''}]` : ''
    return `${start}${end ? `-${end}` : ''}${label}`
  })
  expect(read.join(' ') || '-').toBe(reads)
})

const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45))
const two = (value: number) => String(value).padStart(2, '0')
const half = (hour: number) => (hour < 12 ? 'a.m.' : 'p.m.')
const twelve = (hour: number) => hour % 12 || 12

test('a sitting printed in either clock reads back', () => {
  const prints: ((a: [number, number], b: [number, number]) => string)[] = [
    ([h, m], [i, n]) => `${h}:${two(m)}-${i}:${two(n)}`,
    ([h, m], [i, n]) => `from ${h}.${two(m)} to ${i}.${two(n)}`,
    ([h, m], [i, n]) => `${h}h${two(m)} – ${i}h${two(n)}`,
    ([h, m], [i, n]) => `${twelve(h)}.${two(m)} ${half(h)}–${twelve(i)}.${two(n)} ${half(i)}`,
    ([h, m], [i, n]) =>
      `${twelve(h)}:${two(m)}${half(h).replace(/\./g, '')} to ${twelve(i)}:${two(n)}${half(i).replace(/\./g, '')}`,
    // p.m. printed once carries back, where the range then runs forward.
    ([h, m], [i, n]) => `${twelve(h)}${m ? `.${two(m)}` : ''}–${twelve(i)}.${two(n)} ${half(i)}`,
  ]
  fc.assert(
    fc.property(clock, clock, fc.nat(prints.length - 1), (a, b, style) => {
      const [from, to] = a[0] * 60 + a[1] < b[0] * 60 + b[1] ? [a, b] : [b, a]
      fc.pre(from[0] * 60 + from[1] < to[0] * 60 + to[1])
      fc.pre(style !== 5 || (half(from[0]) === half(to[0]) && from[0] > 0))
      const text = `5 May 2026, ${prints[style]?.(from, to)}, Boardroom D`
      expect(findTimes(text)).toMatchObject([{ start: `${two(from[0])}:${two(from[1])}`, end: `${two(to[0])}:${two(to[1])}` }])
    }),
    { numRuns: 1000 },
  )
})

test('times of several zones are the sittings of one', () => {
  const times = findTimes('10:30 AM-1:30 PM and 3-6 PM CEST (Vienna) / 4:30-7:30 AM and 9 AM-12 PM EDT (New York)')
  const vienna = [
    { start: '10:30', end: '13:30' },
    { start: '15:00', end: '18:00' },
  ]
  expect(sittingsIn(times).sittings).toEqual(vienna)
  expect(sittingsIn(times, 'Europe/Vienna').sittings).toEqual(vienna)
  expect(sittingsIn(times, 'America/New_York').sittings[0]).toEqual({ start: '04:30', end: '07:30' })
})

test('a time stands where it says', () => {
  const text = '8 October 2020, 10.30 a.m. Vienna Time (CET)'
  expect(findTimes(text).map(({ index, length }) => text.slice(index, index + length))).toEqual(['10.30 a.m.'])
})

test.each([
  ['All times below are Atlanta time (EST)', 'America/New_York'],
  ['Sharm El-Sheikh time (EET)', 'Africa/Cairo'],
  ['held in New York, Vienna time', 'Europe/Vienna'],
  ['Vienna International Centre, Vienna, Austria', 'Europe/Vienna'],
  ['St. Petersburg, Russian Federation', 'Europe/Moscow'],
  ['Doha, Qatar', 'Asia/Qatar'],
  ['Palais des Nations, Geneva', 'Europe/Zurich'],
  ['Genève', 'Europe/Zurich'],
  ['Шарм-эш-Шейх', 'Africa/Cairo'],
  ['نيويورك', 'America/New_York'],
  ['维也纳国际中心', 'Europe/Vienna'],
  ['Bogotá, Colombia', 'America/Bogota'],
  ['Merida, Mexico', 'America/Merida'],
  ['Abu Dhabi, United Arab Emirates', 'Asia/Dubai'],
  ['Hanoi, Viet Nam', 'Asia/Ho_Chi_Minh'],
  ['Bali, Indonesia', 'Asia/Makassar'],
  ['Europe/Vienna', 'Europe/Vienna'],
  ['Times are in CET', undefined],
  ['10:00 (GMT+1)', undefined],
  ['organized by Japan', undefined],
  ['the Doha Declaration', undefined],
])('the zone of "%s" is %s', (text, zone) => {
  expect(zoneOf(text)).toBe(zone)
})

test('one line answers with its dates, its first and its last time', () => {
  expect(
    readDateLine({
      text: 'on 21 February 2018 from 10 a.m. to 1 p.m. and 3 p.m. to 6 p.m. in Boardroom D, 4th floor',
      language: 'en',
    }),
  ).toEqual({ ranges: [['2018-02-21', '2018-02-21']], precision: 'day', startTime: '10:00', endTime: '18:00' })
  expect(readDateLine({ text: '31 June 2026', year: null })).toMatchObject({
    ranges: [],
    issue: expect.stringContaining('no day'),
  })
  expect(readDateLine({ text: '5 May' })).toEqual({ ranges: [], precision: 'day' })
  expect(readDateLine({ text: 'no date at all', year: 2026 })).toEqual({ ranges: [], precision: 'day' })
  expect(readDateLine({ text: '13 a 21 de marzo', year: 2014, language: 'es' }).ranges).toEqual([['2014-03-13', '2014-03-21']])
})
