import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCalendar } from '../../../src/read/calendar/index.ts'
import { readImport } from '../../../src/read/handed/index.ts'

const now = '2026-11-24T08:00:00Z'
const specimen = (name: string) => readFileSync(new URL(`specimens/${name}.ics`, import.meta.url), 'utf8')
const read = (text: string) => readCalendar(text, { now })
const one = (...lines: string[]) =>
  read(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:A meeting',
      ...lines,
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n'),
  )
const starts = (reading: ReturnType<typeof read>) => reading.found.map(({ raw }) => raw.start)
const first = (reading: ReturnType<typeof read>) => reading.found[0]?.raw

test('a broken event loses only itself, and is named with the reason', () => {
  const reading = read(specimen('two-of-four-broken'))
  expect(reading.found.map(({ raw }) => raw.title)).toEqual([
    'Briefing on the seventieth session',
    'Thirty-sixth session of the CCPCJ',
  ])
  expect(reading.issues).toEqual([
    '"A day that is not" starts at "20270231T090000Z", which is no date that can be read',
    '"Without a start" does not say when it starts (no DTSTART)',
  ])
})

test('the end of whole days is exclusive in the file and inclusive here', () => {
  expect(first(one('DTSTART;VALUE=DATE:20270517', 'DTEND;VALUE=DATE:20270522'))).toMatchObject({
    start: '2027-05-17',
    end: '2027-05-21',
  })
  expect(first(one('DTSTART;VALUE=DATE:20270517'))).toMatchObject({ start: '2027-05-17', end: '2027-05-17' })
  expect(first(one('DTSTART:20270517', 'DTEND:20270517'))).toMatchObject({ start: '2027-05-17', end: '2027-05-17' })
})

test('from midnight to midnight of the place is whole days', () => {
  const reading = one('DTSTART;TZID=Europe/Vienna:20270517T000000', 'DTEND;TZID=Europe/Vienna:20270522T000000')
  expect(first(reading)).toMatchObject({ start: '2027-05-17', end: '2027-05-21' })
})

test('a duration stands for an end', () => {
  expect(first(one('DTSTART:20270517T090000Z', 'DURATION:PT1H30M'))).toMatchObject({ end: '2027-05-17T10:30:00Z' })
  expect(first(one('DTSTART;VALUE=DATE:20270517', 'DURATION:P1W'))).toMatchObject({ end: '2027-05-23' })
})

test('without an end there is none', () => {
  expect(first(one('DTSTART:20270517T090000Z'))).not.toHaveProperty('end')
})

test('an end that cannot be is left out and said', () => {
  const reading = one('DTSTART:20270517T090000Z', 'DTEND:20270517T080000Z')
  expect(reading.found[0]).toMatchObject({ doubts: ['it ends before it starts; its end was left out'] })
  expect(first(reading)).not.toHaveProperty('end')
})

test('times keep their wall clock and zone; an end in another zone is told on the clock of the start', () => {
  expect(first(one('DTSTART;TZID=America/New_York:20270517T090000', 'DTEND;TZID=Europe/Vienna:20270517T180000'))).toMatchObject({
    start: '2027-05-17T09:00:00',
    end: '2027-05-17T12:00:00',
    timezone: 'America/New_York',
  })
})

test.each([
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['Eastern Standard Time', 'America/New_York'],
  ['US/Eastern', 'America/New_York'],
  ['/mozilla.org/20050126_1/Europe/Vienna', 'Europe/Vienna'],
  ['/freeassociation.sourceforge.net/Tzfile/America/Indiana/Knox', 'America/Indiana/Knox'],
  ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
  ['GMT -0500 (Standard) / GMT -0400 (Daylight), Eastern Time (US & Canada)', 'America/New_York'],
  ['Europe_London', 'Europe/London'],
  ['europe/vienna', 'Europe/Vienna'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
])('the zone %s is %s', (tzid, zone) => {
  expect(first(one(`DTSTART;TZID="${tzid}":20270517T090000`))).toMatchObject({ start: '2027-05-17T09:00:00', timezone: zone })
})

test('a TZID with a colon that nobody quoted is read all the same', () => {
  expect(first(one('DTSTART;TZID=(UTC-05:00) Eastern Time (US & Canada):20270517T090000'))?.start).toBe('2027-05-17T09:00:00')
})

test('a zone that only the file defines gives instants, in winter and in summer', () => {
  expect(starts(read(specimen('zone-of-its-own')))).toEqual(['2027-02-15T08:00:00Z', '2027-07-15T07:00:00Z'])
})

test('a zone that nothing defines is a doubt, not a guess in silence', () => {
  const [found] = one('DTSTART;TZID=Nowhere/At_All:20270517T090000').found
  expect(found?.raw).toMatchObject({ start: '2027-05-17T09:00:00' })
  expect(found?.raw).not.toHaveProperty('timezone')
  expect(found?.doubts).toEqual(['the zone "Nowhere/At_All" of its times is not known; they are taken as times of the place'])
})

test('times in UTC are shown on the clock that the calendar names', () => {
  const reading = read(
    'BEGIN:VCALENDAR\nX-WR-TIMEZONE:Europe/Vienna\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:20270715T080000Z\nEND:VEVENT\nEND:VCALENDAR',
  )
  expect(first(reading)).toMatchObject({ start: '2027-07-15T10:00:00', timezone: 'Europe/Vienna' })
})

test('a series stays at its wall time when the clocks change; what is excepted is left, what is moved is moved', () => {
  const reading = read(specimen('second-tuesdays'))
  expect(reading.found.map(({ raw }) => `${raw.start} ${raw.title}`)).toEqual([
    '2027-03-09T15:00:00 Alliance meeting',
    '2027-06-08T15:00:00 Alliance meeting',
    '2027-05-12T16:00:00 Alliance meeting, a day later',
  ])
  expect(reading.found.map(({ raw }) => raw.id)).toContain('alliance@meetings.example#20270511T1300')
})

test('a series without an end is followed two years ahead and a year back, which is said', () => {
  const reading = one('DTSTART;TZID=Europe/Vienna:20100105T100000', 'RRULE:FREQ=MONTHLY;BYDAY=1TU')
  expect(starts(reading)[0]).toBe('2025-12-02T10:00:00')
  expect(starts(reading).at(-1)).toBe('2028-11-07T10:00:00')
  expect(reading.issues).toEqual(['"A meeting": its series has no end; it was read from 2025-11-23 to 2028-11-25'])
})

test('UNTIL is an instant, and a day takes all of itself in', () => {
  const rule = (until: string) =>
    starts(one('DTSTART;TZID=Europe/Vienna:20270701T100000', `RRULE:FREQ=DAILY;UNTIL=${until}`)).length
  expect([rule('20270703T080000Z'), rule('20270703T075959Z'), rule('20270703')]).toEqual([3, 2, 3])
})

test('the first day counts among COUNT even when the rule would not make it', () => {
  expect(starts(one('DTSTART;VALUE=DATE:20270701', 'RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3'))).toEqual([
    '2027-07-01',
    '2027-07-05',
    '2027-07-12',
  ])
})

test('dates listed one by one are meetings too, of periods their start', () => {
  expect(starts(one('DTSTART:20270701T080000Z', 'RDATE:20270702T080000Z', 'RDATE;VALUE=PERIOD:20270705T080000Z/PT1H'))).toEqual([
    '2027-07-01T08:00:00Z',
    '2027-07-02T08:00:00Z',
    '2027-07-05T08:00:00Z',
  ])
})

test('what follows a changed occurrence is changed with it when the file says so', () => {
  const reading = read(
    [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:A',
      'DTSTART:20270701T080000Z',
      'RRULE:FREQ=DAILY;COUNT=4',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:B',
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20270703T080000Z',
      'DTSTART:20270703T100000Z',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\n'),
  )
  expect(reading.found.map(({ raw }) => `${raw.start} ${raw.title}`).sort()).toEqual([
    '2027-07-01T08:00:00Z A',
    '2027-07-02T08:00:00Z A',
    '2027-07-03T10:00:00Z B',
    '2027-07-04T10:00:00Z B',
  ])
})

test.each([
  'FREQ=SECONDLY',
  'FREQ=HOURLY;INTERVAL=3',
  'FREQ=FORTNIGHTLY',
  'FREQ=DAILY;COUNT=100000',
  'FREQ=DAILY;BYMONTH=13',
  'W1 MO #10',
])('of a rule that cannot be followed (%s) the first day is read, and the rest is named', (rule) => {
  const reading = one('DTSTART:20270701T080000Z', `RRULE:${rule}`)
  expect(starts(reading)).toEqual(['2027-07-01T08:00:00Z'])
  expect(reading.issues[0]).toMatch(/^"A meeting": .+; only its first day was read$/)
})

test('of two revisions of an event the later one counts', () => {
  const event = (sequence: number, start: string) =>
    `BEGIN:VEVENT\nUID:1\nSEQUENCE:${sequence}\nSUMMARY:A\nDTSTART:${start}\nEND:VEVENT\n`
  expect(starts(read(`BEGIN:VCALENDAR\n${event(2, '20270703')}${event(1, '20270701')}END:VCALENDAR`))).toEqual(['2027-07-03'])
})

test('METHOD:CANCEL, STATUS and words before the title cancel', () => {
  const cancelled = (text: string) => first(read(text))?.status
  expect(cancelled('BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:20270701\nEND:VEVENT')).toBe('cancelled')
  expect(cancelled('BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nSTATUS:CANCELLED\nDTSTART:20270701\nEND:VEVENT')).toBe('cancelled')
  const reading = read('BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:CANCELLED: Plenary\nDTSTART:20270701\nEND:VEVENT\nEND:VCALENDAR')
  expect(first(reading)).toMatchObject({ title: 'Plenary', status: 'cancelled' })
})

test('tasks, journals and alarms are left by name', () => {
  const reading = read(
    'BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:T\nEND:VTODO\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:20270701\nBEGIN:VALARM\nSUMMARY:X\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR',
  )
  expect(reading.found.map(({ raw }) => raw.title)).toEqual(['A'])
  expect(reading.issues).toEqual(['1 tasks (VTODO) were left: they are no meetings'])
})

test('lines may end and be folded in any way, and be in no order', () => {
  const text =
    '\ufeffBEGIN:VCALENDAR\rBEGIN:VEVENT\nSUM\r\n MARY:Long\r\n\t er title\n\nDTSTART\n ;VALUE=DATE:20270701\rEND:VEVENT'
  expect(first(read(text))).toMatchObject({ title: 'Long er title', start: '2027-07-01' })
})

test('an event that does not end ends where the next begins, which is a doubt', () => {
  const reading = read(
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:20270701\nBEGIN:VEVENT\nSUMMARY:B\nDTSTART:20270702\nEND:VEVENT\nEND:VCALENDAR',
  )
  expect(reading.found.map(({ raw, doubts }) => [raw.title, doubts.length])).toEqual([
    ['A', 1],
    ['B', 0],
  ])
})

test('vCalendar 1.0 is read: quoted-printable, its charset, soft line breaks', () => {
  const reading = read(specimen('vcalendar-1'))
  expect(first(reading)).toMatchObject({ title: 'Réunion de Genève', start: '2027-03-08T09:00:00Z' })
})

test('markup in texts is read as words', () => {
  expect(first(one('DTSTART:20270701', 'DESCRIPTION:<b>Bold</b> &amp\\; plain'))?.description).toBe('Bold & plain')
})

test('what is no calendar is refused with a sentence', () => {
  expect(read('<!doctype html><title>Sign in</title>').refused).toBe('it is no calendar: it has no BEGIN:VCALENDAR')
})

test.each([
  ['an end in the year 9999 is none', ['RRULE:FREQ=YEARLY;UNTIL=99991231T000000Z'], 2, 'its series has no end'],
  ['exceptions by a rule are told', ['RRULE:FREQ=WEEKLY;COUNT=3', 'EXRULE:FREQ=WEEKLY;COUNT=1'], 3, 'EXRULE'],
  ['a rule of another calendar is told', ['RRULE:RSCALE=CHINESE;FREQ=YEARLY;COUNT=3'], 1, 'by the calendar CHINESE'],
  ['days that are all excepted are told', ['EXDATE;VALUE=DATE:20270701'], 0, 'nothing is left of it'],
])('%s', (_, lines, count, said) => {
  const reading = one('DTSTART;VALUE=DATE:20270701', ...lines)
  expect([reading.found.length, reading.issues[0]]).toEqual([count, expect.stringContaining(said)])
})

test('more dates than are read at once are told', () => {
  const dates = Array.from({ length: 600 }, (_, index) =>
    new Date(Date.UTC(2027, 6, index)).toISOString().slice(0, 10).replaceAll('-', ''),
  )
  expect(one('DTSTART;VALUE=DATE:20270701', `RDATE;VALUE=DATE:${dates.join(',')}`).issues[0]).toContain('the first 500 were read')
})

test('a line that is broken within a character is whole again', () => {
  const whole = Buffer.from(
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Réunion\r\nDTSTART:20270701\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  )
  const at = whole.indexOf(0xc3) + 1
  const bytes = Buffer.concat([whole.subarray(0, at), Buffer.from('\r\n '), whole.subarray(at)])
  const settings = { timezone: 'Europe/Vienna', now: '2026-11-24T09:00:00Z' }
  expect(readImport({ name: 'a.ics', bytes }, settings).found.map(({ listing }) => listing.title)).toEqual(['Réunion'])
})

const words = fc.constantFrom(
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'END:VEVENT',
  'END:VCALENDAR',
  'SUMMARY:A',
  'UID:1',
  'UID:2',
  'SEQUENCE:7',
  'DTSTART:20270701',
  'DTSTART:20270701T100000Z',
  'DTSTART;TZID=Europe/Vienna:20270328T023000',
  'DTEND:99991231',
  'DTEND;TZID=Asia/Tokyo:20270702T100000',
  'DURATION:P9999D',
  'RRULE:FREQ=DAILY',
  'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;BYSETPOS=-366',
  'RRULE:FREQ=MONTHLY;BYDAY=-5FR;UNTIL=21991231T000000Z;INTERVAL=9999',
  'RRULE:FREQ=WEEKLY;COUNT=5000;WKST=SU',
  'RDATE:20270703,20270704T100000Z/PT1H',
  'EXDATE:20270701',
  'RECURRENCE-ID:20270703',
  'RECURRENCE-ID;RANGE=THISANDFUTURE:20270703T100000Z',
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Vienna',
  'END:VTIMEZONE',
  'METHOD:CANCEL',
  ' folded',
  '',
)

test('any lines at all make meetings on real days and sentences, and never an exception', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: words }, fc.string({ maxLength: 60 })), { maxLength: 40 }), (lines) => {
      const reading = read(`BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\n${lines.join('\n')}`)
      for (const { raw } of reading.found) {
        expect(raw.title).not.toBe('')
        for (const moment of [raw.start, raw.end ?? raw.start]) expect(Number.isNaN(Date.parse(moment ?? ''))).toBe(false)
        expect((raw.end ?? raw.start ?? '') >= (raw.start ?? '~')).toBe(true)
      }
    }),
    { numRuns: 120 },
  )
})

test('a file that asks for too much is read in part, and says so', () => {
  const event = (index: number) =>
    `BEGIN:VEVENT\nUID:${index}\nSUMMARY:A${index}\nDTSTART:19500101T100000Z\nRRULE:FREQ=DAILY;UNTIL=21000101\nEND:VEVENT\n`
  const reading = read(`BEGIN:VCALENDAR\n${Array.from({ length: 6000 }, (_, index) => event(index)).join('')}`)
  expect(reading.found.length).toBeLessThanOrEqual(10_000)
  expect(reading.issues.at(-1)).toBe('the file has more events than are read at once; those after the first 5000 were left')
})
