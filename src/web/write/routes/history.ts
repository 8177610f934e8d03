import type { FastifyInstance } from 'fastify'
import { actionsBefore, changesByAction } from '../../../store/acts/actions.ts'
import { Type } from '../../http/schema/type.ts'
import { need } from '../../keys/guard.ts'
import type { Site } from '../../site.ts'
import type { Acts } from '../acts.ts'
import { ActionDocument, DoneDocument, HowQuery } from '../answer/documents.ts'
import { problems } from '../answer/problem.ts'
import { byOf, howOf, sendDone, sendJson, tellChange } from '../answer/tell.ts'

const shared = { tags: ['history'], security: [{ key: [] }, { session: [] }] }

/** Who did what, when, and what became of events; and taking it back. */
export function historyRoutes(app: FastifyInstance, site: Site, acts: Acts): void {
  const editor = need('editor', site)

  app.get<{ Querystring: { cursor?: number; actor?: string; limit?: number } }>(
    '/api/history',
    {
      ...editor,
      schema: {
        ...shared,
        summary: 'What people did and which runs were accepted, newest first.',
        querystring: Type.Object(
          {
            cursor: Type.Optional(
              Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: 'the cursor of the page before' }),
            ),
            actor: Type.Optional(
              Type.String({ maxLength: 200, description: 'only what this one did: the name of a key, or a source' }),
            ),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'entries on a page; 50 if not said' })),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object(
            {
              actions: Type.Array(ActionDocument),
              cursor: Type.Union([Type.Integer(), Type.Null()], {
                description: 'ask again with this cursor for older ones; null at the end',
              }),
            },
            { title: 'History' },
          ),
          ...problems(),
        },
      },
    },
    function history(request, reply) {
      const { cursor, actor, limit = 50 } = request.query
      const found = actionsBefore(site.store, { before: cursor, actor, limit: limit + 1 })
      const shown = found.slice(0, limit)
      const changes = changesByAction(
        site.store,
        shown.map(({ id }) => id),
      )
      const actions = shown.map(({ id, at, actor: who, sentence, undo, undoneAt }) => ({
        id,
        at,
        actor: who,
        sentence,
        undoneAt,
        canUndo: undo !== null && undoneAt === null,
        changes: (changes.get(id) ?? []).map(({ entry }) => tellChange(entry, site)),
      }))
      return sendJson(reply, { actions, cursor: found.length > limit ? (shown.at(-1)?.id ?? null) : null })
    },
  )

  app.post<{ Params: { id: string } }>(
    '/api/history/:id/undo',
    {
      ...editor,
      schema: {
        ...shared,
        summary: 'Take back an entry of the history: an edit, a decision, an import, an accepted run. It becomes an entry too.',
        params: Type.Object({ id: Type.String({ pattern: '^\\d{1,15}$', description: 'number of the entry' }) }),
        querystring: HowQuery,
        body: Type.Object({}, { additionalProperties: false, examples: [{}] }),
        response: { 200: DoneDocument, ...problems(404, 409) },
      },
    },
    function undo(request, reply) {
      const how = howOf(request)
      return sendDone(reply, acts.undo(Number(request.params.id), byOf(request), how), how, site)
    },
  )
}
