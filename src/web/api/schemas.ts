import { bodyIds, formats, kinds, precisions, statuses } from '../../event/index.ts'
import { type TSchema, Type } from '../http/schema/type.ts'

const optional = (type: TSchema) => Type.Optional(type)
const text = (description: string) => Type.String({ description })
const day = (description: string) => Type.String({ format: 'date', description })
const instant = (description: string) => Type.String({ format: 'date-time', description })
const When = Type.Object({
  precision: Type.Enum([...precisions]),
  start: day('first day'),
  end: day('last day, inclusive'),
  startTime: optional(text('wall time HH:MM')),
  endTime: optional(text('wall time HH:MM')),
  timezone: text('IANA zone'),
  days: optional(Type.Array(day('one day'))),
  sittings: optional(Type.Array(Type.Object({ start: text('HH:MM'), end: optional(text('HH:MM')) }))),
})

/** An event as the API gives it; see publish/json.ts. */
export const EventDocument = Type.Object(
  {
    uid: text('lasting id, the UID in calendars'),
    slug: text('last part of the address of its page'),
    url: text('address of its page'),
    title: text('as its source wrote it'),
    summary: text('the title with body and status, as calendars show it'),
    body: Type.Enum([...bodyIds]),
    bodyName: text('the name of the body'),
    kind: Type.Enum([...kinds]),
    session: optional(Type.Integer({ description: 'number of the session' })),
    group: optional(text('group inside the body')),
    part: optional(text('part of the session')),
    status: Type.Enum([...statuses]),
    notice: optional(Type.Enum(['postponed', 'rescheduled', 'moved-online'])),
    note: optional(text('a sentence on status or dates')),
    state: Type.Enum(['listed', 'withdrawn', 'merged']),
    mergedInto: optional(text('uid of the event it was merged into')),
    precision: optional(
      Type.Enum([...precisions], { description: 'how exactly the dates are known; absent while there are none' }),
    ),
    start: optional(day('first day in the zone of the place')),
    end: optional(day('last day, inclusive')),
    startTime: optional(text('wall time HH:MM at which the first sitting opens')),
    endTime: optional(text('wall time HH:MM at which the last sitting closes')),
    timezone: optional(text('IANA zone of days and wall times')),
    startsAt: optional(instant('opening, when day and hour are known')),
    endsAt: optional(instant('close, when day and hour are known')),
    days: optional(Type.Array(day('one of the days of a meeting that does not last from start to end without a break'))),
    sittings: When.properties.sittings,
    dateText: optional(text('the dates in words')),
    previous: optional(When),
    venue: optional(text('where, as a person would say it')),
    room: optional(text('room')),
    city: optional(text('city')),
    country: optional(text('country')),
    format: optional(Type.Enum([...formats])),
    links: Type.Array(
      Type.Object({
        rel: Type.Enum(['page', 'registration', 'documents', 'stream']),
        url: text('address'),
        title: optional(text('words of the link')),
      }),
    ),
    deadlines: Type.Array(
      Type.Object({
        kind: Type.Enum(['registration', 'submission', 'nomination', 'other']),
        date: day('last day'),
        time: optional(text('HH:MM')),
        text: text('the words it was read from'),
      }),
    ),
    access: optional(text('how civil society may attend')),
    description: optional(text('plain text')),
    organizer: optional(text('who calls the meeting')),
    contact: optional(text("where to ask: a role's mail address or page")),
    parts: optional(Type.Array(text('uid of an event that is a part of it'))),
    conflicts: Type.Array(
      Type.Object({
        field: text('what sources say differently'),
        values: Type.Array(Type.Object({ value: Type.Unknown(), by: text('source'), url: optional(text('page')) })),
      }),
    ),
    missingSince: optional(instant('no source prints it any more since then')),
    sequence: Type.Integer({ description: 'revision, SEQUENCE in calendars' }),
    created: instant('first read'),
    lastModified: instant('last changed as readers see it'),
    speakers: optional(
      Type.Array(
        Type.Unknown({
          description:
            'with ?provenance=true: the listings that speak for it, with the words they were read from and the reason for the year',
        }),
      ),
    ),
    said: optional(Type.Unknown({ description: 'with ?provenance=true: who said each field, and when' })),
  },
  { title: 'Event' },
)

/** A page of events. */
export const EventPage = Type.Object(
  {
    events: Type.Array(EventDocument),
    cursor: Type.Union([Type.String(), Type.Null()], {
      description: 'ask again with this cursor for what follows; null at the end',
    }),
    next: Type.Union([Type.String(), Type.Null()], { description: 'the address of what follows; null at the end' }),
  },
  { title: 'EventPage' },
)

/** A source and how it is. */
export const SourceDocument = Type.Object(
  {
    id: text('id'),
    title: text('what it is'),
    publisher: text('who publishes it'),
    body: optional(Type.Enum([...bodyIds])),
    pages: Type.Array(text('an address it is read from')),
    state: Type.Enum(['healthy', 'new', 'failing', 'refused', 'paused'], { description: 'in one word' }),
    says: text('in a sentence'),
    lastRun: Type.Union([
      Type.Null(),
      Type.Object({
        outcome: Type.Enum(['accepted', 'unchanged', 'refused', 'failed']),
        sentence: Type.Union([Type.String(), Type.Null()]),
        startedAt: instant('when it began'),
        endedAt: instant('when it ended'),
        counts: Type.Object({
          added: Type.Integer(),
          changed: Type.Integer(),
          same: Type.Integer(),
          missing: Type.Integer(),
          issues: Type.Integer(),
        }),
      }),
    ]),
    lastSuccessAt: Type.Union([Type.Null(), instant('end of the last run that was accepted or found nothing changed')]),
    failingSince: Type.Union([Type.Null(), instant('first failure since the last success')]),
    nextVisitAt: Type.Union([Type.Null(), instant('when it is visited next')]),
    issues: Type.Array(
      Type.Object({
        sentence: text('what could not be read'),
        url: optional(text('where')),
        printed: optional(text('the words')),
      }),
    ),
  },
  { title: 'Source' },
)
