import type { FastifyInstance } from 'fastify'
import { bodies, bodyIds } from '../../event/index.ts'
import { dateWords, shownTitle } from '../../publish/index.ts'
import { listEvents } from '../../store/events.ts'
import { securityHeaders } from '../http/headers.ts'
import { keep } from '../http/kept.ts'
import { sendKept } from '../http/send.ts'
import type { Site } from '../site.ts'
import { html } from './html.ts'

/** `/` and `/robots.txt`. */
export function pageRoutes(app: FastifyInstance, site: Site): void {
  app.get('/', (request, reply) => {
    const today = site.now().toISOString().slice(0, 10)
    const events = listEvents(site.store, { from: today }, { limit: 200 })
    const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>UN crime calendar</title></head><body>
<h1>Coming meetings</h1>
<ul>${events.map((event) => html`<li>${event.when && dateWords(event.when)}: ${shownTitle(event)}</li>\n`)}</ul>
<h2>Subscribe</h2>
<ul><li><a href="/feeds/all.ics">${site.publicUrl}/feeds/all.ics</a></li>
${bodyIds.map((id) => html`<li>${bodies[id].name}: <a href="/feeds/${id.toLowerCase()}.ics">${site.publicUrl}/feeds/${id.toLowerCase()}.ics</a></li>\n`)}</ul>
</body></html>`
    return sendKept(
      request,
      reply,
      keep(Buffer.from(page.text), {
        type: 'text/html; charset=utf-8',
        cacheControl: 'public, max-age=60',
        headers: securityHeaders,
      }),
    )
  })
  app.get('/robots.txt', (request, reply) =>
    sendKept(
      request,
      reply,
      keep(Buffer.from('User-agent: *\nAllow: /\nAllow: /feeds/\n'), {
        type: 'text/plain; charset=utf-8',
        cacheControl: 'public, max-age=86400',
        headers: securityHeaders,
      }),
    ),
  )
}
