import { expect, test } from 'vitest'
import type { Fetched, Known } from '../../src/fetch/index.ts'
import { FetchError, fetchPages } from '../../src/fetch/index.ts'
import { quick, serve } from './server.ts'

const now = () => '2026-06-01T10:00:00Z'

test('each page of a source comes to a page, to word that it is unchanged, or to its errors', async () => {
  const server = await serve({
    '/new': (response) => response.writeHead(200, { 'content-type': 'text/html', etag: '"2"' }).end('<h1>New</h1>'),
    '/same': (response, { headers }) => response.writeHead(headers['if-none-match'] === '"1"' ? 304 : 200, { etag: '"1"' }).end(),
  })
  const [fresh, same, gone] = await fetchPages([server.url('/new'), server.url('/same'), server.url('/gone')], {
    fetch: quick().fetchPage,
    known: (url) => (url === server.url('/same') ? { etag: '"1"' } : undefined),
    now,
  })
  expect(fresh).toMatchObject({ outcome: 'page', validators: { etag: '"2"' }, page: { body: '<h1>New</h1>', fetchedAt: now() } })
  expect(same).toEqual({ outcome: 'unchanged', url: server.url('/same'), validators: { etag: '"1"' }, passed: [] })
  expect(gone).toMatchObject({ outcome: 'failed', url: server.url('/gone'), errors: [{ status: 404 }] })
})

test('of candidates the first that answers with a page is taken, and the reasons of the others are kept', async () => {
  const server = await serve({ '/login': '<h1>Log in</h1>', '/page': '<h1>Meetings</h1>', '/older': '<h1>Old</h1>' })
  const candidates = ['/gone', '/login', '/page', '/older'].map((path) => server.url(path))
  const noPage = ({ body }: { body: string }) => (body.includes('Log in') ? 'The page is a login.' : undefined)
  const visits = await fetchPages([candidates], { fetch: quick().fetchPage, known: () => undefined, now, noPage })
  expect(visits).toMatchObject([
    { outcome: 'page', url: server.url('/page'), passed: [{ status: 404 }, { why: 'The page is a login.' }] },
  ])
  expect(server.pages().map(({ path }) => path)).toEqual(['/gone', '/login', '/page'])
})

test('a bug is not mistaken for a page that could not be fetched', async () => {
  const fetch = (): Promise<Fetched> => Promise.reject(new TypeError('a bug'))
  await expect(fetchPages(['https://example.org/'], { fetch, known: (): Known | undefined => undefined, now })).rejects.toThrow(
    TypeError,
  )
})

test('when no candidate answers, every reason is told', async () => {
  const fetch = (url: string): Promise<Fetched> => Promise.reject(new FetchError(url, `${url} is gone.`))
  const [visit] = await fetchPages([['https://a.example/', 'https://b.example/']], { fetch, known: () => undefined, now })
  expect(visit).toMatchObject({
    outcome: 'failed',
    errors: [{ why: 'https://a.example/ is gone.' }, { why: 'https://b.example/ is gone.' }],
  })
})
