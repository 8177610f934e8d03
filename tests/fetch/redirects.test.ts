import { expect, test } from 'vitest'
import { type Answerer, quick, serve } from './server.ts'

const page = '<h1>Calendar</h1>'

const to =
  (location: string, status = 302): Answerer =>
  (response) =>
    response.writeHead(status, { location }).end('moved')

test.each([301, 302, 303, 307, 308])('a redirect with %i is followed, and the last address remembered', async (status) => {
  const server = await serve({ '/old': to('/new?a=1', status), '/new?a=1': page })
  expect(await quick().fetchPage(server.url('/old'))).toMatchObject({ url: server.url('/old'), finalUrl: server.url('/new?a=1') })
})

test('five redirects are followed, six are not', async () => {
  const steps = Object.fromEntries([1, 2, 3, 4, 5, 6].map((step) => [`/${step}`, to(`/${step - 1}`)]))
  const server = await serve({ ...steps, '/0': page })
  expect(await quick().fetchPage(server.url('/5'))).toMatchObject({ finalUrl: server.url('/0') })
  await expect(quick().fetchPage(server.url('/6'))).rejects.toThrow(/is redirected more than 5 times/)
})

test('a circle of redirects ends with a sentence', async () => {
  const server = await serve({ '/a': to('/b'), '/b': to('/a#again') })
  await expect(quick().fetchPage(server.url('/a'))).rejects.toThrow(`leads round in a circle, by ${server.url('/a')}`)
  expect(server.pages()).toHaveLength(2)
})

test('an address written in plain UTF-8 is understood', async () => {
  const server = await serve({
    '/old': (response) => response.socket?.end('HTTP/1.1 302 Found\r\nLocation: /caf\u00e9 2\r\nContent-Length: 0\r\n\r\n'),
    '/caf%C3%A9%202': page,
  })
  expect(await quick().fetchPage(server.url('/old'))).toMatchObject({ finalUrl: server.url('/caf%C3%A9%202') })
})

test.each([
  ['http://169.254.169.254/latest/meta-data/', /169\.254\.169\.254 is not an address of the public internet/],
  ['http://10.0.0.1/', /10\.0\.0\.1 is not an address/],
  ['http://[::ffff:10.0.0.1]/', /is not an address of the public internet/],
  ['http://167772161/', /a number in disguise/],
  ['//10.0.0.1/', /10\.0\.0\.1 is not an address/],
  ['http://inside.example/', /leads to no address of the public internet/],
  ['file:///etc/passwd', /not an http or https address/],
  ['http://user:pass@example.org/', /a name or password/],
  ['http://[/', /is not an address of a web page/],
])('a redirect to %s is not followed', async (location, why) => {
  const server = await serve({ '/page': to(location) })
  const visits = quick({ resolve: async () => [{ address: '192.168.1.1', family: 4 }] })
  await expect(visits.fetchPage(server.url('/page'))).rejects.toThrow(why)
  expect(server.pages()).toHaveLength(1)
})

test('nothing leads from https to http', async () => {
  const server = await serve({ '/www.unodc.org/safe': to('http://www.unodc.org/unsafe'), '/www.unodc.org/unsafe': page })
  await expect(quick({ mirror: server.mirror }).fetchPage('https://www.unodc.org/safe')).rejects.toThrow(
    'https://www.unodc.org/safe leads from https to an address without protection, http://www.unodc.org/unsafe.',
  )
})

test('a redirect without a location is an error', async () => {
  const server = await serve({ '/page': (response) => response.writeHead(302).end() })
  await expect(quick().fetchPage(server.url('/page'))).rejects.toMatchObject({ status: 302 })
})

test('an error at the end of a redirect names both addresses', async () => {
  const server = await serve({ '/old': to('/new') })
  await expect(quick().fetchPage(server.url('/old'))).rejects.toThrow(
    `${server.url('/old')} leads to ${server.url('/new')}, which answered 404`,
  )
})
