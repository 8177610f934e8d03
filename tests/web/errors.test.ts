import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serve } from './site.ts'

let served: Served
beforeAll(async () => {
  served = await serve()
  await served.app.listen({ port: 0 })
})
afterAll(() => served.close())

test.each([
  ['GET', '/nowhere', 404],
  ['GET', '/%', 400],
  ['GET', '/api/events/%00', 400],
  ['GET', '/api/events?q=%00', 400],
  ['GET', '/api/events?q=%E0%A4%A', 400],
  ['GET', '/api/events/%ff', 400],
  ['GET', `/api/events/${'x'.repeat(400)}`, 404],
  ['POST', '/api/events', 405],
  ['PROPFIND', '/', 405],
  ['DELETE', '/health/live', 405],
])('%s %s is a problem document with %i', async (method, path, status) => {
  const address = served.app.listeningOrigin
  const answer = await fetch(address + path, {
    method,
    ...(method === 'POST' && { body: '{', headers: { 'content-type': 'text/odd' } }),
  })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8'])
  expect(await answer.json()).toMatchObject({
    type: 'about:blank',
    status,
    title: expect.any(String),
    detail: expect.stringMatching(/\.$/),
  })
  if (status === 405) expect(answer.headers.get('allow')).toMatch('GET, HEAD')
})

test('bytes that are no request are a problem too', async () => {
  const socket = connect(Number(new URL(served.app.listeningOrigin).port))
  socket.end('nonsense\r\n\r\n')
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status: 400 })
})

test.each([
  '/',
  '/api/events',
  '/api/sources',
  '/health/live',
  '/health/ready',
  '/openapi.json',
  '/robots.txt',
  '/feeds/all.ics',
  '/nowhere',
])('HEAD %s answers as GET would, without a body', async (url) => {
  const head = await served.app.inject({ method: 'HEAD', url })
  const whole = await served.app.inject({ url })
  expect([head.statusCode, head.headers['content-type'], head.headers.etag, head.body]).toEqual([
    whole.statusCode,
    whole.headers['content-type'],
    whole.headers.etag,
    '',
  ])
})

test('what fails unexpectedly is told without its reasons, and readiness says so', async () => {
  const broken = await serve()
  broken.store.close()
  const answer = await broken.app.inject('/api/events')
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([500, 'application/problem+json; charset=utf-8'])
  expect(answer.body).not.toMatch(/database|sqlite/i)
  expect((await broken.app.inject('/health/ready')).statusCode).toBe(503)
  expect((await broken.app.inject('/health/live')).statusCode).toBe(200)
  await broken.close()
})

test('pages may run no code but ours and stand in no frame', async () => {
  const policy = String((await served.app.inject('/')).headers['content-security-policy'])
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
})

test('nothing but the frame of the embed may stand in a frame, whatever its kind and status', async () => {
  const addresses = [
    '/',
    '/month',
    '/feeds/all.ics',
    '/feeds/all.atom',
    '/feeds/all.json',
    '/feeds/none.ics',
    '/events/ccpcj-35.ics',
  ]
  const others = [
    '/api/events',
    '/embed',
    '/embed/list',
    '/embed/list.json',
    '/embed/frame?limit=x',
    '/embed.js',
    '/nothing',
    '/robots.txt',
  ]
  for (const url of [...addresses, ...others]) {
    const { headers } = await served.app.inject({ url, headers: { accept: 'text/html' } })
    expect([url, String(headers['content-security-policy']).includes("frame-ancestors 'none'")]).toEqual([url, true])
  }
  const frame = await served.app.inject('/embed/frame')
  expect(frame.headers['content-security-policy']).toContain('frame-ancestors *')
})
