import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Event } from '../../../event/index.ts'
import type { EditField } from '../../../reconcile/index.ts'
import { findEvent } from '../../../store/events/events.ts'
import { type TSchema, Type } from '../../http/schema/type.ts'
import { need } from '../../keys/guard.ts'
import type { Site } from '../../site.ts'
import type { Acts, Done, How } from '../acts.ts'
import { DoneDocument, FieldName, HowQuery } from '../answer/documents.ts'
import { problems } from '../answer/problem.ts'
import { byOf, howOf, sendDone } from '../answer/tell.ts'
import { checkVersion } from '../answer/version.ts'
import { whenOf } from '../body/draft.ts'
import { type FlatDraft, fields } from '../body/fields.ts'
import { EventName } from './events.ts'

type Said = Pick<FlatDraft, 'note' | 'start' | 'end' | 'startTime' | 'endTime' | 'timezone'> & { reason?: string }

const reason = Type.Optional(Type.String({ maxLength: 300, description: 'why; kept in the history, not shown to readers' }))
const note = Type.Optional(fields.note)
const closed = { additionalProperties: false } as const

/** Cancelling, postponing, withdrawing, restoring, and giving a field back to its sources. If-Match is compared where it is sent. */
export function lifeRoutes(app: FastifyInstance, site: Site, acts: Acts): void {
  const editor = need('editor', site)

  const ways: Record<
    string,
    { summary: string; body: TSchema; act: (id: string, said: Said, by: ReturnType<typeof byOf>, how: How) => Done }
  > = {
    cancel: {
      summary: 'Cancel an event; it stays in lists and feeds as cancelled.',
      body: Type.Object(
        { note, reason },
        { ...closed, examples: [{ note: 'Cancelled by the secretariat.', reason: 'mail of 3 February' }] },
      ),
      act: (id, { note }, by, how) => acts.cancel(id, note, by, how),
    },
    postpone: {
      summary: 'Postpone an event: to other days, or to days not known yet.',
      body: Type.Object(
        {
          note,
          reason,
          ...Object.fromEntries(
            (['start', 'end', 'startTime', 'endTime', 'timezone'] as const).map((name) => [
              name,
              Type.Optional(fields[name] as TSchema),
            ]),
          ),
        },
        { ...closed, examples: [{ note: 'New dates follow.' }, { start: '2027-03-09', startTime: '15:00' }] },
      ),
      act(id, { note, reason: _, ...days }, by, how) {
        const event = findEvent(site.store, id)
        const when = days.start
          ? whenOf({ ...(event?.when && { timezone: event.when.timezone }), ...days }, event?.body)
          : whenOf(days, event?.body)
        return acts.postpone(id, { note, when }, by, how)
      },
    },
    withdraw: {
      summary: 'Take an event out of lists and feeds; it stays where it is asked for by name.',
      body: Type.Object({ reason }, { ...closed, examples: [{ reason: 'entered twice' }] }),
      act: (id, _, by, how) => acts.withdraw(id, by, how),
    },
    restore: {
      summary: 'Take back that a person withdrew, cancelled or postponed an event.',
      body: Type.Object({ reason }, { ...closed, examples: [{}] }),
      act: (id, _, by, how) => acts.restore(id, by, how),
    },
  }

  for (const [name, { summary, body, act }] of Object.entries(ways)) {
    app.post<{ Params: { id: string }; Body: Said | undefined }>(
      `/api/events/:id/${name}`,
      {
        ...editor,
        schema: {
          tags: ['writing'],
          security: [{ key: [] }, { session: [] }],
          summary,
          params: EventName,
          querystring: HowQuery,
          headers: Type.Object({ 'if-match': Type.Optional(Type.String({ description: 'ETag of the version that is meant' })) }),
          body,
          response: { 200: DoneDocument, ...problems(404, 409, 412, 422) },
        },
      },
      function changeLife(request, reply) {
        const said = request.body ?? {}
        const how = comparing(request, { ...howOf(request), ...(said.reason && { reason: said.reason }) })
        return sendDone(reply, act(request.params.id, said, byOf(request), how), how, site)
      },
    )
  }

  app.delete<{ Params: { id: string; field: EditField } }>(
    '/api/events/:id/edits/:field',
    {
      ...editor,
      schema: {
        tags: ['writing'],
        security: [{ key: [] }, { session: [] }],
        summary: 'Give a field back to its sources.',
        params: Type.Object({ ...EventName.properties, field: FieldName }),
        querystring: HowQuery,
        response: { 200: DoneDocument, ...problems(404, 409) },
      },
    },
    function release(request, reply) {
      const how = comparing(request, howOf(request))
      const done = acts.release(request.params.id, request.params.field, byOf(request), how)
      return sendDone(reply, done, how, site)
    },
  )

  function comparing(request: FastifyRequest, how: How): How {
    return { ...how, before: (event: Event) => checkVersion(request, event, site, { required: false }) }
  }
}
