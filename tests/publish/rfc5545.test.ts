import { expect, test } from 'vitest'
import { addressOf, deadlineEvents, toCalendar, toVevent, trigger, withAlarm } from '../../src/publish/index.ts'
import { anEvent, aWhen } from '../build.ts'
import { calendarOf, feed, linesOf, property, voice } from './voice.ts'

const oneDay = aWhen({ start: '2026-03-27', end: '2026-03-27', startTime: '10:00', endTime: '13:00' })

test('RFC 5545 section 3.6.1: several days are dates, DTEND the day after the last', () => {
  const text = toVevent(anEvent({ when: aWhen({ startTime: '10:00', endTime: '18:00' }) }), voice)
  expect(property(text, 'DTSTART')).toBe('VALUE=DATE:20260518')
  expect(property(text, 'DTEND')).toBe('VALUE=DATE:20260523')
  expect(property(text, 'X-MICROSOFT-CDO-ALLDAYEVENT')).toBe('TRUE')
  expect(property(text, 'DESCRIPTION')).toContain('18–22 May 2026\\, 10:00–18:00 (Vienna time)')
})

test('RFC 5545 section 3.3.5: hours are instants in UTC, before and after the clocks change', () => {
  expect(property(toVevent(anEvent({ when: oneDay }), voice), 'DTSTART')).toBe('20260327T090000Z')
  const summer = { ...oneDay, start: '2026-03-30', end: '2026-03-30' }
  expect(property(toVevent(anEvent({ when: summer }), voice), 'DTSTART')).toBe('20260330T080000Z')
})

test('no calendar holds a floating time or a named zone', () => {
  const text = calendarOf([anEvent({ when: oneDay }), anEvent({ uid: 'b' })])
  expect(text).not.toMatch(/TZID|VTIMEZONE|X-WR-TIMEZONE/)
  for (const line of linesOf(text).filter((each) => /^(DT|CREATED|LAST-)/.test(each)))
    expect(line).toMatch(/(VALUE=DATE:\d{8}|:\d{8}T\d{6}Z)$/)
})

test.each([
  ['no end was printed', { endTime: undefined }],
  ['the end printed is the start', { endTime: '10:00' }],
  ['the end printed is earlier', { endTime: '09:00' }],
])('RFC 5545 section 3.8.2.2: DTEND is left out where %s', (_, said) => {
  const { endTime, ...open } = oneDay
  const when = said.endTime ? { ...open, endTime: said.endTime } : open
  expect(property(toVevent(anEvent({ when }), voice), 'DTEND')).toBeUndefined()
})

test('RFC 5545 section 3.8.4.7: the uid is the same whatever date, title or place', () => {
  const moved = anEvent({ title: 'Other', when: oneDay, place: {}, body: 'CND', slug: 'other' })
  expect(property(toVevent(moved, voice), 'UID')).toBe(property(toVevent(anEvent(), voice), 'UID'))
})

test('RFC 5545 section 3.8.7: SEQUENCE, DTSTAMP, LAST-MODIFIED and CREATED are the stamps given', () => {
  const text = toVevent(anEvent(), voice, { revision: 4, createdAt: '2026-01-02T03:04:05Z', modifiedAt: '2026-02-03T04:05:06Z' })
  expect(['SEQUENCE', 'DTSTAMP', 'LAST-MODIFIED', 'CREATED'].map((name) => property(text, name))).toEqual([
    '4',
    '20260203T040506Z',
    '20260203T040506Z',
    '20260102T030405Z',
  ])
})

test('RFC 5545 section 3.8.1.11: status and prefix say the same', () => {
  const shown = (said: Parameters<typeof anEvent>[0]) => {
    const text = toVevent(anEvent({ title: 'Fifth session', ...said }), voice)
    return `${property(text, 'STATUS')} ${property(text, 'SUMMARY')}`
  }
  expect(shown({})).toBe('CONFIRMED CCPCJ: Fifth session')
  expect(shown({ status: 'tentative' })).toBe('TENTATIVE TENTATIVE: CCPCJ: Fifth session')
  expect(shown({ status: 'cancelled' })).toBe('CANCELLED CANCELLED: CCPCJ: Fifth session')
  expect(shown({ state: 'withdrawn' })).toBe('CANCELLED CANCELLED: CCPCJ: Fifth session')
  expect(shown({ state: 'merged' })).toBe('CANCELLED CANCELLED: CCPCJ: Fifth session')
  expect(shown({ notice: 'postponed' })).toBe('TENTATIVE POSTPONED: CCPCJ: Fifth session')
  expect(shown({ notice: 'postponed', status: 'cancelled' })).toBe('CANCELLED POSTPONED: CCPCJ: Fifth session')
  expect(shown({ notice: 'rescheduled' })).toBe('CONFIRMED CCPCJ: Fifth session')
  expect(shown({ when: aWhen({ precision: 'week' }) })).toBe('TENTATIVE TENTATIVE: CCPCJ: Fifth session')
})

test('a title says its body and its status once', () => {
  const summary = (said: Parameters<typeof anEvent>[0]) => property(toVevent(anEvent(said), voice), 'SUMMARY')
  expect(summary({ title: '35th session of the CCPCJ' })).toBe('35th session of the CCPCJ')
  expect(summary({ title: 'CANCELLED - Fifth session', status: 'cancelled' })).toBe('CANCELLED: CCPCJ: Fifth session')
  expect(summary({ title: 'World Day', body: 'OTHER' })).toBe('World Day')
})

test('RFC 5545 section 3.8.2.7: an event blocks nobody’s day', () => {
  const text = toVevent(anEvent(), voice)
  expect(property(text, 'TRANSP')).toBe('TRANSPARENT')
  expect(property(text, 'X-MICROSOFT-CDO-BUSYSTATUS')).toBe('FREE')
})

test('RFC 5545 section 3.8.4.3: the organizer is the role, no person attends, and nothing alarms', () => {
  const text = toVevent(anEvent({ organizer: 'Jane Doe <jane@example.org>' }), voice)
  expect(property(text, 'ORGANIZER')).toBe('CN="UN Crime Calendar":mailto:calendar@calendar.example')
  expect(text).not.toMatch(/jane|ATTENDEE|VALARM|ATTACH|PRIORITY/)
})

test('RFC 5545 section 3.8.1.7: a place is one line, and online is a place', () => {
  const location = (place: Parameters<typeof anEvent>[0] & object) => property(toVevent(anEvent(place), voice), 'LOCATION')
  expect(location({ place: { room: 'Boardroom D', venue: 'VIC, Vienna', city: 'Vienna', country: 'Austria' } })).toBe(
    'Boardroom D\\, VIC\\, Vienna\\, Austria',
  )
  expect(location({ place: { city: 'Doha', country: 'Qatar' } })).toBe('Doha\\, Qatar')
  expect(location({ place: { format: 'online', city: 'Vienna' } })).toBe('Online')
  expect(location({ place: {} })).toBeUndefined()
})

test('RFC 5545 section 3.3.13: addresses are not escaped as text, and only http and https are addresses', () => {
  const links = ['https://webtv.example/ü,b;c d', 'javascript:alert(1)', 'ftp://x.example', 'not one'].map((url) => ({
    rel: 'stream' as const,
    url,
  }))
  const conferences = linesOf(toVevent(anEvent({ links }), voice)).filter((line) => line.startsWith('CONFERENCE'))
  expect(conferences).toEqual(['CONFERENCE;VALUE=URI:https://webtv.example/%C3%BC%2Cb%3Bc%20d'])
})

test('lone days are events of their own: the first keeps the uid, so that a meeting that grows a day is the same meeting', () => {
  const when = aWhen({ start: '2026-03-03', end: '2026-03-11', days: ['2026-03-03', '2026-03-10', '2026-03-11'] })
  const lines = linesOf(toVevent(anEvent({ uid: 'u', when }), voice))
  expect(lines.filter((line) => /^(UID|DTSTART|DTEND)/.test(line))).toEqual([
    'UID:u',
    'DTSTART;VALUE=DATE:20260303',
    'DTEND;VALUE=DATE:20260304',
    'UID:u-2',
    'DTSTART;VALUE=DATE:20260310',
    'DTEND;VALUE=DATE:20260312',
  ])
  expect(lines.filter((line) => line.includes('3 March 2026 and 10–11 March 2026'))).toHaveLength(2)
})

test('an event without any date has no VEVENT; one that lost its date is shown at the last one known', () => {
  const { when, ...undated } = anEvent()
  expect(toVevent(undated, voice)).toBe('')
  const text = toVevent({ ...undated, was: aWhen() }, voice)
  expect(property(text, 'DTSTART')).toBe('VALUE=DATE:20260518')
  expect(property(text, 'STATUS')).toBe('TENTATIVE')
})

test('the description holds nothing that a poll without news would change', () => {
  const polled = anEvent({ said: { when: { by: 'ccpcj', at: '2026-02-09T06:00:00Z' } } })
  polled.speakers = polled.speakers.map((speaker) => ({ ...speaker, lastSeenAt: '2026-02-09T06:00:00Z' }))
  expect(toVevent(polled, voice)).toBe(toVevent(anEvent(), voice))
})

test('a city is named beside the hours only if it keeps that time', () => {
  const says = (timezone: string, city: string) =>
    property(toVevent(anEvent({ when: { ...oneDay, timezone }, place: { city } }), voice), 'DESCRIPTION')
  expect(says('Europe/Vienna', 'Vienna')).toContain('(Vienna time)')
  expect(says('Europe/Zurich', 'Geneva')).toContain('(Geneva time)')
  expect(says('America/New_York', 'Vienna')).toContain('(New York time)')
})

test('RFC 5545 section 3.6.6: a reminder stands in its event, says its title, and a cancelled event has none', () => {
  const lines = linesOf(withAlarm(toVevent(anEvent({ title: 'A, b' }), voice), trigger('2h') ?? ''))
  expect(lines.slice(-6)).toEqual([
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:CCPCJ: A\\, b',
    'TRIGGER:-PT2H',
    'END:VALARM',
    'END:VEVENT',
  ])
  expect(withAlarm(toVevent(anEvent({ status: 'cancelled' }), voice), '-P1D')).not.toContain('VALARM')
})

test('RFC 5545 section 3.3.6: minutes, hours, days and weeks before; anything else is no reminder', () => {
  expect(['30m', '2h', '1d', '1w', '0d', '1y', '-1d', '', '1000d'].map(trigger)).toEqual([
    '-PT30M',
    '-PT2H',
    '-P1D',
    '-P1W',
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('deadlines are days or instants with uids of their own, cancelled with their event', () => {
  const event = anEvent({
    uid: 'u',
    status: 'cancelled',
    deadlines: [
      { kind: 'registration', date: '2026-04-30', text: 'by 30 April' },
      { kind: 'registration', date: '2026-05-02', time: '18:00', text: 'by 2 May, 18:00' },
    ],
  })
  const texts = deadlineEvents(event).map((each) => toVevent(each, voice))
  expect(texts.map((text) => property(text, 'UID'))).toEqual(['u-registration', 'u-registration-2'])
  expect(texts.map((text) => property(text, 'DTSTART'))).toEqual(['VALUE=DATE:20260430', '20260502T160000Z'])
  expect(texts.map((text) => property(text, 'STATUS'))).toEqual(['CANCELLED', 'CANCELLED'])
  expect(texts.map((text) => property(text, 'URL'))).toEqual([
    `VALUE=URI:${addressOf(event, voice)}`,
    `VALUE=URI:${addressOf(event, voice)}`,
  ])
})

test('RFC 7986: the calendar says its name, source, colour and refresh, and has no uid', () => {
  const head = linesOf(toCalendar({ ...feed, name: 'Crime, drugs; and \\more' }, []))
  expect(head).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//un-crime-calendar//Meetings 1//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'NAME:Crime drugs and more',
    'X-WR-CALNAME:Crime drugs and more',
    'DESCRIPTION:Meetings of the United Nations bodies on crime\\, drugs and corruption',
    'X-WR-CALDESC:Meetings of the United Nations bodies on crime\\, drugs and corruption',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    'SOURCE;VALUE=URI:https://calendar.example/feeds/all.ics',
    'URL:https://calendar.example/',
    'COLOR:steelblue',
    'X-APPLE-CALENDAR-COLOR:#4682B4',
    'END:VCALENDAR',
  ])
})
