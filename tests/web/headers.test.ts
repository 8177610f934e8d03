import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aService, draft } from './write/service.ts'

const service = aService({ PUBLIC_URL: 'https://calendar.example' })
let url = ''
let slug = ''
beforeAll(async () => {
  slug = (await service.ask('POST', '/api/events', { body: draft })).json.event.slug
  url = await service.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => service.app.close())

const kinds = [
  ['a page', 'GET', '/'],
  ['a feed', 'GET', '/feeds/all.ics'],
  ['news', 'GET', '/feeds/all.atom'],
  ['a feed by another name', 'GET', '/feeds/ALL.ics'],
  ['a meeting as a calendar', 'GET', '/events/SLUG.ics'],
  ['the API', 'GET', '/api/events'],
  ['changes', 'GET', '/api/changes'],
  ['the description', 'GET', '/openapi.json'],
  ['the description as a page', 'GET', '/docs'],
  ['a file of that page', 'GET', '/docs/static/swagger-ui.css'],
  ['a script', 'GET', '/embed.js'],
  ['a list to embed', 'GET', '/embed/list'],
  ['the sign-in page', 'GET', '/desk/sign-in'],
  ['the way to it', 'GET', '/desk'],
  ['what is nowhere', 'GET', '/nowhere'],
  ['what is nowhere at the desk', 'GET', '/desk/nowhere'],
  ['an address that cannot be read', 'GET', '/%'],
  ['a method that is none there', 'DELETE', '/'],
  ['what is asked ahead', 'OPTIONS', '/api/events'],
  ['what needs a key', 'POST', '/api/events'],
  ['a form without a session', 'POST', '/desk/new'],
  ['a wrong parameter', 'GET', '/feeds/all.ics?colour=red'],
  ['health', 'GET', '/health/live'],
]

test.each(kinds)(
  '%s is not sniffed, runs no foreign code, stands in no frame, and tells nobody who serves it',
  async (_, method, path) => {
    const ask = (headers: Record<string, string> = {}) =>
      fetch(url + path?.replace('SLUG', slug), { ...(method && { method }), redirect: 'manual', headers })
    const first = await ask()
    const etag = first.headers.get('etag')
    for (const reply of [first, ...(etag ? [await ask({ 'if-none-match': etag })] : [])]) {
      const said = (name: string) => reply.headers.get(name) ?? ''
      expect([reply.status, said('x-content-type-options')]).toEqual([reply.status, 'nosniff'])
      expect(said('referrer-policy')).toMatch(/^(?:strict-origin-when-cross-origin|same-origin)$/)
      expect(said('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'/)
      expect(said('content-security-policy')).not.toMatch(/unsafe|https?:|\*/)
      expect(said('strict-transport-security')).toBe('max-age=31536000')
      expect([said('server'), said('x-powered-by')]).toEqual(['', ''])
    }
  },
)

test('only what is made for other sites may stand in their frames', async () => {
  const frame = await fetch(`${url}/embed/frame`)
  expect(frame.headers.get('content-security-policy')).toMatch(/script-src 'self'.*frame-ancestors \*$/)
})

test('what is no request is answered as carefully', async () => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.end('nonsense\r\n\r\n')
  expect(await text(socket)).toMatch(/x-content-type-options: nosniff\r\n/)
})

test('where readers do not come by TLS, nothing asks them to', async () => {
  const { app } = aService({ PUBLIC_URL: 'http://calendar.example' })
  const plain = await app.listen({ host: '127.0.0.1', port: 0 })
  expect((await fetch(plain)).headers.get('strict-transport-security')).toBeNull()
  await app.close()
})
