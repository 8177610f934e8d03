import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { securityHeaders } from '../../http/answer/headers.ts'
import { type Kept, keep } from '../../http/answer/kept.ts'
import { sendKept } from '../../http/answer/send.ts'

const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' }

/** The files that pages and websites of others load, by name. */
export const assets = new Map(
  ['style.css', 'page.js', 'frame.js', 'frame.css', 'embed.js', 'icon.svg', 'desk.css', 'desk.js'].map((name) => [
    name,
    read(name),
  ]),
)

/** The address of a file, which changes when it does. */
export function assetAddress(name: string): string {
  return `/assets/${name}?v=${assets.get(name)?.hash.slice(0, 8)}`
}

/** `/assets/<name>` for ever under a name with its hash, and `/embed.js` under its lasting address. */
export function assetRoutes(app: FastifyInstance): void {
  for (const [name, kept] of assets) {
    app.get(`/assets/${name}`, { schema: { hide: true } }, (request, reply) => sendKept(request, reply, kept))
  }
  const embed = assets.get('embed.js') as Kept
  const lasting = keep(embed.bytes, { ...embed.description, cacheControl: 'public, max-age=3600, stale-while-revalidate=86400' })
  app.get('/embed.js', { schema: { hide: true } }, (request, reply) => sendKept(request, reply, lasting))
}

function read(name: string): Kept {
  const text = readFileSync(new URL(`../../assets/${name}`, import.meta.url), 'utf8')
  const bytes = Buffer.from(name.endsWith('.css') ? withoutBlanks(text) : text)
  const headers = { ...securityHeaders, 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }
  return keep(bytes, {
    type: types[name.split('.')[1] as keyof typeof types],
    cacheControl: 'public, max-age=31536000, immutable',
    headers,
  })
}

/** A style sheet as it is written for people takes a third more than browsers need. */
function withoutBlanks(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
}
