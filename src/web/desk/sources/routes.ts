import type { FastifyInstance } from 'fastify'
import { Problem } from '../../http/refuse/problem.ts'
import { need } from '../../keys/guard.ts'
import { sendPage } from '../frame/layout.ts'
import { byOf, type Desk, visitOf, withDone } from '../frame/visit.ts'
import { sourcesPage } from './page.ts'
import { readPage } from './read.ts'

type Named = { Params: { id: string } }

/** `/desk/sources`: how they are, reading now, pausing, and what was read. */
export function sourceRoutes(app: FastifyInstance, desk: Desk): void {
  const { site, acts } = desk

  app.get('/desk/sources', need('reader', site), (request, reply) => {
    const visit = visitOf(request, desk)
    return sendPage(reply, visit, sourcesPage(visit))
  })

  app.get<Named>('/desk/sources/:id', need('reader', site), async (request, reply) => {
    const visit = visitOf(request, desk)
    const source = site.sources.find(({ id }) => id === request.params.id)
    if (!source) throw new Problem(404, 'There is no such source.')
    const pages = (await desk.explain?.(source.id)) ?? []
    return sendPage(reply, visit, readPage(source.title, pages, Number(visit.reader.query.get('page') ?? 0)))
  })

  app.post<Named>('/desk/sources/:id/run', need('editor', site), (request, reply) => {
    const { id } = request.params
    const since = site.now().toISOString()
    acts.runNow(id, byOf(visitOf(request, desk)))
    return reply.redirect(`/desk/sources?reading=${encodeURIComponent(id)}&since=${since}`, 303)
  })
  for (const [way, act] of [
    ['pause', acts.pauseSource],
    ['resume', acts.resumeSource],
  ] as const) {
    app.post<Named>(`/desk/sources/:id/${way}`, need('editor', site), (request, reply) =>
      reply.redirect(withDone('/desk/sources', act(request.params.id, byOf(visitOf(request, desk)))), 303),
    )
  }
}
