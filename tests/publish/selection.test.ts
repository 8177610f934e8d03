import { expect, test } from 'vitest'
import type { Event } from '../../src/event/index.ts'
import { canonicalQuery, everything, fitting, inFeed, type Selection, select } from '../../src/publish/index.ts'
import { anEvent, aWhen } from '../build.ts'
import { now } from './voice.ts'

const on = (start: string, said: Partial<Event> = {}) => anEvent({ uid: start, when: aWhen({ start, end: start }), ...said })
const uids = (events: Event[], selection: Partial<Selection> = {}) =>
  select(events, { ...everything, ...selection }, now).map(({ uid }) => uid)
const stands = (event: Event, window: Partial<Selection> = {}, at = now) => inFeed(event, { ...everything, ...window }, at)

test('a feed reaches from 90 days back to 18 months ahead, both days included', () => {
  const days = ['2025-11-02', '2025-11-03', '2026-02-01', '2027-08-01', '2027-08-02']
  expect(uids(days.map((day) => on(day)))).toEqual(['2025-11-03', '2026-02-01', '2027-08-01'])
})

test('from and to take the place of the window', () => {
  const days = ['2020-01-01', '2026-02-01', '2029-01-01'].map((day) => on(day))
  expect(uids(days, { from: '2026-01-01' })).toEqual(['2026-02-01', '2029-01-01'])
  expect(uids(days, { to: '2026-12-31' })).toEqual(['2020-01-01', '2026-02-01'])
  expect(uids(days, { from: '2020-01-01', to: '2020-01-01' })).toEqual(['2020-01-01'])
})

test('a meeting that is on stands in the feed however long ago it began', () => {
  expect(stands(anEvent({ when: aWhen({ start: '2025-01-01', end: '2026-02-01' }) }), { pastDays: 0 })).toBe(true)
})

test('a cancelled or withdrawn event stays until 30 days after its date', () => {
  for (const said of [{ status: 'cancelled' }, { state: 'withdrawn' }] as Partial<Event>[]) {
    expect(stands(on('2026-01-02', said))).toBe(true)
    expect(stands(on('2026-01-01', said))).toBe(false)
  }
  expect(stands(on('2026-01-01'))).toBe(true)
})

test('a merged event stays for 14 days after the merge', () => {
  const merged = (modifiedAt: string) => on('2026-05-18', { state: 'merged', modifiedAt })
  expect(stands(merged('2026-01-18T23:00:00Z'))).toBe(true)
  expect(stands(merged('2026-01-17T23:00:00Z'))).toBe(false)
})

test('a meeting of which only the month is known stands in the feed where asked for, one without a date never', () => {
  const month = anEvent({ when: aWhen({ precision: 'month', start: '2026-05-01', end: '2026-05-31' }) })
  const { when, ...undated } = anEvent()
  expect(stands(month)).toBe(false)
  expect(stands(month, { imprecise: true })).toBe(true)
  expect(stands(undated, { imprecise: true })).toBe(false)
})

test('cancelled=hide and tentative=hide leave out what is shown so', () => {
  const events = [on('2026-03-01', { state: 'withdrawn' }), on('2026-03-02', { notice: 'postponed' }), on('2026-03-03')]
  expect(uids(events)).toEqual(['2026-03-01', '2026-03-02', '2026-03-03'])
  expect(uids(events, { cancelled: 'hide' })).toEqual(['2026-03-02', '2026-03-03'])
  expect(uids(events, { tentative: 'hide' })).toEqual(['2026-03-01', '2026-03-03'])
})

test('filters are all of what was asked: body, kind, format, place and words, accents folded', () => {
  const events = [
    on('2026-03-01', { title: 'Réunion sur la corruption', place: { city: 'Doha', format: 'online' } }),
    on('2026-03-02', { body: 'CND', kind: 'intersessional', description: 'On the flow of drugs' }),
  ]
  expect(uids(events, { bodies: ['CND', 'HRC'] })).toEqual(['2026-03-02'])
  expect(uids(events, { kinds: ['session'] })).toEqual(['2026-03-01'])
  expect(uids(events, { format: 'online' })).toEqual(['2026-03-01'])
  expect(uids(events, { place: 'vienna' })).toEqual(['2026-03-02'])
  expect(uids(events, { q: 'corruption REUNION' })).toEqual(['2026-03-01'])
  expect(uids(events, { q: 'narcotic drugs' })).toEqual(['2026-03-02'])
  expect(uids(events, { bodies: ['CND'], q: 'corruption' })).toEqual([])
})

test('what is excluded is left out of the rest', () => {
  const events = [
    on('2026-03-01', { body: 'CND' }),
    on('2026-03-02', { kind: 'briefing' }),
    on('2026-03-03', { title: 'Tour' }),
    on('2026-03-04'),
  ]
  expect(uids(events, { exclude: { bodies: ['CND'], kinds: ['briefing'], q: 'tour' } })).toEqual(['2026-03-04'])
  expect(uids(events, { exclude: { uids: ['2026-03-04'] } })).toHaveLength(3)
})

test('deadlines stand among the events in order of their own days', () => {
  const events = [on('2026-05-18', { deadlines: [{ kind: 'registration', date: '2026-04-30', text: '' }] }), on('2026-05-01')]
  expect(uids(events, { deadlines: true })).toEqual(['2026-05-18-registration', '2026-05-01', '2026-05-18'])
})

test('order is by start, then uid, whatever the order given', () => {
  const at = (uid: string, start: string, startTime: string, timezone: string) =>
    on(start, { uid, when: { ...aWhen({ start, end: start }), startTime, timezone } })
  const events = [
    at('d', '2026-03-02', '09:00', 'America/New_York'),
    at('c', '2026-03-02', '10:00', 'Europe/Vienna'),
    on('2026-03-02', { uid: 'b' }),
    on('2026-03-02', { uid: 'a' }),
  ]
  expect(uids(events)).toEqual(['a', 'b', 'c', 'd'])
  expect(uids(events.toReversed())).toEqual(['a', 'b', 'c', 'd'])
})

test('too many events: the nearest coming are kept first, then the latest past, in the order given', () => {
  const days = ['2026-01-10', '2026-01-20', '2026-02-01', '2026-03-01', '2026-04-01'].map((day) => on(day))
  const kept = (most: { events: number; octets: number }) => fitting(days, () => 10, now, most).map(({ uid }) => uid)
  expect(kept({ events: 4, octets: 1000 })).toEqual(['2026-01-20', '2026-02-01', '2026-03-01', '2026-04-01'])
  expect(kept({ events: 1000, octets: 29 })).toEqual(['2026-02-01', '2026-03-01'])
  expect(kept({ events: 1000, octets: 1000 })).toHaveLength(5)
})

test('one selection has one address', () => {
  const selection: Selection = {
    ...everything,
    q: ' Corruption ',
    kinds: ['session'],
    bodies: ['CND', 'CCPCJ'],
    cancelled: 'hide',
    alarm: '1d',
    deadlines: true,
  }
  expect(canonicalQuery(selection)).toBe('alarm=1d&body=ccpcj,cnd&cancelled=hide&deadlines=true&kind=session&q=corruption')
  expect(canonicalQuery({ ...selection, bodies: ['CCPCJ', 'CND', 'CND'] })).toBe(canonicalQuery(selection))
  expect(canonicalQuery(everything)).toBe('')
})
