import type { Source } from '#source'
import type { Event } from '../../../src/event/index.ts'
import { anEvent, aWhen } from '../../build.ts'

/** A title that is no title: whoever prints it must print it as text. */
const hostileTitle = '</script><script>alert(1)</script><img src=x onerror=alert(2)> & "quoted" \u202etxt'

/** The sources of {@link meetings}. */
export const sources: Source[] = [
  ['ccpcj', 'Commission on Crime Prevention and Criminal Justice'],
  ['un', 'Calendar of the United Nations'],
].map(([id = '', title = '']) => ({
  id,
  title,
  publisher: 'UNODC',
  pages: [`https://meetings.example/${id}`],
  timezone: 'Europe/Vienna',
  every: '12 hours',
  extract: () => ({ listings: [], issues: [] }) as never,
}))

const said = (by: string) => ({ by, at: '2026-02-01T06:00:00Z', url: `https://meetings.example/${by}` })

/** A meeting of every kind that pages must show rightly, as they stand on 2 March 2026. */
export const meetings: Event[] = [
  anEvent({
    uid: 'session',
    conflicts: [
      {
        field: 'when',
        values: [
          { value: aWhen(), said: said('ccpcj') },
          { value: aWhen({ start: '2026-05-25', end: '2026-05-29' }), said: said('un') },
        ],
      },
    ],
    deadlines: [{ kind: 'registration', date: '2026-04-30', text: 'Registration closes on 30 April 2026.' }],
    access: 'Organizations in consultative status with ECOSOC may attend.',
    said: { when: said('ccpcj'), title: said('ccpcj') },
  }),
  anEvent({
    uid: 'hours',
    slug: 'cnd-intersessional',
    body: 'CND',
    kind: 'intersessional',
    session: 69,
    title: 'Second intersessional meeting of the Commission on Narcotic Drugs: Réunion intersessions à Genève',
    when: aWhen({ start: '2026-03-12', startTime: '10:00', endTime: '13:00' }),
    place: { venue: 'Vienna International Centre', room: 'Boardroom D', city: 'Vienna', country: 'Austria', format: 'hybrid' },
  }),
  anEvent({
    uid: 'cancelled',
    slug: 'cosp-irg-17',
    body: 'COSP',
    kind: 'review-group',
    title: 'Implementation Review Group, seventeenth session',
    when: aWhen({ start: '2026-06-15', end: '2026-06-19' }),
    status: 'cancelled',
  }),
  anEvent({
    uid: 'moved',
    slug: 'untoc-cop-13',
    body: 'UNTOC',
    title: 'Thirteenth session of the Conference of the Parties',
    when: aWhen({ start: '2026-10-12', end: '2026-10-16' }),
    was: aWhen({ start: '2026-10-05', end: '2026-10-09' }),
    notice: 'rescheduled',
  }),
  anEvent({
    uid: 'month',
    slug: 'hlpf-2026',
    body: 'HLPF',
    title: 'High-level Political Forum',
    when: aWhen({ precision: 'month', start: '2026-07-01', end: '2026-07-31', timezone: 'America/New_York' }),
    place: { city: 'New York', country: 'United States of America' },
  }),
  anEvent({
    uid: 'past',
    slug: 'cnd-past',
    body: 'CND',
    title: 'A past meeting',
    when: aWhen({ start: '2026-01-12', end: '2026-01-13' }),
  }),
  anEvent({ uid: 'hostile', slug: 'hostile', body: 'OTHER', title: hostileTitle, when: aWhen({ start: '2026-04-01' }) }),
  (({ when: _, ...undated }) =>
    ({ ...undated, uid: 'undated', slug: 'alliance-undated', body: 'ALLIANCE', title: 'Annual meeting' }) as Event)(anEvent()),
]

/** A feed that an editor saved, of the drugs commission's meetings. */
export const savedFeed = {
  id: 'open',
  name: 'vienna-drugs',
  title: 'Drugs in Vienna',
  description: 'For members who follow drugs.',
  color: 'teal' as const,
  selection: { bodies: ['CND' as const] },
  createdAt: '2026-03-01T00:00:00.000Z',
  changedAt: '2026-03-01T00:00:00.000Z',
  closedAt: null,
}
