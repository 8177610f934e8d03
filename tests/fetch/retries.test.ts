import { expect, test } from 'vitest'
import { retryAfterMs } from '../../src/fetch/wire/retry-after.ts'
import { type Answerer, fakeClock, quick, serve } from './server.ts'

const page = '<h1>Calendar</h1>'

/** Answers the first visits as told and the rest with a page. */
function after(...first: Answerer[]): Answerer {
  return (response, request, visit) => {
    const answer = first[visit - 1]
    if (answer) answer(response, request, visit)
    else response.writeHead(200, { 'content-type': 'text/html' }).end(page)
  }
}

const status =
  (code: number, headers: Record<string, string> = {}): Answerer =>
  (response) =>
    response.writeHead(code, headers).end('later')

test.each([408, 429, 500, 502, 503, 504])('status %i is tried again', async (code) => {
  const server = await serve({ '/page': after(status(code)) })
  expect(await quick().fetchPage(server.url('/page'))).toMatchObject({ status: 200 })
  expect(server.pages()).toHaveLength(2)
})

test.each([400, 401, 403, 404, 410, 451])('status %i is not tried again', async (code) => {
  const server = await serve({ '/page': status(code) })
  await expect(quick().fetchPage(server.url('/page'))).rejects.toMatchObject({ status: code })
  expect(server.pages()).toHaveLength(1)
})

test('two further tries are all', async () => {
  const server = await serve({ '/page': status(500) })
  await expect(quick().fetchPage(server.url('/page'))).rejects.toMatchObject({
    status: 500,
    why: `${server.url('/page')} answered 500 (Internal Server Error).`,
  })
  expect(server.pages()).toHaveLength(3)
})

test.each([
  ['closed', (response) => response.socket?.destroy()],
  ['reset', (response) => response.socket?.resetAndDestroy()],
] satisfies [string, Answerer][])('a connection that is %s is tried again', async (_, answer) => {
  const server = await serve({ '/page': after(answer, answer) })
  expect(await quick().fetchPage(server.url('/page'))).toMatchObject({ status: 200 })
})

test('a connection that always breaks ends with a sentence', async () => {
  const server = await serve({ '/page': (response) => response.socket?.destroy() })
  await expect(quick().fetchPage(server.url('/page'))).rejects.toThrow(/broke off the connection before answering/)
  expect(server.pages()).toHaveLength(3)
})

test('a host that refuses connections ends with a sentence', async () => {
  await expect(quick().fetchPage('http://127.0.0.1:1/page')).rejects.toThrow(
    '127.0.0.1:1 could not be reached: it refused the connection.',
  )
})

test('a host that cannot speak safely ends with a sentence', async () => {
  const server = await serve({})
  await expect(quick().fetchPage(`https://127.0.0.1:${server.port}/`)).rejects.toThrow(
    /no safe connection could be made \(ERR_SSL/,
  )
})

test('a name without address ends with a sentence', async () => {
  const unknown = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
  const visits = quick({ resolve: () => Promise.reject(unknown) })
  await expect(visits.fetchPage('https://nowhere.example/')).rejects.toThrow(
    'nowhere.example could not be reached: its name has no address.',
  )
})

test('waits between tries grow, and a longer Retry-After goes before them', async () => {
  const clock = fakeClock()
  const server = await serve({ '/page': status(500), '/busy': status(429, { 'retry-after': '3' }) })
  const visits = quick({ clock, waitsMs: [1000, 4000] })
  await expect(visits.fetchPage(server.url('/page'))).rejects.toMatchObject({ status: 500 })
  expect(clock.waits).toEqual([1000, 4000])
  await expect(visits.fetchPage(server.url('/busy'))).rejects.toMatchObject({ status: 429, retryAt: '2026-06-01T10:00:15.000Z' })
  expect(clock.waits).toEqual([1000, 4000, 3000, 4000])
})

test.each([
  ['seconds', '3600'],
  ['a date', 'Mon, 01 Jun 2026 11:00:00 GMT'],
])('a long Retry-After in %s is not waited for but handed back as an instant', async (_, header) => {
  const clock = fakeClock()
  const server = await serve({ '/page': status(503, { 'retry-after': header }) })
  await expect(quick({ clock }).fetchPage(server.url('/page'))).rejects.toMatchObject({
    status: 503,
    retryAt: '2026-06-01T11:00:00.000Z',
    why: `${server.url('/page')} answered 503 (Service Unavailable) and asked not to be visited before 2026-06-01T11:00:00Z.`,
  })
  expect(clock.waits).toEqual([])
  expect(server.pages()).toHaveLength(1)
})

test('a host that asked for a long pause is not visited for another page either', async () => {
  const server = await serve({ '/page': status(429, { 'retry-after': '3600' }), '/other': page })
  const visits = quick()
  await expect(visits.fetchPage(server.url('/page'))).rejects.toMatchObject({ retryAt: expect.any(String) })
  await expect(visits.fetchPage(server.url('/other'))).rejects.toMatchObject({ retryAt: expect.any(String) })
  expect(server.pages()).toHaveLength(1)
})

test('a page that asked for a long pause closes no other page of its host', async () => {
  const server = await serve({ '/page': status(503, { 'retry-after': '3600' }), '/other': page })
  const visits = quick()
  await expect(visits.fetchPage(server.url('/page'))).rejects.toMatchObject({ status: 503, retryAt: expect.any(String) })
  expect(await visits.fetchPage(server.url('/other'))).toMatchObject({ status: 200 })
})

test('Retry-After is seconds or a date, never negative, never for ever; else it says nothing', () => {
  const now = Date.parse('2026-06-01T10:00:00Z')
  const month = 30 * 24 * 60 * 60 * 1000
  expect(retryAfterMs('120', now)).toBe(120_000)
  expect(retryAfterMs('Mon, 01 Jun 2026 10:01:00 GMT', now)).toBe(60_000)
  expect(retryAfterMs('Mon, 01 Jun 2026 09:00:00 GMT', now)).toBe(0)
  expect(retryAfterMs('9'.repeat(400), now)).toBe(month)
  for (const nonsense of [undefined, '', 'soon', '-5', '1.5', 'GMT']) expect(retryAfterMs(nonsense, now)).toBeUndefined()
})
