import { readdirSync } from 'node:fs'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { Event } from '../../src/event/index.ts'
import {
  everything,
  type Language,
  type Selection,
  select,
  toCalendar,
  toVevent,
  trigger,
  withAlarm,
} from '../../src/publish/index.ts'
import { anEvent, aWhen } from '../build.ts'
import { calendarOf, feed, now, voice } from './voice.ts'

const oneDay = aWhen({ start: '2026-03-27', end: '2026-03-27', startTime: '10:00', endTime: '13:00' })

const traits: Record<string, () => string> = {
  'all-day': () => of({ when: aWhen({ end: '2026-05-18' }) }),
  'days-with-hours': () =>
    of({
      when: aWhen({
        startTime: '10:00',
        endTime: '18:00',
        sittings: [
          { start: '10:00', end: '13:00' },
          { start: '15:00', end: '18:00' },
        ],
      }),
    }),
  hours: () => of({ when: oneDay, place: { ...anEvent().place, room: 'Boardroom D' } }),
  'hours-without-end': () => of({ when: aWhen({ end: '2026-05-18', startTime: '09:30' }) }),
  'summer-time': () =>
    calendarOf(
      ['2026-03-27', '2026-03-30'].map((day, i) => anEvent({ uid: `day-${i}`, when: { ...oneDay, start: day, end: day } })),
    ),
  midnight: () => of({ when: { ...oneDay, startTime: '15:00', endTime: '24:00', timezone: 'America/New_York' } }),
  sittings: () =>
    of({
      when: {
        ...oneDay,
        endTime: '18:00',
        sittings: [
          { start: '10:00', end: '13:00' },
          { start: '15:00', end: '18:00' },
        ],
      },
    }),
  'lone-days': () =>
    of({
      when: aWhen({
        start: '2026-03-03',
        end: '2026-03-11',
        days: ['2026-03-03', '2026-03-10', '2026-03-11'],
        startTime: '10:00',
      }),
    }),
  week: () => of({ when: aWhen({ precision: 'week', start: '2026-09-07', end: '2026-09-13' }) }),
  'month-asked': () => of({ when: aWhen({ precision: 'month', start: '2026-05-01', end: '2026-05-31' }) }, { imprecise: true }),
  'month-not-asked': () => of({ when: aWhen({ precision: 'month', start: '2026-05-01', end: '2026-05-31' }) }),
  moved: () =>
    of({
      was: aWhen({ start: '2026-05-11', end: '2026-05-15' }),
      notice: 'rescheduled',
      revision: 1,
      modifiedAt: '2026-01-20T09:30:00Z',
    }),
  cancelled: () =>
    of({
      status: 'cancelled',
      note: 'Cancelled owing to the liquidity situation',
      revision: 2,
      modifiedAt: '2026-01-20T09:30:00Z',
    }),
  postponed: () => of({ notice: 'postponed', revision: 1, modifiedAt: '2026-01-20T09:30:00Z' }),
  'postponed-without-date': () => {
    const { when, ...event } = anEvent({ notice: 'postponed', was: aWhen() })
    return calendarOf([event])
  },
  tentative: () => of({ status: 'tentative', note: 'Dates to be confirmed' }),
  withdrawn: () => of({ state: 'withdrawn', revision: 3, modifiedAt: '2026-01-20T09:30:00Z' }),
  merged: () => of({ state: 'merged', mergedInto: 'f3b7c2d4-0002', revision: 1, modifiedAt: '2026-01-25T09:30:00Z' }),
  missing: () =>
    of({
      status: 'tentative',
      speakers: anEvent().speakers.map((speaker) => ({ ...speaker, missingSince: '2026-01-20T06:00:00Z' })),
    }),
  online: () =>
    of({ when: oneDay, place: { format: 'online' }, links: [{ rel: 'stream', url: 'https://webtv.example/live?a=1,2;b=3' }] }),
  hybrid: () =>
    of({ place: { ...anEvent().place, format: 'hybrid' }, links: [{ rel: 'stream', url: 'https://webtv.example/live' }] }),
  'moved-online': () => of({ notice: 'moved-online', place: { format: 'online' } }),
  described: () => of({ description: 'Provisional agenda. '.repeat(80), access: 'NGOs in consultative status with ECOSOC' }),
  conflict: () =>
    of({
      conflicts: [
        {
          field: 'when',
          values: [
            { value: aWhen(), said: { by: 'ccpcj', at: '2026-01-10T06:00:00Z', url: 'https://meetings.example/ccpcj' } },
            {
              value: aWhen({ start: '2026-05-25', end: '2026-05-29' }),
              said: { by: 'indico-unodc', at: '2026-01-12T06:00:00Z', url: 'https://indico.example/' },
            },
          ],
        },
      ],
    }),
  deadlines: () => of(closing, { deadlines: true }),
  alarm: () => {
    const events = [anEvent({ when: oneDay }), anEvent({ uid: 'f3b7c2d4-0002', status: 'cancelled' })]
    return toCalendar(
      feed,
      select(events, everything, now).map((event) => withAlarm(toVevent(event, voice), trigger('1d') ?? '')),
    )
  },
  'hostile-title': () =>
    of({
      title: hostile,
      place: { venue: hostile },
      description: hostile,
      slug: 'x',
      links: [{ rel: 'page', url: 'javascript:alert(1)' }],
    }),
  'folded-utf8': () => of({ title: `${'第三十五届会议'.repeat(9)}${'🌍'.repeat(30)}`, place: { venue: 'é'.repeat(120) } }),
  'other-body': () => of({ body: 'OTHER', kind: 'other', title: 'World Day meeting' }),
  empty: () => calendarOf([]),
  ...Object.fromEntries(
    (['fr', 'es', 'ru', 'ar', 'zh'] as const).map((language) => [`language-${language}`, () => inLanguage(language)]),
  ),
}

const hostile = 'Title\r\nEND:VEVENT\r\nBEGIN:VEVENT\u0000\u2028; a, b \\n "q" \u202e\ud800 e\u0301'

const closing: Partial<Event> = {
  deadlines: [
    { kind: 'registration', date: '2026-04-30', text: 'Registration closes on 30 April 2026' },
    { kind: 'submission', date: '2026-04-10', time: '23:59', text: 'Statements by 10 April 2026, 23:59' },
    { kind: 'submission', date: '2026-04-20', text: 'Papers by 20 April 2026' },
  ],
}

function of(said: Partial<Event>, selection: Partial<Selection> = {}): string {
  return calendarOf([anEvent(said)], selection)
}

function inLanguage(language: Language): string {
  const said: Partial<Event> = {
    ...closing,
    status: 'tentative',
    access: 'ECOSOC',
    place: { ...anEvent().place, format: 'hybrid' },
  }
  const events = select([anEvent(said)], { ...everything, deadlines: true }, now, language)
  return toCalendar(
    feed,
    events.map((event) => toVevent(event, { ...voice, language })),
  )
}

test.each(Object.keys(traits))('specimen %s is the same, byte for byte', async (trait) => {
  const calendar = traits[trait]?.() ?? ''
  await expect(calendar).toMatchFileSnapshot(`specimens/${trait}.ics`)
  expect(ICAL.parse(calendar)[0]).toBe('vcalendar')
})

test('every specimen has its trait', () => {
  const names = readdirSync(new URL('specimens', import.meta.url)).filter((name) => name.endsWith('.ics'))
  expect(names.sort()).toEqual(
    Object.keys(traits)
      .map((trait) => `${trait}.ics`)
      .sort(),
  )
})
