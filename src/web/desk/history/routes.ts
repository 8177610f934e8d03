import type { FastifyInstance } from 'fastify'
import { toCsv } from '../../../publish/index.ts'
import { Problem } from '../../http/refuse/problem.ts'
import { need } from '../../keys/guard.ts'
import { sendPage } from '../frame/layout.ts'
import { byOf, cameFrom, type Desk, visitOf, withDone } from '../frame/visit.ts'
import { sentenceWords, valueWords, whoWords } from '../frame/words.ts'
import { askedOf, entriesOf, historyPage } from './page.ts'

/** `/desk/history`, the same as a table, and undo. */
export function historyRoutes(app: FastifyInstance, desk: Desk): void {
  const { site } = desk

  app.get('/desk/history', need('reader', site), (request, reply) => {
    const visit = visitOf(request, desk)
    return sendPage(reply, visit, historyPage(visit))
  })

  app.get('/desk/history.csv', need('reader', site), (request, reply) => {
    const visit = visitOf(request, desk)
    const rows = entriesOf(visit, askedOf(visit, 5000)).flatMap(({ action, changes }) => {
      const said = [action.at, whoWords(site, action.actor), sentenceWords(site, action.sentence), action.undoneAt ?? '']
      const told = changes.flatMap(({ entry }) => {
        const page = `${site.publicUrl}/events/${entry.slug}`
        const fields = entry.fields.map(({ field, from, to }) => [
          ...said,
          entry.title,
          page,
          entry.kind,
          field,
          valueWords(field, from),
          valueWords(field, to),
        ])
        return fields.length ? fields : [[...said, entry.title, page, entry.kind, '', '', '']]
      })
      return told.length ? told : [[...said, '', '', '', '', '', '']]
    })
    const header = [
      'when (UTC)',
      'who',
      'what was done',
      'taken back (UTC)',
      'meeting',
      'page',
      'became',
      'field',
      'before',
      'after',
    ]
    return reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="history.csv"',
        'cache-control': 'no-store',
      })
      .send(toCsv([header, ...rows]))
  })

  app.post<{ Params: { id: string } }>('/desk/history/:id/undo', need('editor', site), (request, reply) => {
    const { id } = request.params
    if (!/^\d{1,15}$/.test(id)) throw new Problem(404, 'There is no such entry in the history.')
    const done = desk.acts.undo(Number(id), byOf(visitOf(request, desk)))
    return reply.redirect(withDone(cameFrom(request, '/desk/history'), done), 303)
  })
}
