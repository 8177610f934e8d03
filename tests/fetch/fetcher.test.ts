import { expect, test } from 'vitest'
import { type Received, toPage } from '../../src/fetch/index.ts'
import { quick, serve } from './server.ts'

const page = '<h1>Calendar</h1>'

test('a page comes back with its bytes, its type and its validators', async () => {
  const server = await serve({
    '/page': (response) =>
      response
        .writeHead(200, {
          'content-type': 'Text/HTML; Charset="UTF-8"',
          etag: 'W/"7"',
          'last-modified': 'Mon, 01 Jun 2026 10:00:00 GMT',
        })
        .end(page),
  })
  const url = server.url('/page#part')
  expect(await quick().fetchPage(url)).toMatchObject({
    unchanged: false,
    url,
    finalUrl: server.url('/page'),
    status: 200,
    bytes: Buffer.from(page),
    contentType: 'text/html',
    charset: 'utf-8',
    etag: 'W/"7"',
    lastModified: 'Mon, 01 Jun 2026 10:00:00 GMT',
  })
})

test('a visit says who is visiting, what is wanted and in which language', async () => {
  const server = await serve({ '/page': page })
  await quick().fetchPage(server.url('/page'))
  expect(server.pages()[0]?.headers).toMatchObject({
    'user-agent': 'un-crime-calendar/0.1 (+https://example.org/contact)',
    accept: expect.stringContaining('text/html'),
    'accept-language': 'en',
    'accept-encoding': 'gzip, deflate, br, zstd',
  })
})

test('a page that is known is asked for only if it changed', async () => {
  const server = await serve({
    '/page': (response, { headers }) => {
      const tags = (headers['if-none-match'] ?? '').split(/\s*,\s*/)
      if (tags.includes('"7"')) response.writeHead(304, { etag: '"8"' }).end()
      else response.writeHead(200, { etag: '"7"' }).end(page)
    },
  })
  const visits = quick()
  const first = await visits.fetchPage(server.url('/page'))
  expect(first).toMatchObject({ unchanged: false, etag: '"7"' })
  expect(await visits.fetchPage(server.url('/page'), first)).toMatchObject({ unchanged: true, status: 304, etag: '"8"' })
  expect(await visits.fetchPage(server.url('/page'), { etag: '"6", "7"' })).toMatchObject({ unchanged: true })
})

test('a date is a validator too, and stays when the 304 names none', async () => {
  const lastModified = 'Mon, 01 Jun 2026 10:00:00 GMT'
  const server = await serve({
    '/page': (response, { headers }) => response.writeHead(headers['if-modified-since'] === lastModified ? 304 : 200).end(),
  })
  expect(await quick().fetchPage(server.url('/page'), { lastModified })).toMatchObject({ unchanged: true, lastModified })
})

test('a 304 that nobody asked for is an error', async () => {
  const server = await serve({ '/page': (response) => response.writeHead(304).end() })
  await expect(quick().fetchPage(server.url('/page'))).rejects.toMatchObject({ status: 304 })
})

test('an ETag that cannot be sent is not sent', async () => {
  const server = await serve({ '/page': page })
  await quick().fetchPage(server.url('/page'), { etag: '"a\r\nX-Evil: 1"', lastModified: 'hé' })
  expect(server.pages()[0]?.headers).not.toHaveProperty('if-none-match')
  expect(server.pages()[0]?.headers).not.toHaveProperty('if-modified-since')
})

test('cookies are not kept', async () => {
  const server = await serve({ '/page': (response) => response.writeHead(200, { 'set-cookie': 'id=1; Path=/' }).end(page) })
  const visits = quick()
  await visits.fetchPage(server.url('/page'))
  await visits.fetchPage(server.url('/page'))
  expect(server.pages().map(({ headers }) => headers.cookie)).toEqual([undefined, undefined])
})

test('a page is decoded by what was said of its charset, and named by the hash of its bytes', async () => {
  const bytes = Buffer.from('<p>Sharm el\x96Sheikh caf\xe9</p>', 'latin1')
  const server = await serve({
    '/old': (response) => response.writeHead(200, { 'content-type': 'text/html; charset=windows-1252' }).end(bytes),
  })
  const fetched = (await quick().fetchPage(server.url('/old'))) as Received
  expect(fetched.charset).toBe('windows-1252')
  expect(toPage(fetched, '2026-06-01T10:00:00Z')).toEqual({
    url: server.url('/old'),
    finalUrl: server.url('/old'),
    body: '<p>Sharm el–Sheikh café</p>',
    contentType: 'text/html',
    fetchedAt: '2026-06-01T10:00:00Z',
    snapshot: '10031878615904e2e07348b4c2972ee3261be36ad10dc7738e43930c4bb0f8b8',
  })
})

test.each([
  ['/missing', 404, /answered 404 \(Not Found\)/],
  ['/gone', 410, /410 \(Gone\)/],
  ['/challenge', 403, /403: it asks for proof that no program is visiting/],
  ['/empty', 200, /an empty page/],
  ['/blank', 200, /an empty page/],
  ['/image', 200, /is an image, not a page/],
  ['/paper', 200, /is a PDF document, not a page/],
  ['/archive', 200, /is an archive, not a page/],
])('%s is an error with a sentence', async (path, status, why) => {
  const typed = (type: string, body: string) => (response: import('node:http').ServerResponse) =>
    void response.writeHead(200, { 'content-type': type }).end(body)
  const server = await serve({
    '/gone': (response) => response.writeHead(410).end(),
    '/challenge': (response) => response.writeHead(403, { 'cf-mitigated': 'challenge' }).end('Just a moment...'),
    '/empty': typed('text/html', ''),
    '/blank': typed('text/html', '\uFEFF \r\n\t'),
    '/image': typed('image/png', 'x'),
    '/paper': typed('text/html', '%PDF-1.7'),
    '/archive': typed('application/zip', 'x'),
  })
  const url = server.url(path)
  await expect(quick().fetchPage(url)).rejects.toMatchObject({
    name: 'FetchError',
    url,
    status,
    message: expect.stringMatching(why),
  })
})

test('a challenge page sent with 200 is handed on: what it says is for readers to judge', async () => {
  const server = await serve({ '/page': '<title>Just a moment...</title>' })
  expect(await quick().fetchPage(server.url('/page'))).toMatchObject({ unchanged: false, status: 200 })
})

test.each(['', 'not an address', 'ftp://example.org/', 'file:///etc/passwd', 'https://user:pass@example.org/'])(
  '%j is refused',
  async (address) => {
    await expect(quick().fetchPage(address)).rejects.toMatchObject({ name: 'FetchError' })
  },
)

test('a closed fetcher ends what is under way and visits no more', async () => {
  const server = await serve({ '/hang': () => undefined, '/page': page })
  const visits = quick({ pauseMs: 60_000 })
  const hanging = expect(visits.fetchPage(server.url('/hang'))).rejects.toMatchObject({
    message: expect.stringMatching(/stopped/),
  })
  const waiting = expect(visits.fetchPage(server.url('/page'))).rejects.toMatchObject({
    message: expect.stringMatching(/stopped/),
  })
  await expect.poll(() => server.seen.length).toBeGreaterThan(0)
  await visits.close()
  await hanging
  await waiting
  await expect(visits.fetchPage(server.url('/page'))).rejects.toMatchObject({ name: 'FetchError' })
})
