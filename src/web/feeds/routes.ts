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
import { newsOf } from './news.ts'
import { FeedQuery, narrowed } from './parameters.ts'

/** `/feeds/<name>.ics`: calendars to subscribe to; `.atom` and `.json`: what changed in them. */
export function feedRoutes(app: FastifyInstance, site: Site, feeds: Feeds, names: FeedNames): void {
  app.get(
    '/feeds/:file',
    {
      schema: {
        tags: ['feeds'],
        summary:
          'A calendar to subscribe to (.ics), or its changes as news (.atom, .json): all, or a body by its id in lower case.',
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

const types = {
  ics: 'text/calendar; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}

function readAddress(request: FastifyRequest, site: Site, names: FeedNames): Asked | { movedTo: string } {
  const { file } = request.params as { file: string }
  const [, typed = '', ending = ''] = /^([a-z0-9-]+)\.(ics|atom|json)$/i.exec(file) ?? []
  const [name, extension] = [typed.toLowerCase(), ending.toLowerCase()]
  const feed = file === file.toLowerCase() || !names(name) ? names(name) : { movedTo: name }
  if (!feed || !extension) throw new Problem(404, `There is no feed ${file}; /feeds/all.ics has everything.`)
  if ('movedTo' in feed)
    return { movedTo: `/feeds/${feed.movedTo}.${extension}${request.url.slice(request.url.split('?')[0]?.length)}` }
  const query = readFeedQuery(request.query as Record<string, unknown>)
  const language = query.lang ?? 'en'
  const path = canonicalPath(feed.name, extension, narrowed(everything, query), language)
  const asked = { feed, selection: narrowed(feed.selection, query), language, path }
  const make = (day: string) =>
    extension === 'ics' ? calendarOf(site, asked, day) : newsOf(site, asked, extension as 'atom' | 'json')
  return { path, type: types[extension as keyof typeof types], file: `${feed.name}.${extension}`, make }
}

function readFeedQuery(query: Record<string, unknown>): FeedQuery {
  const { value, faults } = readQuery(FeedQuery, query)
  if (faults.length) throw wrongParameters(faults)
  // A list that was emptied asks for nothing, not for everything.
  for (const list of ['body', 'kind']) if (list in query && !(list in value)) value[list] = ['none']
  return value as FeedQuery
}
