import type { Body, Kind } from '../../event/index.ts'
import { formats } from '../../event/index.ts'
import { alarmPattern, type Language, languages, type Selection } from '../../publish/index.ts'
import { type Static, Type } from '../http/schema/type.ts'

const day = (which: string) => Type.String({ format: 'date', description: `${which} day, YYYY-MM-DD, inclusive` })
const names = (what: string) =>
  Type.Array(Type.String({ pattern: '^[A-Za-z0-9-]{1,40}$', description: 'an id of letters, digits and hyphens' }), {
    description: `${what}, commas between`,
  })
const words = (where: string) =>
  Type.String({ maxLength: 100, description: `words that all stand in ${where}, at most 100 characters` })

/** What may be asked of a feed, in its address. A body or kind that there is not makes an empty calendar: addresses outlive names. */
export const FeedQuery = Type.Object(
  {
    body: Type.Optional(names('bodies')),
    kind: Type.Optional(names('kinds of meeting')),
    place: Type.Optional(words('venue, city or country')),
    format: Type.Optional(Type.Enum([...formats], { description: 'how people attend' })),
    q: Type.Optional(words('title, description or the name of the body')),
    from: Type.Optional(day('first')),
    to: Type.Optional(day('last')),
    past: Type.Optional(Type.Integer({ minimum: 0, maximum: 3650, description: 'days back; 90 if not said' })),
    ahead: Type.Optional(Type.Integer({ minimum: 1, maximum: 120, description: 'months ahead; 18 if not said' })),
    cancelled: Type.Optional(
      Type.Enum(['mark', 'hide'], { description: 'whether cancelled meetings are shown as such or left out' }),
    ),
    tentative: Type.Optional(
      Type.Enum(['include', 'hide'], { description: 'whether unconfirmed meetings are shown as such or left out' }),
    ),
    alarm: Type.Optional(
      Type.String({ pattern: alarmPattern.source, description: 'a time before the start like 30m, 2h, 1d or 1w' }),
    ),
    deadlines: Type.Optional(Type.Boolean({ description: 'registration and submission deadlines as entries of their own' })),
    imprecise: Type.Optional(Type.Boolean({ description: 'also meetings of which only the month is known' })),
    exclude: Type.Optional(Type.Array(Type.String({ maxLength: 80, description: 'uids to leave out' }))),
    'exclude-body': Type.Optional(names('bodies to leave out')),
    'exclude-kind': Type.Optional(names('kinds to leave out')),
    'exclude-q': Type.Optional(words('what is left out')),
    lang: Type.Optional(
      Type.Enum(Object.keys(languages) as Language[], {
        description: 'language of labels; titles stay as their source wrote them',
      }),
    ),
  },
  { additionalProperties: false },
)

/** A feed's parameters, read. */
export type FeedQuery = Static<typeof FeedQuery>

/** What an address asks of a feed: it can only take away from the feed, but says by itself how far back and ahead and how things are shown. */
export function narrowed(feed: Selection, query: { [Name in keyof FeedQuery]: FeedQuery[Name] | undefined }): Selection {
  const { pastDays, aheadMonths, cancelled, tentative, alarm, deadlines, imprecise, from, to } = feed
  const shown = defined({ pastDays, aheadMonths, cancelled, tentative, alarm, deadlines, imprecise, from, to })
  const exclude = defined({
    uids: query.exclude,
    bodies: query['exclude-body']?.map((id) => id.toUpperCase() as Body),
    kinds: query['exclude-kind']?.map((id) => id.toLowerCase() as Kind),
    q: query['exclude-q'],
  })
  const said = {
    bodies: query.body?.map((id) => id.toUpperCase() as Body),
    kinds: query.kind?.map((id) => id.toLowerCase() as Kind),
    place: query.place,
    format: query.format,
    q: query.q,
    from: query.from,
    to: query.to,
    pastDays: query.past,
    aheadMonths: query.ahead,
    cancelled: query.cancelled,
    tentative: query.tentative,
    alarm: query.alarm,
    deadlines: query.deadlines,
    imprecise: query.imprecise,
  }
  return { ...shown, ...defined(said), exclude, within: feed } as Selection
}

function defined<T extends Record<string, unknown>>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}
