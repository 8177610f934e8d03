import { expect, test } from 'vitest'
import { scriptJson, toJson, toJsonLd } from '../../src/publish/index.ts'
import { anEvent, aWhen } from '../build.ts'

const telling = { publicUrl: 'https://calendar.example/' }
const oneDay = aWhen({ start: '2026-03-27', end: '2026-03-27', startTime: '10:00', endTime: '24:00' })

test('an event’s JSON has days as printed and instants where day and hour are known', () => {
  expect(toJson(anEvent({ when: oneDay }), telling)).toMatchObject({
    uid: 'f3b7c2d4-0001',
    url: 'https://calendar.example/events/ccpcj-35',
    precision: 'day',
    start: '2026-03-27',
    end: '2026-03-27',
    startTime: '10:00',
    timezone: 'Europe/Vienna',
    startsAt: '2026-03-27T09:00:00Z',
    endsAt: '2026-03-27T23:00:00Z',
    dateText: 'Friday 27 March 2026',
    venue: 'Vienna International Centre, Vienna, Austria',
    sequence: 0,
  })
  expect(toJson(anEvent(), telling).startsAt).toBeUndefined()
})

test('who said what is told where asked for, since it changes with every reading', () => {
  expect(JSON.stringify(toJson(anEvent(), telling))).not.toContain('lastSeenAt')
  expect(toJson(anEvent(), { ...telling, provenance: true })).toHaveProperty('speakers[0].lastSeenAt')
})

test('JSON-LD: hours have the offset of their place, days are days', () => {
  expect(toJsonLd(anEvent({ when: oneDay }), telling)).toMatchObject({
    '@type': 'Event',
    startDate: '2026-03-27T10:00:00+01:00',
    endDate: '2026-03-28T00:00:00+01:00',
    eventStatus: 'https://schema.org/EventScheduled',
  })
  expect(toJsonLd(anEvent(), telling)).toMatchObject({ startDate: '2026-05-18', endDate: '2026-05-22' })
})

test('JSON-LD: a month or week is no more exact than that, and no date is no event', () => {
  const { when, ...undated } = anEvent()
  expect(toJsonLd(undated, telling)).toBeUndefined()
  expect(
    toJsonLd(anEvent({ when: aWhen({ precision: 'month', start: '2026-05-01', end: '2026-05-31' }) }), telling),
  ).toMatchObject({ startDate: '2026-05' })
  expect(
    toJsonLd(anEvent({ when: aWhen({ precision: 'week', start: '2021-09-06', end: '2021-09-12' }) }), telling),
  ).toMatchObject({
    startDate: '2021-W36',
  })
})

test('JSON-LD: eventStatus tells cancelled, postponed, rescheduled and moved online', () => {
  const status = (said: Parameters<typeof anEvent>[0]) => toJsonLd(anEvent(said), telling)?.eventStatus
  expect(status({ status: 'cancelled' })).toBe('https://schema.org/EventCancelled')
  expect(status({ state: 'withdrawn' })).toBe('https://schema.org/EventCancelled')
  expect(status({ notice: 'postponed' })).toBe('https://schema.org/EventPostponed')
  expect(status({ notice: 'moved-online' })).toBe('https://schema.org/EventMovedOnline')
  const moved = anEvent({ was: aWhen({ start: '2026-05-11', end: '2026-05-15' }) })
  expect(toJsonLd(moved, telling)).toMatchObject({
    eventStatus: 'https://schema.org/EventRescheduled',
    previousStartDate: '2026-05-11',
  })
})

test('JSON-LD: attendance and places are those printed', () => {
  const hybrid = anEvent({
    place: { ...anEvent().place, format: 'hybrid' },
    links: [{ rel: 'stream', url: 'https://webtv.example/' }],
  })
  expect(toJsonLd(hybrid, telling)).toMatchObject({
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: [
      {
        '@type': 'Place',
        name: 'Vienna International Centre, Vienna, Austria',
        address: { addressLocality: 'Vienna', addressCountry: 'Austria' },
      },
      { '@type': 'VirtualLocation', url: 'https://webtv.example/' },
    ],
  })
  expect(toJsonLd(anEvent({ place: {} }), telling)).not.toHaveProperty('location')
})

test('JSON for a script element cannot end it', () => {
  const json = scriptJson({ name: '</script><!-- & \u2028' })
  expect(json).not.toMatch(/[<>&\u2028]/)
  expect(JSON.parse(json)).toEqual({ name: '</script><!-- & \u2028' })
})
