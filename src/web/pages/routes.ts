import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { bodyIds } from '../../event/index.ts'
import { watchEvents } from '../../store/events/events.ts'
import { watchRuns } from '../../store/visits/runs-watch.ts'
import { securityHeaders } from '../http/answer/headers.ts'
import { type Kept, keep } from '../http/answer/kept.ts'
import { sendKept } from '../http/answer/send.ts'
import { makeShelf } from '../http/answer/shelf.ts'
import { Problem } from '../http/refuse/problem.ts'
import type { Site } from '../site.ts'
import { bodiesPage, bodyPage } from './body.ts'
import { comingPage } from './coming/coming.ts'
import { monthPage } from './coming/month.ts'
import { yearPage } from './coming/year.ts'
import { embedPage } from './embed.ts'
import { type Reader, readerOf } from './frame/reader.ts'
import { robots, sitemap } from './sitemap.ts'
import { sourcesPage } from './sources.ts'
import { subscribePage } from './subscribe.ts'

/** Pages as bytes, each kept until an event, a run or the day changes. */
export type Pages = {
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    write: (reader: Reader) => string,
    /** `minute` for a page that tells how long ago something was. */
    keptFor?: 'day' | 'minute',
  ): FastifyReply | Promise<FastifyReply>
}

/** An empty keeping of pages. */
export function keepPages(site: Site): Pages {
  const shelf = makeShelf<string>(12_000_000)
  const [version, runs] = [watchEvents(site.store), watchRuns(site.store)]
  return {
    send(request, reply, write, keptFor = 'day') {
      const reader = readerOf(site, request.url, request.headers['accept-language'])
      const key = `${reader.language} ${request.url}`
      const mark = `${version()} ${runs()} ${keptFor === 'day' ? reader.today : site.now().toISOString().slice(0, 16)}`
      const place = shelf.find(key)
      if (place?.mark === mark) return sendKept(request, reply, place.kept)
      const kept = keepPage(write(reader))
      shelf.put(key, kept, mark)
      return sendKept(request, reply, kept)
    },
  }
}

/** The pages for people, `/sitemap.xml` and `/robots.txt`. */
export function pageRoutes(app: FastifyInstance, site: Site, pages: Pages): void {
  const page = (path: string, write: (reader: Reader, part: string) => string, keptFor?: 'minute') =>
    app.get<{ Params: { part?: string } }>(path, { schema: { hide: true } }, (request, reply) =>
      pages.send(request, reply, (reader) => write(reader, request.params.part ?? ''), keptFor),
    )
  page('/', comingPage)
  page('/month', (reader) => monthPage(reader, reader.today.slice(0, 7)))
  page('/month/:part', (reader, month) => monthPage(reader, checked(month, /^20\d\d-(0[1-9]|1[0-2])$/)))
  page('/year', (reader) => yearPage(reader, reader.today.slice(0, 4)))
  page('/year/:part', (reader, year) => yearPage(reader, checked(year, /^20\d\d$/)))
  page('/bodies', bodiesPage)
  page('/bodies/:part', (reader, id) =>
    bodyPage(reader, bodyIds.find((body) => body.toLowerCase() === id) ?? nothing(`body ${id}`)),
  )
  page('/sources', sourcesPage, 'minute')
  page('/subscribe', subscribePage)
  page('/embed', embedPage)
  const file = (path: string, type: string, write: (site: Site) => string) =>
    app.get(path, { schema: { hide: true } }, (request, reply) =>
      sendKept(
        request,
        reply,
        keep(Buffer.from(write(site)), { type, cacheControl: 'public, max-age=3600', headers: securityHeaders }),
      ),
    )
  file('/sitemap.xml', 'application/xml; charset=utf-8', sitemap)
  file('/robots.txt', 'text/plain; charset=utf-8', robots)
}

/** A page as it is sent: asked again at each use, since it tells how fresh it is. */
function keepPage(text: string): Kept {
  return keep(Buffer.from(text), {
    type: 'text/html; charset=utf-8',
    cacheControl: 'public, max-age=60, stale-if-error=86400',
    vary: 'Accept-Encoding, Accept-Language',
    headers: securityHeaders,
  })
}

function checked(part: string, pattern: RegExp): string {
  return pattern.test(part) ? part : nothing(part)
}

function nothing(what: string): never {
  throw new Problem(404, `There is no ${what}.`)
}
