import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { everything } from '../../publish/index.ts'
import { Problem, ProblemDocument, wrongParameters } from '../http/problem.ts'
import { sendKept } from '../http/send.ts'
import { readQuery } from '../http/validate.ts'
import type { Site } from '../site.ts'
import { calendarOf, canonicalPath } from './calendar.ts'
import { type Asked, cacheControl, type Feeds } from './keeping.ts'
import type { FeedNames } from './names.ts'
import { FeedQuery, narrowed } from './parameters.ts'

/** `/feeds/<name>.ics`: calendars to subscribe to. */
export function feedRoutes(app: FastifyInstance, site: Site, feeds: Feeds, names: FeedNames): void {
  app.get(
    '/feeds/:file',
    {
      schema: {
        tags: ['feeds'],
        summary: 'A calendar to subscribe to: /feeds/all.ics, or /feeds/<body>.ics with the id of a body in lower case.',
        params: Type.Object({ file: Type.String({ description: 'all.ics, ccpcj.ics, cnd.ics, …', examples: ['all.ics'] }) }),
        querystring: FeedQuery,
        response: {
          200: { description: 'iCalendar (RFC 5545)', content: { 'text/calendar': { schema: Type.String() } } },
          304: { description: 'What you have is still what there is.', type: 'null' },
          308: { description: 'The feed has another name now.', type: 'null' },
          400: ProblemDocument,
          404: ProblemDocument,
        },
      },
      // Read here, because a list that was emptied means something else in a feed than in the API.
      validatorCompiler: () => () => true,
    },
    function feed(request, reply) {
      const asked = readAddress(request, site, names)
      if ('movedTo' in asked) return reply.code(308).headers({ location: asked.movedTo, 'cache-control': cacheControl }).send()
      feeds.remember(request.url, asked)
      return sendKept(request, reply, feeds.current(asked, request.log))
    },
  )
}

function readAddress(request: FastifyRequest, site: Site, names: FeedNames): Asked | { movedTo: string } {
  const { file } = request.params as { file: string }
  const [, typed = '', extension] = /^([a-z0-9-]+)\.(ics)$/i.exec(file) ?? []
  const name = typed.toLowerCase()
  const feed = file === file.toLowerCase() || !names(name) ? names(name) : { movedTo: name }
  if (!feed || !extension) throw new Problem(404, `There is no feed ${file}; /feeds/all.ics has everything.`)
  if ('movedTo' in feed)
    return { movedTo: `/feeds/${feed.movedTo}.${extension.toLowerCase()}${request.url.slice(request.url.split('?')[0]?.length)}` }
  const query = readFeedQuery(request.query as Record<string, unknown>)
  const language = query.lang ?? 'en'
  const path = canonicalPath(feed.name, extension, narrowed(everything, query), language)
  const asked = { feed, selection: narrowed(feed.selection, query), language, path }
  return { path, type: 'text/calendar; charset=utf-8', file: `${feed.name}.ics`, make: (day) => calendarOf(site, asked, day) }
}

function readFeedQuery(query: Record<string, unknown>): FeedQuery {
  const { value, faults } = readQuery(FeedQuery, query)
  if (faults.length) throw wrongParameters(faults)
  // A list that was emptied asks for nothing, not for everything.
  for (const list of ['body', 'kind']) if (list in query && !(list in value)) value[list] = ['none']
  return value as FeedQuery
}
