import type { FastifyInstance } from 'fastify'
import { securityHeaders } from '../http/answer/headers.ts'
import { keep } from '../http/answer/kept.ts'
import { sendKept } from '../http/answer/send.ts'
import { ProblemDocument } from '../http/refuse/problem.ts'
import type { Static } from '../http/schema/type.ts'
import { Type } from '../http/schema/type.ts'
import { assetAddress } from '../pages/frame/assets.ts'
import { Html, html } from '../pages/frame/html.ts'
import type { Site } from '../site.ts'
import { EmbedQuery, embedFragment, embedList } from './list.ts'

const cacheControl = 'public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400'
const open = { ...securityHeaders, 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }
const framed = {
  ...securityHeaders,
  'content-security-policy': `${securityHeaders['content-security-policy']?.replace("frame-ancestors 'none'", 'frame-ancestors *')}`,
}

/** `/embed/list` (a fragment), `/embed/list.json` (for the script) and `/embed/frame` (a page that may stand in a frame). */
export function embedRoutes(app: FastifyInstance, site: Site): void {
  const schema = (summary: string, type: string) => ({
    tags: ['embed'],
    summary,
    querystring: EmbedQuery,
    response: {
      200: { description: 'what is coming', content: { [type]: { schema: Type.Unknown() } } },
      400: ProblemDocument,
      404: ProblemDocument,
      410: ProblemDocument,
    },
  })
  type Asked = { Querystring: Static<typeof EmbedQuery> }
  app.get<Asked>(
    '/embed/list',
    { schema: schema('What is coming, as a fragment of HTML for server-side includes.', 'text/html') },
    (request, reply) =>
      sendKept(
        request,
        reply,
        keep(Buffer.from(embedFragment(embedList(site, request.query))), {
          type: 'text/html; charset=utf-8',
          cacheControl,
          headers: open,
        }),
      ),
  )
  app.get<Asked>(
    '/embed/list.json',
    { schema: schema('What is coming, for the script.', 'application/json') },
    (request, reply) =>
      sendKept(
        request,
        reply,
        keep(Buffer.from(JSON.stringify(embedList(site, request.query))), {
          type: 'application/json; charset=utf-8',
          cacheControl,
          headers: open,
        }),
      ),
  )
  app.get<Asked>('/embed/frame', { schema: schema('What is coming, as a page for a frame.', 'text/html') }, (request, reply) =>
    sendKept(
      request,
      reply,
      keep(Buffer.from(framePage(embedList(site, request.query))), {
        type: 'text/html; charset=utf-8',
        cacheControl,
        headers: framed,
      }),
    ),
  )
}

/** A page of nothing but the list; its links leave the frame. */
function framePage(list: ReturnType<typeof embedList>): string {
  return html`<!doctype html>
<html lang="${list.lang}" dir="${list.dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${list.all.text}</title><base target="_blank"><link rel="stylesheet" href="${assetAddress('frame.css')}"><script src="${assetAddress('frame.js')}" defer></script></head>
<body><main>${new Html(embedFragment(list))}</main></body></html>
`.text
}
