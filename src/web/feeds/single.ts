import type { FastifyInstance } from 'fastify'
import type { Event } from '../../event/index.ts'
import { type Language, languages, pageWordsOf, toCalendar, toVevent } from '../../publish/index.ts'
import { findWithText } from '../../store/events/events.ts'
import { securityHeaders } from '../http/answer/headers.ts'
import { keep } from '../http/answer/kept.ts'
import { sendKept } from '../http/answer/send.ts'
import { Problem, ProblemDocument } from '../http/refuse/problem.ts'
import { type Static, Type } from '../http/schema/type.ts'
import { eventPage } from '../pages/event.ts'
import type { Pages } from '../pages/routes.ts'
import type { Site } from '../site.ts'

const Query = Type.Object({ lang: Type.Optional(Type.Enum(Object.keys(languages) as Language[])) })

/** `/events/<slug>`: the page of a meeting; with `.ics`, a calendar of it alone to be imported once. */
export function singleRoutes(app: FastifyInstance, site: Site, pages: Pages): void {
  app.get<{ Params: { slug: string }; Querystring: Static<typeof Query> }>(
    '/events/:slug',
    {
      schema: {
        tags: ['feeds'],
        summary: 'The page of a meeting; with .ics at its end, a one-time copy for a calendar, which does not follow changes.',
        params: Type.Object({
          slug: Type.String({ description: 'slug of the event, with .ics for a calendar', examples: ['ccpcj-35.ics'] }),
        }),
        response: {
          200: {
            description: 'iCalendar or HTML',
            content: { 'text/calendar': { schema: Type.String() }, 'text/html': { schema: Type.String() } },
          },
          308: Type.Null({ description: 'to the address of its slug, when asked by its uid' }),
          404: ProblemDocument,
        },
      },
    },
    function event(request, reply) {
      const [, slug = '', file] = /^(.*?)(\.ics)?$/.exec(request.params.slug) ?? []
      const row = findWithText(site.store, slug)
      const found = row?.event
      if (!found) throw new Problem(404, `There is no event "${slug}".`)
      if (!file) {
        if (found.slug !== slug)
          return reply
            .code(308)
            .headers({ location: `/events/${found.slug}`, 'cache-control': 'no-cache' })
            .send()
        return pages.send(request, reply, (reader) => eventPage(reader, found))
      }
      const { lang } = request.query
      const language = lang && Object.hasOwn(languages, lang) ? lang : 'en'
      const text = copyOf(site, row, language)
      const description = { type: 'text/calendar; charset=utf-8', cacheControl: 'public, no-cache' }
      const headers = {
        ...securityHeaders,
        'content-disposition': `attachment; filename="${found.slug}.ics"`,
        'access-control-allow-origin': '*',
      }
      return sendKept(request, reply, keep(Buffer.from(text), { ...description, headers }))
    },
  )
}

/** A calendar of one meeting, labelled as a copy: nobody shall wait for it to follow changes. In English it is around the stored VEVENT. */
export function copyOf(site: Site, { event, vevent: stored }: { event: Event; vevent: string }, language: Language): string {
  const vevent = language === 'en' ? stored : toVevent(event, { ...site.voice, language })
  const url = `${site.publicUrl}/events/${event.slug}`
  const description = pageWordsOf(language).event.copyNote
  return toCalendar({ name: event.title, description, source: `${url}.ics`, url }, vevent ? [vevent] : [])
}
