import type { FastifyInstance } from 'fastify'
import { type Change, changesAfter, changesOf, firstChangeAt, lastChange } from '../../../store/events/changes.ts'
import { findEvent } from '../../../store/events/events.ts'
import { sourcesOf } from '../../../store/visits/runs.ts'
import { openHeaders } from '../../api/events.ts'
import { Problem, ProblemDocument, wrongParameters } from '../../http/refuse/problem.ts'
import { isCalendarDay } from '../../http/schema/check.ts'
import { Type } from '../../http/schema/type.ts'
import type { Site } from '../../site.ts'
import { ChangeDocument } from '../answer/documents.ts'
import { sendJson, tellChange } from '../answer/tell.ts'

const Told = Type.Object(
  {
    ...ChangeDocument.properties,
    id: Type.Integer({ description: 'number of the change; they only grow' }),
    at: Type.String({ format: 'date-time' }),
    by: Type.Optional(
      Type.String({ description: 'the source that made it, or desk for a person; nobody where the service itself changed' }),
    ),
  },
  { title: 'NumberedChange' },
)

/** What became of events, for mirrors: open to all, as the events are. */
export function changeRoutes(app: FastifyInstance, site: Site): void {
  const { store } = site

  app.get<{ Querystring: { since?: string; limit?: number } }>(
    '/api/changes',
    {
      schema: {
        tags: ['events'],
        summary:
          'What became of events since a cursor, oldest first: new, moved, changed, cancelled, withdrawn, restored, merged. A mirror reads each event told of again and drops what is listed no more; that only its stamps or conflicts moved is not told.',
        querystring: Type.Object(
          {
            since: Type.Optional(
              Type.String({
                maxLength: 40,
                description:
                  'the cursor of an earlier answer, a day or instant such as 2026-11-01, or "now"; the beginning if not said',
              }),
            ),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'changes on a page; 200 if not said' })),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object(
            {
              changes: Type.Array(Told),
              cursor: Type.String({ description: 'ask again with since=<this> for what comes after' }),
              more: Type.Boolean({ description: 'true: there is more already' }),
            },
            { title: 'Changes' },
          ),
          400: ProblemDocument,
          410: ProblemDocument,
        },
      },
    },
    function changes(request, reply) {
      const { since, limit = 200 } = request.query
      const after = positionOf(since)
      const found = changesAfter(store, after, limit + 1)
      const shown = found.slice(0, limit)
      reply.headers(openHeaders)
      return sendJson(reply, { changes: numbered(shown), cursor: String(shown.at(-1)?.id ?? after), more: found.length > limit })
    },
  )

  app.get<{ Params: { id: string } }>(
    '/api/events/:id/changes',
    {
      schema: {
        tags: ['events'],
        summary: 'What became of one event, newest first.',
        params: Type.Object({ id: Type.String({ maxLength: 300, description: 'uid or slug' }) }),
        querystring: Type.Object({}, { additionalProperties: false }),
        response: {
          200: Type.Object({ changes: Type.Array(Told) }, { title: 'ChangesOfEvent' }),
          400: ProblemDocument,
          404: ProblemDocument,
        },
      },
    },
    function changesOfEvent(request, reply) {
      const event = findEvent(store, request.params.id)
      if (!event) throw new Problem(404, `There is no event "${request.params.id}".`)
      reply.headers(openHeaders)
      return sendJson(reply, { changes: numbered(changesOf(store, event.uid)) })
    },
  )

  /** Changes with their numbers and who made them; of people readers are not told the names. */
  function numbered(changes: Change[]) {
    const sources = sourcesOf(
      store,
      changes.flatMap(({ runId }) => runId ?? []),
    )
    return changes.map(({ id, at, runId, actionId, entry }) => {
      const by = sources.get(runId ?? 0) ?? (actionId === null ? undefined : 'desk')
      return { id, at, ...(by !== undefined && { by }), ...tellChange(entry, site) }
    })
  }

  /** The number of the change after which to go on. */
  function positionOf(since: string | undefined): number {
    const last = lastChange(store)
    if (since === undefined) return 0
    if (since === 'now') return last
    if (/^\d{1,15}$/.test(since)) {
      if (Number(since) <= last) return Number(since)
      throw new Problem(
        410,
        'This cursor is ahead of the history, which was begun again: read all events anew, then go on with since=now.',
      )
    }
    const isInstant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?$/.test(since) && isCalendarDay(since.slice(0, 10))
    const at = isInstant ? Date.parse(since) : Number.NaN
    if (Number.isNaN(at))
      throw wrongParameters([
        {
          parameter: 'since',
          detail:
            'The parameter "since" must be a cursor that this service gave, a day like 2026-11-01, an instant like 2026-11-01T09:00:00Z, or now.',
        },
      ])
    const first = firstChangeAt(store, new Date(at).toISOString())
    return first === undefined ? last : first - 1
  }
}
