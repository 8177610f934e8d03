import { bodyIds, formats, kinds, precisions, statuses } from '../../../event/index.ts'
import { type Static, type TSchema, Type } from '../../http/schema/type.ts'

const text = (maxLength: number, description: string, minLength = 1) => Type.String({ minLength, maxLength, description })
const day = (description: string) =>
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: `${description}, YYYY-MM-DD`, examples: ['2027-02-09'] })
const hour = (description: string) =>
  Type.String({
    pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$',
    description: `${description}, HH:MM on the clock of the place`,
    examples: ['15:00'],
  })
const part = (description: string) => Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80, description })
const closed = { additionalProperties: false } as const

/** What a meeting can be said to be, field by field, as in what the API gives. */
export const fields = {
  title: text(220, 'one line of plain text'),
  body: Type.Enum([...bodyIds], { description: 'whose meeting it is; OTHER when not said' }),
  kind: Type.Enum([...kinds], { description: 'other when not said' }),
  session: Type.Integer({ minimum: 1, maximum: 999, description: 'number of the session' }),
  group: part('a group inside the body: asset-recovery'),
  part: part('a part of a session: resumed'),
  status: Type.Enum([...statuses], { description: 'confirmed when not said' }),
  notice: Type.Enum(['postponed', 'rescheduled', 'moved-online']),
  note: text(1000, 'a sentence for readers on status or dates'),
  precision: Type.Enum([...precisions], { description: 'how exactly the dates are known; day when not said' }),
  start: day('first day; leave it out while no date is known'),
  end: day('last day, inclusive; the first when not said'),
  startTime: hour('when the first sitting opens'),
  endTime: hour('when the last sitting of a day closes'),
  timezone: text(60, 'IANA zone of days and hours; that of the seat of the body when not said'),
  days: Type.Array(day('a day of a meeting that is not on all of start to end'), { maxItems: 100 }),
  sittings: Type.Array(Type.Object({ start: hour('from'), end: Type.Optional(hour('to')) }, closed), {
    maxItems: 20,
    description: 'the sittings of each day',
  }),
  venue: text(300, 'where, as a person would say it'),
  room: text(100, 'room'),
  city: text(100, 'city'),
  country: text(100, 'country'),
  format: Type.Enum([...formats], { description: 'how people attend' }),
  links: Type.Array(
    Type.Object(
      {
        rel: Type.Enum(['page', 'registration', 'documents', 'stream']),
        url: Type.String({ maxLength: 2000, pattern: '^https?://', description: 'address of the web' }),
        title: Type.Optional(text(200, 'words of the link', 0)),
      },
      closed,
    ),
    { maxItems: 30 },
  ),
  deadlines: Type.Array(
    Type.Object(
      {
        kind: Type.Enum(['registration', 'submission', 'nomination', 'other']),
        date: day('last day'),
        time: Type.Optional(hour('until')),
        text: Type.Optional(text(500, 'in words', 0)),
      },
      closed,
    ),
    { maxItems: 30 },
  ),
  access: text(2000, 'how civil society may attend'),
  description: text(20_000, 'plain text'),
  organizer: text(300, 'who calls the meeting'),
  contact: text(300, "a role's mail address or page, never a person's: secretariat@example.org"),
}

type Fields = typeof fields

/** What the service itself says of an event: taken back with what a reader got from here, and left alone. */
const own = Object.fromEntries(
  'uid slug url summary bodyName state mergedInto startsAt endsAt dateText previous parts conflicts missingSince sequence created lastModified speakers said'
    .split(' ')
    .map((name) => [name, Type.Optional(Type.Unknown({ readOnly: true, description: 'left alone' }))]),
) as Record<string, TSchema>

const { title, ...others } = fields
const optional = Object.fromEntries(Object.entries(others).map(([name, schema]) => [name, Type.Optional(schema as TSchema)]))

const briefing = {
  title: 'Briefing of new members',
  body: 'ALLIANCE',
  kind: 'briefing',
  start: '2027-02-09',
  startTime: '15:00',
  endTime: '16:30',
  venue: 'Vienna International Centre, room C4',
  format: 'hybrid',
  links: [{ rel: 'registration', url: 'https://alliance.example/briefing' }],
  deadlines: [{ kind: 'registration', date: '2027-02-01' }],
  contact: 'secretariat@alliance.example',
}

/** A meeting as a person enters it. */
export const EventDraft = Type.Object({ title, ...optional }, { ...closed, title: 'EventDraft', examples: [briefing] })

/** A meeting as it shall be from now on: what is not said is emptied. */
export const EventReplacement = Type.Object(
  { title, ...optional, ...own },
  { ...closed, title: 'EventReplacement', examples: [briefing] },
)

/** What is to be changed (RFC 7396): fields said are set, `null` empties, the others stay. */
export const EventPatch = Type.Object(
  Object.fromEntries(
    Object.entries(fields).map(([name, schema]) => [name, Type.Optional(Type.Union([schema as TSchema, Type.Null()]))]),
  ),
  { ...closed, title: 'EventPatch', examples: [{ room: 'M-Plenary', access: null }] },
)

/** A meeting that is repeated. */
export const SeriesDraft = Type.Object(
  {
    title,
    ...optional,
    start: fields.start,
    rule: Type.String({
      minLength: 1,
      maxLength: 500,
      description: 'RFC 5545 section 3.3.10, with COUNT or UNTIL; at most 200 meetings and five years',
    }),
    except: Type.Optional(Type.Array(day('a day that is left out'), { maxItems: 200 })),
  },
  {
    ...closed,
    title: 'SeriesDraft',
    examples: [
      {
        title: 'Monthly call',
        body: 'ALLIANCE',
        kind: 'informal-meeting',
        start: '2027-02-09',
        startTime: '15:00',
        endTime: '16:00',
        timezone: 'Europe/Vienna',
        rule: 'FREQ=MONTHLY;BYDAY=2TU;COUNT=10',
      },
    ],
  },
)

/** {@link EventDraft} as TypeScript sees it. */
export type FlatDraft = { [Name in keyof Fields]?: Static<Fields[Name]> } & { title: string }

/** {@link EventPatch} as TypeScript sees it. */
export type FlatPatch = { [Name in keyof Fields]?: Static<Fields[Name]> | null }
