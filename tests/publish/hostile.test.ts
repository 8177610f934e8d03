import fc from 'fast-check'
import ICAL from 'ical.js'
import { sync, type VEvent } from 'node-ical'
import { expect, test } from 'vitest'
import { bodyIds, type Event, formats, kinds, statuses, type When } from '../../src/event/index.ts'
import {
  addressOf,
  cleanLine,
  cleanText,
  cleanUrl,
  describe,
  placeWords,
  shownTitle,
  toCalendar,
  toVevent,
  unstamped,
  veventHash,
  withAlarm,
  xml,
} from '../../src/publish/index.ts'
import { anEvent } from '../build.ts'
import { feed, linesOf, voice } from './voice.ts'

const nasty = fc.constantFrom(
  'END:VEVENT',
  '\r\nEND:VCALENDAR\r\n',
  '\nBEGIN:VALARM\n',
  'a,b;c\\d\\n"e"^f',
  '\\,',
  '\u0000\u0007\u001b\u007f\u0085\u009f',
  '\u2028\u2029\u000b\u000c\r',
  '\ud800',
  '\udfff\ud800',
  '\ufeff',
  '\uffff',
  '\u202e\u2066right to left',
  'e\u0301',
  '\n\u0303',
  '\u0344',
  '👩‍👩‍👧‍👦'.repeat(12),
  'x'.repeat(10_000),
  '第三十五届'.repeat(40),
  'ﷺ مؤتمر',
  '<script>&amp;]]>',
  '   ',
)
const anyText = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), { maxLength: 4 })
  .map((parts) => parts.join(''))
const anyDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-28'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyTime = fc.option(
  fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
  { nil: undefined },
)
const anyUrl = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  anyText.map((text) => `https://meetings.example/${text}`),
  anyText,
)

const anyWhen: fc.Arbitrary<When> = fc
  .record({
    precision: fc.constantFrom('day', 'week', 'month'),
    days: fc.uniqueArray(anyDay, { minLength: 1, maxLength: 4 }).map((days) => days.sort()),
    startTime: anyTime,
    endTime: anyTime,
    timezone: fc.constantFrom('Europe/Vienna', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'),
    lone: fc.boolean(),
  })
  .map(({ precision, days, startTime, endTime, timezone, lone }) => ({
    precision,
    start: days[0] ?? '',
    end: days.at(-1) ?? '',
    timezone,
    ...(startTime && { startTime }),
    ...(endTime && { endTime }),
    ...(lone && { days }),
  })) as fc.Arbitrary<When>

const anyEvent: fc.Arbitrary<Event> = fc
  .record({
    title: anyText,
    body: fc.constantFrom(...bodyIds),
    kind: fc.constantFrom(...kinds),
    status: fc.constantFrom(...statuses),
    state: fc.constantFrom('listed', 'withdrawn', 'merged'),
    when: anyWhen,
    was: anyWhen,
    note: anyText,
    access: anyText,
    description: anyText,
    venue: anyText,
    room: anyText,
    city: anyText,
    format: fc.constantFrom(...formats),
    links: fc.array(fc.record({ rel: fc.constantFrom('page', 'stream', 'documents', 'registration'), url: anyUrl }), {
      maxLength: 3,
    }),
    slug: anyText,
    by: anyText,
  })
  .map(({ venue, room, city, format, by, ...said }) => {
    const values = [{ value: said.when, said: { by, at: '2026-01-10T06:00:00Z', url: 'https://meetings.example/' } }]
    return anEvent({ ...(said as Partial<Event>), place: { venue, room, city, format }, conflicts: [{ field: 'when', values }] })
  })

test('RFC 5545 section 3.1: any event at all gives lines of at most 75 octets that end in CRLF, in NFC, without control characters', () => {
  fc.assert(
    fc.property(anyEvent, (event) => {
      const calendar = calendarOf(event)
      expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true)
      expect(calendar.isWellFormed()).toBe(true)
      expect(calendar.normalize('NFC')).toBe(calendar)
      expect(calendar.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}|[\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]/u)
      for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const structure = linesOf(calendar).filter((line) => /^(BEGIN|END):/.test(line))
      const vevents = structure.filter((line) => line === 'BEGIN:VEVENT').length
      expect(structure).toHaveLength(2 + 2 * vevents)
      expect(new Set(structure).size).toBe(4)
    }),
    { numRuns: 300 },
  )
})

test('any event at all is read back to the same fields by ical.js', () => {
  fc.assert(
    fc.property(anyEvent, (event) => {
      const vevents = new ICAL.Component(ICAL.parse(calendarOf(event))).getAllSubcomponents('vevent')
      for (const vevent of vevents) {
        const read = new ICAL.Event(vevent)
        expect(read.uid.startsWith(event.uid)).toBe(true)
        expect(read.summary).toBe(cleanLine(shownTitle(event)))
        expect(vevent.getFirstPropertyValue('url')).toBe(addressOf(event, voice))
        expect(read.description).toBe(describe(event, addressOf(event, voice)))
        expect(read.location ?? '').toBe(placeWords(event.place))
        const streams = event.links.flatMap(({ rel, url }) => (rel === 'stream' ? (cleanUrl(url) ?? []) : []))
        expect(vevent.getAllProperties('conference').map((property) => property.getFirstValue())).toEqual([...new Set(streams)])
        expect(read.endDate.compare(read.startDate)).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 200 },
  )
})

test('any event at all is read back to the same fields by node-ical', () => {
  fc.assert(
    fc.property(anyEvent.map(withoutBackslashes), (event) => {
      const read = Object.values(sync.parseICS(calendarOf(event))).filter((part): part is VEvent => part?.type === 'VEVENT')
      expect(read.length).toBeGreaterThan(0)
      for (const vevent of read) {
        expect(vevent.summary).toBe(cleanLine(shownTitle(event)))
        expect(vevent.location ?? '').toBe(placeWords(event.place))
        expect(vevent.description).toBe(describe(event, addressOf(event, voice)))
      }
    }),
    { numRuns: 100 },
  )
})

test('same input, same bytes', () => {
  fc.assert(
    fc.property(anyEvent, (event) => {
      expect(toVevent(structuredClone(event), voice)).toBe(toVevent(event, voice))
    }),
    { numRuns: 50 },
  )
})

test('stamps move if and only if the text without stamps moves', () => {
  fc.assert(
    fc.property(anyEvent, anyEvent, fc.boolean(), (one, other, same) => {
      const next = same ? { ...one, revision: 7, modifiedAt: '2027-01-01T00:00:00Z' } : other
      expect(veventHash(one, voice) === veventHash(next, voice)).toBe(unstamped(one, voice) === unstamped(next, voice))
      if (same) expect(unstamped(next, voice)).toBe(unstamped(one, voice))
    }),
    { numRuns: 100 },
  )
})

test('cleaning what is clean changes nothing', () => {
  fc.assert(
    fc.property(anyText, anyUrl, (text, url) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text))
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text))
      const clean = cleanUrl(url)
      if (clean) expect(cleanUrl(clean)).toBe(clean)
      if (clean) expect(clean).toMatch(/^https?:[!-~]+$/)
      if (clean) expect(clean).not.toMatch(/[,;\\"<>]/)
    }),
  )
})

test('a reminder leaves every other line as it was', () => {
  fc.assert(
    fc.property(anyEvent, (event) => {
      const vevent = toVevent({ ...event, state: 'listed', status: 'confirmed' }, voice)
      const lines = linesOf(withAlarm(vevent, '-PT2H'))
      const alarms = lines.filter((line) => line === 'BEGIN:VALARM').length
      expect(alarms).toBe(lines.filter((line) => line === 'BEGIN:VEVENT').length)
      let inside = false
      const outside = lines.filter((line) => {
        if (line === 'BEGIN:VALARM') inside = true
        const kept = !inside
        if (line === 'END:VALARM') inside = false
        return kept
      })
      expect(outside).toEqual(linesOf(vevent))
    }),
    { numRuns: 50 },
  )
})

test('XML 1.0: no text at all can leave its element', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(xml(text)).toMatch(/^(?:[^<>"'&\p{Cc}]|\n|&#\d+;)*$/u)
    }),
  )
})

/** node-ical reads an escaped backslash before an n as a line break; every other character it reads as written. */
function withoutBackslashes(event: Event): Event {
  return JSON.parse(JSON.stringify(event).replaceAll('\\\\', '/'))
}

function calendarOf(event: Event): string {
  return toCalendar({ ...feed, name: event.title, description: event.title }, [toVevent(event, voice)])
}
