import type { FastifyInstance } from 'fastify'
import { bodyIds, type Event, formats, kinds, statuses } from '../../event/index.ts'
import { toJson } from '../../publish/index.ts'
import { findEvent, listEvents, type Position, watchEvents } from '../../store/events/events.ts'
import { speakersNow } from '../../store/visits/listings.ts'
import { securityHeaders } from '../http/answer/headers.ts'
import { type Kept, keep } from '../http/answer/kept.ts'
import { sendKept } from '../http/answer/send.ts'
import { makeShelf } from '../http/answer/shelf.ts'
import { readPosition, writePosition } from '../http/cursor.ts'
import { Problem, ProblemDocument, wrongParameters } from '../http/refuse/problem.ts'
import { type Static, Type } from '../http/schema/type.ts'
import type { Site } from '../site.ts'
import { EventDocument, EventPage } from './schemas.ts'

const EventQuery = Type.Object(
  {
    body: Type.Optional(Type.Array(Type.Enum([...bodyIds]), { description: 'bodies' })),
    kind: Type.Optional(Type.Array(Type.Enum([...kinds]), { description: 'kinds of meeting' })),
    status: Type.Optional(Type.Array(Type.Enum([...statuses]), { description: 'statuses' })),
    format: Type.Optional(Type.Array(Type.Enum([...formats]), { description: 'how people attend' })),
    place: Type.Optional(Type.String({ maxLength: 100, description: 'words of venue, city or country, at most 100 characters' })),
    from: Type.Optional(Type.String({ format: 'date', description: 'meetings that last until this day or longer' })),
    to: Type.Optional(Type.String({ format: 'date', description: 'meetings that begin on this day or earlier' })),
    q: Type.Optional(
      Type.String({ maxLength: 200, description: 'beginnings of words of title, place or description, at most 200 characters' }),
    ),
    cursor: Type.Optional(Type.String({ maxLength: 300, description: 'the cursor of the page before' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'events on a page; 50 if not said' })),
  },
  { additionalProperties: false },
)

/** Answers of the API may be asked for by scripts of any site; they are checked with us at each use. */
export const openHeaders = {
  ...securityHeaders,
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link',
}

/** `/api/events` and `/api/events/<uid or slug>`. */
export function eventRoutes(app: FastifyInstance, site: Site): void {
  const shelf = makeShelf<string>(16_000_000)
  const version = watchEvents(site.store)

  app.get<{ Querystring: Static<typeof EventQuery> }>(
    '/api/events',
    {
      schema: {
        tags: ['events'],
        summary: 'Events in the order of their first day, page by page.',
        querystring: EventQuery,
        response: { 200: EventPage, 400: ProblemDocument },
      },
      // Before the query is read: what is asked often is kept under the address as it was written.
      preValidation: async function fromShelf(request, reply) {
        const place = shelf.find(request.url)
        if (place?.mark === version()) return sendKept(request, reply, place.kept)
      },
    },
    function events(request, reply) {
      const mark = version()
      const { cursor, limit = 50, body, kind, status, format, ...rest } = request.query
      const after = cursor === undefined ? undefined : readCursor(cursor)
      const filter = { ...rest, bodies: body, kinds: kind, statuses: status, formats: format }
      const found = listEvents(site.store, filter, { after, limit: limit + 1 })
      const shown = found.slice(0, limit)
      const last = found.length > limit ? shown.at(-1) : undefined
      const following = last ? writePosition({ start: last.when?.start ?? null, uid: last.uid }) : null
      const next = following && nextAddress(site.publicUrl, request.url, following)
      const events = shown.map((event) => toJson(event, site))
      const kept = keepJson({ events, cursor: following, next }, next ? { link: `<${next}>; rel="next"` } : {})
      shelf.put(request.url, kept, mark)
      return sendKept(request, reply, kept)
    },
  )

  app.get<{ Params: { id: string }; Querystring: { provenance?: boolean } }>(
    '/api/events/:id',
    {
      schema: {
        tags: ['events'],
        summary: 'One event by its uid or slug; cancelled, withdrawn and merged ones too.',
        params: Type.Object({ id: Type.String({ description: 'uid or slug' }) }),
        querystring: Type.Object(
          { provenance: Type.Optional(Type.Boolean({ description: 'true: also who said what, and when' })) },
          { additionalProperties: false },
        ),
        response: { 200: EventDocument, 400: ProblemDocument, 404: ProblemDocument },
      },
    },
    function event(request, reply) {
      const { id } = request.params
      const found = findEvent(site.store, id)
      if (!found) throw new Problem(404, `There is no event "${id}".`)
      return sendKept(request, reply, keepJson(request.query.provenance ? withProvenance(found, site) : toJson(found, site)))
    },
  )
}

/** An event with who said what of it, since when, and when it was last seen to be said. */
export function withProvenance(event: Event, site: Pick<Site, 'store' | 'publicUrl'>) {
  return toJson({ ...event, speakers: speakersNow(site.store, event) }, { ...site, provenance: true })
}

/** A value as JSON, kept for sending. */
export function keepJson(value: unknown, headers: Record<string, string> = {}): Kept {
  return keep(Buffer.from(JSON.stringify(value)), {
    type: 'application/json; charset=utf-8',
    cacheControl: 'public, no-cache',
    headers: { ...openHeaders, ...headers },
  })
}

function readCursor(cursor: string): Position {
  const position = readPosition(cursor)
  if (position) return position
  throw wrongParameters([
    { parameter: 'cursor', detail: 'The parameter "cursor" is none that this service gave: leave it out to begin again.' },
  ])
}

function nextAddress(publicUrl: string, url: string, cursor: string): string {
  const { pathname, searchParams } = new URL(url, publicUrl)
  searchParams.set('cursor', cursor)
  return `${publicUrl}${pathname}?${searchParams}`
}
