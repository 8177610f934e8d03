import type { Event } from '../../src/event/index.ts'
import { anEvent, aWhen } from '../build.ts'

/** The day on which the calendar is subscribed to: past events of 90 days and coming ones are in it. */
export const now = '2026-03-01T06:00:00Z'

const day = (start: string, end = start) => aWhen({ start, end })
const listed = (uid: string, title: string, said: Partial<Event> = {}) => anEvent({ uid, slug: uid, title, ...said })

/** Ten events of every kind a member may meet: days, hours, a week, online, all alphabets, characters that need escaping, long texts. */
const first: Event[] = [
  listed('edited', 'Edited session', { when: day('2026-03-09', '2026-03-13') }),
  listed('moved', 'Moved session', { when: { ...day('2026-03-27'), startTime: '10:00', endTime: '13:00' } }),
  listed('cancelled', 'Cancelled session', { when: day('2026-04-20', '2026-04-24') }),
  listed('withdrawn', 'Withdrawn session', { when: day('2026-05-04', '2026-05-05') }),
  listed('steady', 'Steady session', { when: day('2026-05-18', '2026-05-22') }),
  listed('online', 'Online briefing', {
    when: { ...day('2026-06-02'), startTime: '15:00', timezone: 'America/New_York' },
    place: { format: 'online' },
    links: [{ rel: 'stream', url: 'https://webtv.example/live?a=1,2;b=ü' }],
  }),
  listed('week', 'Working group', { when: aWhen({ precision: 'week', start: '2026-09-07', end: '2026-09-13' }) }),
  listed('alphabets', 'Réunion · 第三十五届会议 · مؤتمر · 🌍', { when: day('2026-07-01') }),
  listed('escaped', 'Crime, drugs; "corruption" \\ and 100% more: END:VEVENT', {
    when: day('2026-07-02'),
    place: { venue: 'Room A, B; C' },
  }),
  listed('long', `A title of many words ${'and words '.repeat(18)}`, {
    when: day('2026-07-03'),
    description: 'A long text. '.repeat(80),
  }),
]

const later = { revision: 1, modifiedAt: '2026-03-01T05:00:00Z' }

/** The same calendar after an edit, a move, a cancellation and a withdrawal. */
const second: Event[] = first.map((event) => {
  if (event.uid === 'edited')
    return { ...event, ...later, title: 'Edited session, now with a theme', place: { venue: 'Boardroom D, Vienna' } }
  if (event.uid === 'moved')
    return { ...event, ...later, when: { ...day('2026-03-30'), startTime: '10:00', endTime: '13:00' }, was: day('2026-03-27') }
  if (event.uid === 'cancelled') return { ...event, ...later, status: 'cancelled' }
  if (event.uid === 'withdrawn') return { ...event, ...later, state: 'withdrawn' }
  return event
})

/** The calendar in its two states. */
export const states = { first, second }

/** One of {@link states}. */
export type State = keyof typeof states

/** What a member should see after the second state: summaries by day of start in Vienna. */
export const seen = {
  first: {
    edited: { day: '2026-03-09', summary: 'CCPCJ: Edited session' },
    moved: { day: '2026-03-27', summary: 'CCPCJ: Moved session' },
    cancelled: { day: '2026-04-20', summary: 'CCPCJ: Cancelled session' },
    withdrawn: { day: '2026-05-04', summary: 'CCPCJ: Withdrawn session' },
    steady: { day: '2026-05-18', summary: 'CCPCJ: Steady session' },
    alphabets: { day: '2026-07-01', summary: 'CCPCJ: Réunion · 第三十五届会议 · مؤتمر · 🌍' },
    escaped: { day: '2026-07-02', summary: 'CCPCJ: Crime, drugs; "corruption" \\ and 100% more: END:VEVENT' },
  },
  second: {
    edited: { day: '2026-03-09', summary: 'CCPCJ: Edited session, now with a theme' },
    moved: { day: '2026-03-30', summary: 'CCPCJ: Moved session' },
    cancelled: { day: '2026-04-20', summary: 'CANCELLED: CCPCJ: Cancelled session' },
    withdrawn: { day: '2026-05-04', summary: 'CANCELLED: CCPCJ: Withdrawn session' },
    steady: { day: '2026-05-18', summary: 'CCPCJ: Steady session' },
    alphabets: { day: '2026-07-01', summary: 'CCPCJ: Réunion · 第三十五届会议 · مؤتمر · 🌍' },
    escaped: { day: '2026-07-02', summary: 'CCPCJ: Crime, drugs; "corruption" \\ and 100% more: END:VEVENT' },
  },
} as const satisfies Record<State, Record<string, { day: string; summary: string }>>
