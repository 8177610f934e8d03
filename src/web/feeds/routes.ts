import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { everything } from '../../publish/index.ts'
import { watchEvents } from '../../store/events.ts'
import { stampFeed } from '../../store/feed-stamps.ts'
import { type Description, describeAnew, type Kept, keep } from '../http/kept.ts'
import { Problem, ProblemDocument, wrongParameters } from '../http/problem.ts'
import { sendKept } from '../http/send.ts'
import { makeShelf } from '../http/shelf.ts'
import { readQuery } from '../http/validate.ts'
import type { Site } from '../site.ts'
import { type AskedFeed, calendarOf, canonicalPath } from './calendar.ts'
import type { FeedNames } from './names.ts'
import { FeedQuery, narrowed } from './parameters.ts'

/** What a shared cache may do with a feed: five minutes of its own, a day when we cannot be reached. */
const cacheControl = 'public, max-age=300, stale-if-error=86400'

/** `/feeds/<name>.ics`: calendars to subscribe to, kept as bytes until an event of theirs moves. */
export function feedRoutes(app: FastifyInstance, site: Site, names: FeedNames): void {
  const shelf = makeShelf<string>(32_000_000)
  const canonical = new Map<string, AskedFeed>()
  const version = watchEvents(site.store)

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
      // Addresses are read here, once each: most requests ask again for what is kept.
      validatorCompiler: () => () => true,
    },
    function feed(request, reply) {
      const asked = canonical.get(request.url) ?? remember(request.url, readAddress(request, names))
      if ('movedTo' in asked) return reply.code(308).headers({ location: asked.movedTo, 'cache-control': cacheControl }).send()
      return sendKept(request, reply, current(asked, reply))
    },
  )

  function remember<T extends AskedFeed | { movedTo: string }>(url: string, asked: T): T {
    if (!('movedTo' in asked)) {
      if (canonical.size > 5000) canonical.clear()
      canonical.set(url, asked)
    }
    return asked
  }

  /** What is kept, made anew after events or the day changed. Programs drop a calendar that fails, so the last good one stands in. */
  function current(asked: AskedFeed, reply: FastifyReply): Kept {
    const place = shelf.find(asked.path)
    try {
      const now = site.now()
      const mark = `${version()} ${now.toISOString().slice(0, 10)}`
      if (place?.mark === mark) return place.kept
      const { kept, stored } = make(asked, place?.kept, now)
      shelf.put(asked.path, kept, stored ? mark : '')
      return kept
    } catch (error) {
      if (!place) throw error
      reply.log.error({ err: error }, `The feed ${asked.path} could not be made; the last good one is served.`)
      return place.kept
    }
  }

  function make(asked: AskedFeed, before: Kept | undefined, now: Date): { kept: Kept; stored: boolean } {
    const bytes = Buffer.from(calendarOf(site, asked, now.toISOString().slice(0, 10)))
    const same = before?.bytes.equals(bytes) && before
    const kept = same || keep(bytes, describe(asked))
    const { changedAtMs, stored } = stampFeed(site.store, asked.path, kept.hash, now)
    return {
      kept: same && same.description.lastModifiedMs === changedAtMs ? same : describeAnew(kept, describe(asked, changedAtMs)),
      stored,
    }
  }
}

function describe({ feed }: AskedFeed, lastModifiedMs?: number): Description {
  return {
    type: 'text/calendar; charset=utf-8',
    cacheControl,
    lastModifiedMs,
    headers: {
      'content-disposition': `inline; filename="${feed.name}.ics"`,
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'ETag, Last-Modified',
    },
  }
}

function readAddress(request: FastifyRequest, names: FeedNames): AskedFeed | { movedTo: string } {
  const { file } = request.params as { file: string }
  const [, typed = '', extension] = /^([a-z0-9-]+)\.(ics)$/i.exec(file) ?? []
  const name = typed.toLowerCase()
  const feed = file === file.toLowerCase() || !names(name) ? names(name) : { movedTo: name }
  if (!feed || !extension) throw new Problem(404, `There is no feed ${file}; /feeds/all.ics has everything.`)
  const query = request.query as Record<string, unknown>
  if ('movedTo' in feed)
    return { movedTo: `/feeds/${feed.movedTo}.${extension.toLowerCase()}${request.url.slice(request.url.split('?')[0]?.length)}` }
  const { value, faults } = readQuery(FeedQuery, query)
  if (faults.length) throw wrongParameters(faults)
  // A list that was emptied asks for nothing, not for everything.
  for (const list of ['body', 'kind'] as const) if (list in query && !(list in value)) value[list] = ['none']
  const { lang = 'en' } = value as FeedQuery
  return {
    feed,
    selection: narrowed(feed.selection, value as FeedQuery),
    language: lang,
    path: canonicalPath(feed.name, extension, narrowed(everything, value as FeedQuery), lang),
  }
}
