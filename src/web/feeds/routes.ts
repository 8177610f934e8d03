import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { everything } from '../../publish/index.ts'
import { sendKept } from '../http/answer/send.ts'
import { Problem, ProblemDocument, wrongParameters } from '../http/refuse/problem.ts'
import { readQuery } from '../http/refuse/validate.ts'
import { Type } from '../http/schema/type.ts'
import { feedPage } from '../pages/feed.ts'
import type { Pages } from '../pages/routes.ts'
import type { Site } from '../site.ts'
import { calendarOf, canonicalPath } from './calendar.ts'
import { type Asked, cacheControl, type Feeds, type Moved } from './keeping.ts'
import type { FeedNames, NamedFeed } from './names.ts'
import { newsOf } from './news.ts'
import { FeedQuery, narrowed } from './parameters.ts'

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
      const sent = feeds.current(request.url, () => readAddress(request, site, names), request.log)
      if ('movedTo' in sent) return redirect(reply, sent)
      return sendKept(request, reply, sent)
    },
  )

  function page(request: FastifyRequest, reply: FastifyReply, typed: string) {
    const name = typed.toLowerCase()
    const feed = find(names, name, typed)
    const place = 'movedTo' in feed ? `/feeds/${feed.movedTo}` : feed.page
    if (place !== `/feeds/${typed}`) return redirect(reply, { movedTo: place + queryOf(request) })
    return pages.send(request, reply, (reader) => feedPage(reader, feed as NamedFeed))
  }
}

const types = {
  ics: 'text/calendar; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}

function readAddress(request: FastifyRequest, site: Site, names: FeedNames): Asked | Moved {
  const { file } = request.params as { file: string }
  const [, typed = '', ending = ''] = /^([a-z0-9-]+)\.(ics|atom|json)$/i.exec(file) ?? []
  const [name, extension] = [typed.toLowerCase(), ending.toLowerCase()]
  const feed = find(names, extension && name, file)
  const moved = 'movedTo' in feed ? feed.movedTo : name
  if ('movedTo' in feed || file !== file.toLowerCase()) return { movedTo: `/feeds/${moved}.${extension}${queryOf(request)}` }
  const query = readFeedQuery(request.query as Record<string, unknown>)
  const language = query.lang ?? 'en'
  const path = canonicalPath(feed.name, extension, narrowed(everything, query), language)
  const asked = { feed, selection: narrowed(feed.selection, query), language, path }
  const make = (day: string) =>
    extension === 'ics' ? calendarOf(site, asked, day) : Buffer.from(newsOf(site, asked, extension as 'atom' | 'json'))
  return { path, type: types[extension as keyof typeof types], file: `${feed.name}.${extension}`, make }
}

function find(names: FeedNames, name: string, typed: string): NamedFeed | Moved {
  const feed = names(name)
  if (!feed) throw new Problem(404, `There is no feed ${typed}; /feeds/all.ics has everything.`)
  if ('closedAt' in feed)
    throw new Problem(410, `The feed ${name} was closed on ${feed.closedAt.slice(0, 10)}; /feeds/all.ics has everything.`)
  return feed
}

function redirect(reply: FastifyReply, { movedTo }: Moved): FastifyReply {
  return reply.code(308).headers({ location: movedTo, 'cache-control': cacheControl, 'access-control-allow-origin': '*' }).send()
}

function queryOf({ url }: FastifyRequest): string {
  return url.slice(url.split('?')[0]?.length)
}

function readFeedQuery(query: Record<string, unknown>): FeedQuery {
  const { value, faults } = readQuery(FeedQuery, query)
  if (faults.length) throw wrongParameters(faults)
  // A list that was emptied asks for nothing, not for everything.
  for (const list of ['body', 'kind']) if (list in query && !(list in value)) value[list] = ['none']
  return value as FeedQuery
}
