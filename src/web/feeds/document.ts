import { bodyIds, formats, kinds } from '../../event/index.ts'
import { alarmPattern, colors, type Selection } from '../../publish/index.ts'
import { type Static, Type } from '../http/schema/type.ts'

const list = (ids: readonly string[], description: string) => Type.Array(Type.Enum([...ids]), { maxItems: 50, description })
const words = (description: string) => Type.String({ minLength: 1, maxLength: 100, description })
const events = (description: string) => Type.Array(Type.String({ minLength: 1, maxLength: 300 }), { maxItems: 500, description })
const closed = { additionalProperties: false } as const

/** What a saved feed holds, by the names of the parameters of a feed's address; what is absent is not asked for. */
export const SelectionDocument = Type.Object(
  {
    body: Type.Optional(list(bodyIds, 'bodies')),
    kind: Type.Optional(list(kinds, 'kinds of meeting')),
    place: Type.Optional(words('words of venue, city or country')),
    format: Type.Optional(Type.Enum([...formats], { description: 'how people attend' })),
    q: Type.Optional(words('words of title, description or the name of the body')),
    events: Type.Optional(events('uids of meetings that are in whatever the rest says; alone, they are all that is')),
    exclude: Type.Optional(
      Type.Object(
        {
          body: Type.Optional(list(bodyIds, 'bodies to leave out')),
          kind: Type.Optional(list(kinds, 'kinds to leave out')),
          q: Type.Optional(words('what is left out')),
          events: Type.Optional(events('uids of meetings to leave out')),
        },
        closed,
      ),
    ),
    past: Type.Optional(Type.Integer({ minimum: 0, maximum: 3650, description: 'days back; 90 if not said' })),
    ahead: Type.Optional(Type.Integer({ minimum: 1, maximum: 120, description: 'months ahead; 18 if not said' })),
    cancelled: Type.Optional(Type.Enum(['mark', 'hide'], { description: 'cancelled meetings are shown as such or left out' })),
    tentative: Type.Optional(Type.Enum(['include', 'hide'], { description: 'unconfirmed ones are shown as such or left out' })),
    alarm: Type.Optional(
      Type.String({ pattern: alarmPattern.source, description: 'a reminder before the start: 30m, 2h, 1d, 1w' }),
    ),
    deadlines: Type.Optional(Type.Boolean({ description: 'deadlines as entries of their own' })),
    imprecise: Type.Optional(Type.Boolean({ description: 'also meetings of which only the month is known' })),
  },
  { ...closed, title: 'Selection' },
)

/** {@link SelectionDocument} as TypeScript sees it. */
export type SelectionDocument = Static<typeof SelectionDocument>

const fields = {
  name: Type.String({
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
    minLength: 2,
    maxLength: 60,
    description: 'last part of its addresses: small letters, digits, single hyphens between',
  }),
  title: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S', description: 'what calendar programs call it' }),
  description: Type.String({ maxLength: 500, description: 'what it is for; the title when not said' }),
  color: Type.Enum(Object.keys(colors) as (keyof typeof colors)[], { description: 'a colour of CSS; steelblue when not said' }),
  selection: SelectionDocument,
}

const example = {
  name: 'vienna-drugs-and-crime',
  title: 'Drugs and crime in Vienna',
  selection: { body: ['CCPCJ', 'CND'], exclude: { kind: ['briefing'] } },
}

/** A feed as an editor saves it. */
export const FeedDraftDocument = Type.Object(
  {
    name: fields.name,
    title: fields.title,
    description: Type.Optional(fields.description),
    color: Type.Optional(fields.color),
    selection: Type.Optional(fields.selection),
  },
  { ...closed, title: 'FeedDraft', examples: [example] },
)

/** What is to be changed of a saved feed; a selection said takes the place of the old one whole. */
export const FeedPatchDocument = Type.Partial(Type.Object(fields), {
  ...closed,
  title: 'FeedPatch',
  examples: [{ title: example.title }],
})

/** A feed as it is told. */
export const FeedDocument = Type.Object(
  {
    ...fields,
    state: Type.Enum(['always', 'open', 'closed'], { description: 'always: it comes with the service and cannot be changed' }),
    formerNames: Type.Array(Type.String(), { description: 'names it had; they lead to it for ever' }),
    url: Type.String({ description: 'its page' }),
    addresses: Type.Object({ ics: Type.String(), atom: Type.String(), json: Type.String(), embed: Type.String() }),
    createdAt: Type.Optional(Type.String({ format: 'date-time' })),
    changedAt: Type.Optional(Type.String({ format: 'date-time' })),
    closedAt: Type.Optional(Type.String({ format: 'date-time' })),
  },
  { title: 'Feed' },
)

/** A selection from its document; only what is said. */
export function selectionOf({ exclude, body, kind, events: uids, past, ahead, ...rest }: SelectionDocument): Partial<Selection> {
  const said = {
    ...rest,
    bodies: body,
    kinds: kind,
    uids,
    pastDays: past,
    aheadMonths: ahead,
    exclude: exclude && defined({ bodies: exclude.body, kinds: exclude.kind, q: exclude.q, uids: exclude.events }),
  }
  return defined(said) as Partial<Selection>
}

/** The document of a selection: the reverse of {@link selectionOf}. */
export function tellSelection({ exclude, bodies, kinds: kind, uids, pastDays, aheadMonths, ...rest }: Partial<Selection>) {
  return defined({
    body: bodies,
    kind,
    ...rest,
    events: uids,
    past: pastDays,
    ahead: aheadMonths,
    exclude: exclude && defined({ body: exclude.bodies, kind: exclude.kinds, q: exclude.q, events: exclude.uids }),
  })
}

function defined(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
