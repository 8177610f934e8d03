import { columnRoles } from '../../read/tables/index.ts'
import { EventDocument } from '../api/schemas.ts'
import { Type } from '../http/schema/type.ts'

const optional = Type.Optional
const text = (description: string) => Type.String({ description })
const Role = Type.Enum([...columnRoles])

const { title, body, kind, session, group, part, status, notice, note, precision, start, end, startTime } =
  EventDocument.properties
const { endTime, timezone, days, sittings, dateText, venue, room, city, country, format, links, deadlines } =
  EventDocument.properties
const { access, description, organizer, contact } = EventDocument.properties

/** A meeting as it was read, in the fields of an event. */
const Meeting = Type.Object(
  {
    ...{ title, body, kind, session, group, part, status, notice, note, precision, start, end, startTime, endTime, timezone },
    ...{
      days,
      sittings,
      dateText,
      venue,
      room,
      city,
      country,
      format,
      links,
      deadlines,
      access,
      description,
      organizer,
      contact,
    },
  },
  { title: 'Meeting' },
)
const known = {
  uid: text('of the event'),
  url: text('address of its page'),
  title,
  start,
  end,
  dateText,
}

const Item = Type.Object(
  {
    id: Type.Integer({ description: 'its number in the proposal, from 1' }),
    kind: Type.Enum(['new', 'change', 'same', 'possible-duplicate']),
    ticked: Type.Boolean({ description: 'whether it is taken over where nothing else is said; nothing assumed is' }),
    assumed: Type.Boolean({ description: 'its year or day is not printed, and was assumed' }),
    doubts: Type.Array(text('what is to be looked at')),
    from: optional(text('the words, or the row, that it was read from')),
    meeting: Meeting,
    event: optional(Type.Object(known, { description: 'the event that it is' })),
    by: optional(text('by what it is known to be that event')),
    fields: Type.Array(Type.Object({ field: Type.String(), from: optional(Type.Unknown()), to: optional(Type.Unknown()) }), {
      description: 'what would change',
    }),
    candidates: Type.Array(Type.Object({ ...known, score: Type.Number(), reasons: Type.Array(Type.String()) }), {
      description: 'events that it may be, the likeliest first',
    }),
  },
  { title: 'ProposalItem' },
)

const summary = {
  id: text('of the proposal'),
  at: Type.String({ format: 'date-time', description: 'when it was handed in' }),
  author: text('the name of the key'),
  title: text('what it was: list.csv, a pasted text'),
  appliedAt: Type.Union([Type.String({ format: 'date-time', description: 'when it was taken over' }), Type.Null()]),
  actionId: Type.Union([Type.Integer({ description: 'the entry of the history, which undo takes back' }), Type.Null()]),
}

/** A proposal without what is in it. */
export const ProposalSummary = Type.Object(summary, { title: 'ProposalSummary' })

/** What would become of what was handed in. */
export const ProposalDocument = Type.Object(
  {
    ...summary,
    form: Type.Enum(['text', 'calendar', 'table', 'page'], { description: 'what it was understood to be' }),
    items: Type.Array(Item),
    counts: Type.Record(Type.String(), Type.Integer(), { description: 'items of each kind' }),
    unreadable: Type.Array(text('what could not be read, and why')),
    table: optional(
      Type.Object({
        header: Type.Array(Type.String()),
        sample: Type.Array(Type.Array(Type.String()), { description: 'the first rows' }),
        columns: Type.Array(Type.Union([Role, Type.Null()]), {
          description: 'what each column was taken to say; hand it in again with others to read it otherwise',
        }),
        sheet: optional(Type.String()),
        sheets: optional(Type.Array(Type.String())),
      }),
    ),
  },
  { title: 'Proposal' },
)
