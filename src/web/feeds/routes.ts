import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendKept } from '../http/answer/send.ts'
import { ProblemDocument } from '../http/refuse/problem.ts'
import { Type } from '../http/schema/type.ts'
import { feedPage } from '../pages/feed.ts'
import type { Pages } from '../pages/routes.ts'
import type { Site } from '../site.ts'
import { findByName, queryOf, readAddress } from './asked.ts'
import { cacheControl, type Feeds, type Moved } from './keeping.ts'
import type { FeedNames, NamedFeed } from './names.ts'
import { FeedQuery } from './parameters.ts'

/** `/feeds/<name>.ics`: calendars to subscribe to; `.atom` and `.json`: what changed in them; `/feeds/<name>`: the page of a saved one. */
export function feedRoutes(app: FastifyInstance, site: Site, feeds: Feeds, pages: Pages, names: FeedNames): void {
  app.get(
    '/feeds/:file',
    {
      schema: {
        tags: ['feeds'],
        summary:
          'A calendar to subscribe to (.ics), its changes as news (.atom, .json), or its page: all, a body by its id in lower case, or the name of a saved feed.',
        params: Type.Object({ file: Type.String({ description: 'all.ics, ccpcj.ics, cnd.atom, …', examples: ['all.ics'] }) }),
        querystring: FeedQuery,
        response: {
          200: {
            description: 'iCalendar (RFC 5545)',
            content: { 'text/calendar': { schema: Type.String() }, 'application/atom+xml': { schema: Type.String() } },
          },
          304: { description: 'What you have is still what there is.', type: 'null' },
          308: { description: 'The feed has another name now.', type: 'null' },
          400: ProblemDocument,
          404: ProblemDocument,
          410: ProblemDocument,
        },
      },
      // Read here, because a list that was emptied means something else in a feed than in the API.
      validatorCompiler: () => () => true,
    },
    function feed(request, reply) {
      const { file } = request.params as { file: string }
      if (/^[a-z0-9-]+$/i.test(file)) return page(request, reply, file)
      const address = { url: request.url, file, query: request.query as Record<string, unknown> }
      const sent = feeds.current(request.url, () => readAddress(site, names, address), request.log)
      if ('movedTo' in sent) return redirect(reply, sent)
      return sendKept(request, reply, sent)
    },
  )

  function page(request: FastifyRequest, reply: FastifyReply, typed: string) {
    const name = typed.toLowerCase()
    const feed = findByName(names, name, typed)
    const place = 'movedTo' in feed ? `/feeds/${feed.movedTo}` : feed.page
    if (place !== `/feeds/${typed}`) return redirect(reply, { movedTo: place + queryOf(request.url) })
    return pages.send(request, reply, (reader) => feedPage(reader, feed as NamedFeed))
  }
}

function redirect(reply: FastifyReply, { movedTo }: Moved): FastifyReply {
  return reply.code(308).headers({ location: movedTo, 'cache-control': cacheControl, 'access-control-allow-origin': '*' }).send()
}
