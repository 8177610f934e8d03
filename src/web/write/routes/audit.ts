import type { FastifyInstance } from 'fastify'
import { toCsv } from '../../../publish/index.ts'
import { actionsBefore, changesByAction } from '../../../store/acts/actions.ts'
import { Type } from '../../http/schema/type.ts'
import { need } from '../../keys/guard.ts'
import type { Site } from '../../site.ts'
import { problems } from '../answer/problem.ts'

const pageSize = 500
const header = ['number', 'when', 'who', 'what', 'taken back', 'event', 'title', 'became', 'fields']

/** `/api/history.csv`: who did what, when, from which batch, whole, for a spreadsheet; one row an event, entries without events have one too. */
export function auditRoutes(app: FastifyInstance, site: Site): void {
  app.get(
    '/api/history.csv',
    {
      ...need('editor', site),
      schema: {
        tags: ['history'],
        security: [{ key: [] }, { session: [] }],
        summary: 'The whole history as CSV (RFC 4180), newest first; what a spreadsheet would take for a formula is defused.',
        querystring: Type.Object({}, { additionalProperties: false }),
        response: { 200: { description: 'CSV', content: { 'text/csv': { schema: Type.String() } } }, ...problems() },
      },
    },
    (_request, reply) =>
      reply
        .headers({
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="history.csv"',
          'cache-control': 'no-store',
        })
        .send(toCsv([header, ...rowsOf(site)])),
  )
}

function rowsOf({ store }: Pick<Site, 'store'>): (string | number | undefined)[][] {
  const rows: (string | number | undefined)[][] = []
  for (let before: number | undefined; ; ) {
    const actions = actionsBefore(store, { before, limit: pageSize })
    const changes = changesByAction(
      store,
      actions.map(({ id }) => id),
    )
    for (const { id, at, actor, sentence, undoneAt } of actions) {
      const entry = [id, at, actor, sentence, undoneAt ?? '']
      const touched = changes.get(id) ?? []
      if (touched.length === 0) rows.push(entry)
      for (const { uid, entry: change } of touched)
        rows.push([...entry, uid, change.title, change.kind, change.fields.map(({ field }) => field).join(' ')])
    }
    before = actions.at(-1)?.id
    if (actions.length < pageSize) return rows
  }
}
