import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inTransaction } from '../../../store/database.ts'
import { findEvent } from '../../../store/events/events.ts'
import { Type } from '../../http/schema/type.ts'
import { need } from '../../keys/guard.ts'
import type { Site } from '../../site.ts'
import { ActRefused, type Acts, type Done, type How } from '../acts.ts'
import { DoneDocument, HowQuery } from '../answer/documents.ts'
import { again, once } from '../answer/once.ts'
import { problems } from '../answer/problem.ts'
import { addressOf, byOf, howOf, sendDone, tellDone } from '../answer/tell.ts'
import { checkVersion } from '../answer/version.ts'
import { draftOf, patchOf } from '../body/draft.ts'
import { EventDraft, EventPatch, EventReplacement, type FlatDraft, type FlatPatch, SeriesDraft } from '../body/fields.ts'

/** Of a route about one event. */
export const EventName = Type.Object({ id: Type.String({ maxLength: 300, description: 'uid or slug' }) })

const OnceHeader = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({ maxLength: 200, description: 'the same request under the same name is done once' }),
  ),
})
const VersionHeader = Type.Object({
  'if-match': Type.Optional(Type.String({ description: 'ETag of the version that is changed' })),
})

const Tried = Type.Object(DoneDocument.properties, { title: 'Done', description: 'What would come of it, in a dry run.' })

/** Entering, replacing and changing events, and series. */
export function eventWriting(app: FastifyInstance, site: Site, acts: Acts): void {
  const editor = need('editor', site)
  const shared = { tags: ['writing'], security: [{ key: [] }, { session: [] }], querystring: HowQuery }

  app.post<{ Body: FlatDraft }>(
    '/api/events',
    {
      ...editor,
      schema: {
        ...shared,
        summary: 'Enter a meeting; what may be the same is answered with it.',
        headers: OnceHeader,
        body: EventDraft,
        response: { 200: Tried, 201: DoneDocument, ...problems(409, 422) },
      },
    },
    (request, reply) => create(request, reply, (how) => acts.createEvent(draftOf(request.body), byOf(request), how)),
  )

  app.post<{ Body: FlatDraft & { rule: string; except?: string[] } }>(
    '/api/series',
    {
      ...editor,
      schema: {
        ...shared,
        summary: 'Enter a meeting that is repeated; each becomes an event of its own.',
        headers: OnceHeader,
        body: SeriesDraft,
        response: { 200: Tried, 201: DoneDocument, ...problems(409, 422) },
      },
    },
    (request, reply) => {
      const { rule, except, ...draft } = request.body
      return create(request, reply, (how) => acts.createSeries({ draft: draftOf(draft), rule, except }, byOf(request), how))
    },
  )

  app.put<{ Params: { id: string }; Body: FlatDraft }>(
    '/api/events/:id',
    {
      ...editor,
      schema: {
        ...shared,
        summary: 'Make an event say just this; what its sources say otherwise is kept beneath.',
        params: EventName,
        headers: VersionHeader,
        body: EventReplacement,
        response: { 200: DoneDocument, ...problems(404, 409, 412, 422, 428) },
      },
    },
    function replace(request, reply) {
      const how = { ...howOf(request), before: (event: Parameters<typeof checkVersion>[1]) => checkVersion(request, event, site) }
      const done = acts.replaceEvent(request.params.id, draftOf(request.body), byOf(request), how)
      // RFC 9110 section 9.3.4: no ETag, for the event is not kept as it was sent; it is in the body.
      return sendDone(reply, done, how, site, { etag: false })
    },
  )

  app.patch<{ Params: { id: string }; Body: FlatPatch }>(
    '/api/events/:id',
    {
      ...editor,
      schema: {
        ...shared,
        summary: 'Change fields of an event (RFC 7396, application/merge-patch+json).',
        consumes: ['application/merge-patch+json'],
        params: EventName,
        headers: VersionHeader,
        body: EventPatch,
        response: { 200: DoneDocument, ...problems(404, 409, 412, 422, 428) },
      },
    },
    function change(request, reply) {
      const { id } = request.params
      const event = findEvent(site.store, id)
      if (!event) throw new ActRefused('unknown', `There is no event "${id}".`)
      const how = { ...howOf(request), before: (now: typeof event) => checkVersion(request, now, site) }
      // What is merged into what is there must not change in between; this and the act are one transaction.
      const done = inTransaction(site.store, () =>
        acts.changeEvent(id, patchOf(request.body, findEvent(site.store, id) ?? event), byOf(request), how),
      )
      return sendDone(reply, done, how, site)
    },
  )

  /** Does what makes something new: once for each Idempotency-Key, answered with 201 and where it is. */
  function create(request: FastifyRequest, reply: FastifyReply, act: (how: How) => Done): FastifyReply {
    const how = howOf(request)
    const known = how.dryRun ? undefined : once(request, site)
    if (known?.before) return again(reply, known.before)
    const done = act({
      ...how,
      after(made) {
        if (!made.event) return
        const told = tellDone(made, how, site)
        known?.remember({ status: 201, headers: headersOf(made, told.etag), body: JSON.stringify(told) })
      },
    })
    if (how.dryRun) return sendDone(reply.code(200), done, how, site)
    if (done.event) reply.header('location', `${site.publicUrl}${addressOf(done.event)}`)
    return sendDone(reply.code(201), done, how, site)
  }

  function headersOf(done: Done, etag: string | undefined): Record<string, string> {
    return {
      'cache-control': 'no-store',
      ...(done.event && { location: `${site.publicUrl}${addressOf(done.event)}` }),
      ...(etag && { etag }),
    }
  }
}
