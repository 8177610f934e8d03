import { expect, test } from 'vitest'
import { aWhen } from '../build.ts'
import { aDesk, briefing, secretary } from './desk.ts'

const first = aWhen({ start: '2027-02-09', end: '2027-02-09', startTime: '15:00', endTime: '16:00' })
const series = (rule: string, said: object = {}) => ({ draft: { ...briefing, when: first }, rule, ...said })

test('the second Tuesday at 15:00 in Vienna stays at 15:00 when clocks change', () => {
  const { acts, store } = aDesk()
  const done = acts.createSeries(series('FREQ=MONTHLY;BYDAY=2TU;COUNT=4'), secretary)
  expect(done.events.map(({ when }) => `${when?.start} ${when?.startTime}`)).toEqual([
    '2027-02-09 15:00',
    '2027-03-09 15:00',
    '2027-04-13 15:00',
    '2027-05-11 15:00',
  ])
  const starts = store.sqlite.prepare('select vevent from event order by start').pluck().all() as string[]
  expect(starts.map((text) => /DTSTART[^\r]*/.exec(text)?.[0])).toEqual([
    'DTSTART:20270209T140000Z',
    'DTSTART:20270309T140000Z',
    'DTSTART:20270413T130000Z',
    'DTSTART:20270511T130000Z',
  ])
})

test('each meeting of a series is changed alone, and one call takes the series back', () => {
  const { acts, event } = aDesk()
  const done = acts.createSeries(series('RRULE:FREQ=WEEKLY;COUNT=3', { except: ['2027-02-16'] }), secretary)
  expect(done.events.map(({ when }) => when?.start)).toEqual(['2027-02-09', '2027-02-23'])
  expect(done.possibleDuplicates).toEqual([])
  const [a, b] = done.events.map(({ uid }) => uid)
  acts.changeEvent(b ?? '', { title: 'Another' }, secretary)
  expect([event(a ?? '').title, event(b ?? '').title]).toEqual([briefing.title, 'Another'])
  acts.undo(done.actionId, secretary)
  expect([event(a ?? '').state, event(b ?? '').state]).toEqual(['withdrawn', 'withdrawn'])
})

test('until is the last day, or an instant in UTC', () => {
  const days = (until: string) => aDesk().acts.createSeries(series(`FREQ=WEEKLY;UNTIL=${until}`), secretary).events.length
  expect([days('20270223'), days('20270223T135959Z'), days('20270223T140000Z')]).toEqual([3, 2, 3])
})

test('an hour that a change of clocks leaves out keeps its day', () => {
  const when = { ...first, start: '2027-03-27', end: '2027-03-27', startTime: '02:30', endTime: '03:30' }
  const { events } = aDesk().acts.createSeries({ draft: { ...briefing, when }, rule: 'FREQ=DAILY;COUNT=3' }, secretary)
  expect(events.map(({ when }) => when?.start)).toEqual(['2027-03-27', '2027-03-28', '2027-03-29'])
})

test.each([
  ['FREQ=WEEKLY', 'has no end'],
  ['FREQ=DAILY;COUNT=100000', 'from 1 to 200'],
  ['FREQ=DAILY;UNTIL=20290101', 'more than 200 days'],
  ['FREQ=YEARLY;UNTIL=99991231', 'at most 5 years'],
  ['FREQ=YEARLY;COUNT=100', 'at most 5 years'],
  ['FREQ=SECONDLY;COUNT=3', 'FREQ=DAILY'],
  ['FREQ=DAILY;BYHOUR=1,2;COUNT=3', 'BYHOUR'],
  ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3', 'cannot be followed'],
  ['FREQ=WEEKLY;COUNT=3;UNTIL=20270301', 'two ends'],
  ['FREQ=WEEKLY;UNTIL=20270231', 'is no day'],
  ['FREQ=WEEKLY;COUNT=2;COUNT=3', 'twice'],
  ['FREQ=WEEKLY;INTERVAL=0;COUNT=3', 'INTERVAL'],
  ['FREQ=WEEKLY;BYDAY=XX;COUNT=3', 'cannot be followed'],
  ['', 'must say FREQ'],
])('the rule "%s" is refused with a sentence', (rule, words) => {
  const { acts, store } = aDesk()
  expect(() => acts.createSeries(series(rule), secretary)).toThrow(words)
  expect(store.sqlite.prepare('select count(*) from listing').pluck().get()).toBe(0)
})
