import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveChanges } from '../../src/store/events/changes.ts'
import { feedStamp } from '../../src/store/schema.ts'
import { anEvent, aWhen } from '../build.ts'
import { type Served, serve } from './site.ts'

let clock: Date
let served: Served
const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  served.app.inject({ method, url, headers })
const cnd = anEvent({ uid: 'cnd', slug: 'cnd-69', body: 'CND', title: 'Sixty-ninth session' })

beforeEach(async () => {
  clock = new Date('2026-03-02T09:30:00Z')
  served = await serve({ events: [anEvent(), cnd], now: () => clock })
})
afterEach(() => served.close())

test('a feed is a calendar of its body alone, to be shown and not saved', async () => {
  const answer = await get('/feeds/cnd.ics')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="cnd.ics"',
    'cache-control': 'public, max-age=300, stale-if-error=86400',
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
    'last-modified': 'Mon, 02 Mar 2026 09:30:00 GMT',
  })
  expect(answer.headers['access-control-expose-headers']).toContain('ETag')
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(answer.body.match(/^UID:.*$/gm)).toEqual(['UID:cnd'])
  expect(answer.body).toContain('SOURCE;VALUE=URI:https://calendar.example/feeds/cnd.ics')
})

test('HEAD has the headers of GET and no body', async () => {
  const [head, whole] = [await get('/feeds/all.ics', {}, 'HEAD'), await get('/feeds/all.ics')]
  const { date: _, ...headers } = whole.headers
  expect(head.headers).toMatchObject(headers)
  expect(head.body).toBe('')
})

test('whoever has the bytes is told so without them, with the same validators', async () => {
  const { etag, 'last-modified': lastModified } = (await get('/feeds/all.ics')).headers
  for (const asked of [{ 'if-none-match': String(etag) }, { 'if-modified-since': String(lastModified) }]) {
    const answer = await get('/feeds/all.ics', asked)
    expect(answer.statusCode).toBe(304)
    expect(answer.body).toBe('')
    expect(answer.headers).toMatchObject({
      etag,
      'last-modified': lastModified,
      vary: 'Accept-Encoding',
      'cache-control': expect.any(String),
    })
    expect(answer.headers['content-length'] ?? '0').toBe('0')
  }
})

test('each packing has the same content and a strong tag of its own', async () => {
  const plain = await get('/feeds/all.ics')
  const brotli = await get('/feeds/all.ics', { 'accept-encoding': 'br' })
  const gzip = await get('/feeds/all.ics', { 'accept-encoding': 'gzip' })
  expect(brotli.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(brotli.rawPayload).equals(plain.rawPayload)).toBe(true)
  expect(gunzipSync(gzip.rawPayload).equals(plain.rawPayload)).toBe(true)
  const tags = [plain, brotli, gzip].map(({ headers }) => headers.etag)
  expect(new Set(tags).size).toBe(3)
  for (const tag of tags) expect(tag).toMatch(/^"[^"]+"$/)
  expect((await get('/feeds/all.ics', { 'accept-encoding': 'gzip', 'if-none-match': String(tags[2]) })).statusCode).toBe(304)
  expect((await get('/feeds/all.ics', { 'accept-encoding': 'br', 'if-none-match': String(tags[2]) })).statusCode).toBe(200)
})

test('a change moves the feeds it touches and no other', async () => {
  const before = { all: await get('/feeds/all.ics'), cnd: await get('/feeds/cnd.ics'), ccpcj: await get('/feeds/ccpcj.ics') }
  clock = new Date('2026-03-02T10:00:00Z')
  served.put({ ...cnd, when: aWhen({ start: '2026-05-19' }), revision: 1, modifiedAt: clock.toISOString() })
  const after = { all: await get('/feeds/all.ics'), cnd: await get('/feeds/cnd.ics'), ccpcj: await get('/feeds/ccpcj.ics') }
  for (const feed of ['all', 'cnd'] as const) {
    expect(after[feed].headers.etag).not.toBe(before[feed].headers.etag)
    expect(after[feed].headers['last-modified']).toBe('Mon, 02 Mar 2026 10:00:00 GMT')
  }
  expect(after.ccpcj.headers.etag).toBe(before.ccpcj.headers.etag)
  expect(after.ccpcj.headers['last-modified']).toBe('Mon, 02 Mar 2026 09:30:00 GMT')
})

test('Last-Modified moves forward with each change, also within a second and when the clock goes back', async () => {
  const seen = [Date.parse(String((await get('/feeds/cnd.ics')).headers['last-modified']))]
  for (const time of ['2026-03-02T09:30:00.500Z', '2026-03-02T09:00:00Z']) {
    clock = new Date(time)
    served.put({ ...cnd, title: `Session at ${time}`, revision: seen.length })
    seen.push(Date.parse(String((await get('/feeds/cnd.ics')).headers['last-modified'])))
  }
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
  expect(new Set(seen).size).toBe(3)
})

test('Last-Modified outlives the process', async () => {
  await get('/feeds/cnd.ics')
  expect(served.store.select().from(feedStamp).all()).toMatchObject([
    { address: '/feeds/cnd.ics', changedAt: '2026-03-02T09:30:00.000Z' },
  ])
})

test('the order of parameters is no other feed', async () => {
  const one = await get('/feeds/all.ics?past=30&body=cnd,ccpcj')
  const other = await get('/feeds/all.ics?body=CCPCJ&body=cnd&past=30')
  expect(one.headers.etag).toBe(other.headers.etag)
  expect(one.body.replaceAll('\r\n ', '')).toContain(
    'SOURCE;VALUE=URI:https://calendar.example/feeds/all.ics?body=ccpcj%2Ccnd&past=30',
  )
})

test.each(['body=atlantis', 'body=', 'kind=', 'q=nothing+like+this', 'from=2020-01-01&to=2020-01-02'])(
  'a filter that leaves nothing (%s) is a named, empty calendar',
  async (query) => {
    const answer = await get(`/feeds/all.ics?${query}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('X-WR-CALNAME:')
    expect(answer.body).not.toContain('VEVENT')
  },
)

test('a filter of a body feed cannot add another body', async () => {
  expect((await get('/feeds/cnd.ics?body=ccpcj')).body).not.toContain('VEVENT')
})

test.each([
  ['colour=red', 'colour'],
  ['from=2026-02-30', 'from'],
  ['past=-1', 'past'],
  ['past=7&past=8', 'past'],
  ['alarm=soon', 'alarm'],
  ['cancelled=maybe', 'cancelled'],
  ['lang=de', 'lang'],
])('a wrong parameter (%s) is named', async (query, parameter) => {
  const answer = await get(`/feeds/all.ics?${query}`)
  expect(answer.statusCode).toBe(400)
  expect(answer.headers['content-type']).toMatch('application/problem+json')
  expect(answer.json()).toMatchObject({ status: 400, parameter, detail: expect.stringContaining(`"${parameter}"`) })
})

test('an unknown name is not found, and capitals lead to the one address', async () => {
  expect((await get('/feeds/atlantis.ics')).statusCode).toBe(404)
  const answer = await get('/feeds/CND.ics?past=30')
  expect([answer.statusCode, answer.headers.location]).toEqual([308, '/feeds/cnd.ics?past=30'])
})

test.each(['PROPFIND', 'REPORT', 'POST', 'PUT', 'DELETE'])(
  '%s on a feed is refused with the methods there are',
  async (method) => {
    const server = await serve({ events: [cnd] })
    const address = await server.app.listen({ port: 0 })
    const answer = await fetch(`${address}/feeds/all.ics`, {
      method,
      ...(method === 'POST' && { body: 'x', headers: { 'content-type': 'text/calendar' } }),
    })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    await server.close()
  },
)

test('scripts of other sites may ask with a tag', async () => {
  const answer = await served.app.inject({
    method: 'OPTIONS',
    url: '/feeds/all.ics',
    headers: { origin: 'https://member.example', 'access-control-request-method': 'GET' },
  })
  expect(answer.statusCode).toBe(204)
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': expect.stringContaining('If-None-Match'),
  })
})

test('when a feed cannot be made the last good one stands in', async () => {
  const before = await get('/feeds/all.ics')
  served.store.close()
  const after = await get('/feeds/all.ics')
  expect([after.statusCode, after.body]).toEqual([200, before.body])
})

test('when a feed never could be made, whoever has a copy keeps it', async () => {
  served.store.close()
  expect((await get('/feeds/all.ics', { 'if-none-match': '"from-before"' })).statusCode).toBe(304)
})

test('what does not change is the same bytes on the next day', async () => {
  const before = await get('/feeds/all.ics')
  clock = new Date('2026-03-03T09:30:00Z')
  const after = await get('/feeds/all.ics')
  expect(after.rawPayload.equals(before.rawPayload)).toBe(true)
  expect(after.headers['last-modified']).toBe(before.headers['last-modified'])
})

test('an event alone is a one-time copy that says so: to be saved, and of any state', async () => {
  expect((await get('/events/nowhere.ics')).statusCode).toBe(404)
  const copy = await get('/events/cnd-69.ics')
  expect(copy.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="cnd-69.ics"',
  })
  expect(copy.body.match(/^UID:.*$/gm)).toEqual(['UID:cnd'])
  expect(copy.body.replaceAll('\r\n ', '')).toContain('DESCRIPTION:A one-time copy: it does not follow later changes.')
  expect((await get('/events/cnd-69.ics?lang=fr')).body.replaceAll('\r\n ', '')).toContain('X-WR-CALDESC:Copie')
  served.put({ ...cnd, state: 'withdrawn', revision: 1 })
  expect((await get('/events/cnd-69.ics')).body).toContain('STATUS:CANCELLED')
})

const months = anEvent({
  uid: 'month',
  slug: 'month',
  when: aWhen({ precision: 'month', start: '2026-06-01', end: '2026-06-30' }),
})
const past = anEvent({ uid: 'past', slug: 'past', when: aWhen({ start: '2025-06-01' }) })
const far = anEvent({ uid: 'far', slug: 'far', when: aWhen({ start: '2028-06-01' }) })
const off = anEvent({ uid: 'off', slug: 'off', status: 'cancelled' })
const unsure = anEvent({ uid: 'unsure', slug: 'unsure', status: 'tentative', place: { city: 'Doha', format: 'online' } })
const due = anEvent({
  uid: 'due',
  slug: 'due',
  kind: 'briefing',
  deadlines: [{ kind: 'registration', date: '2026-04-30', text: '' }],
})

test.each([
  ['', ['cnd', 'due', 'f3b7c2d4-0001', 'off', 'unsure']],
  ['imprecise=true', ['cnd', 'due', 'f3b7c2d4-0001', 'month', 'off', 'unsure']],
  ['past=365', ['cnd', 'due', 'f3b7c2d4-0001', 'off', 'past', 'unsure']],
  ['ahead=36', ['cnd', 'due', 'f3b7c2d4-0001', 'far', 'off', 'unsure']],
  ['cancelled=hide', ['cnd', 'due', 'f3b7c2d4-0001', 'unsure']],
  ['tentative=hide', ['cnd', 'due', 'f3b7c2d4-0001', 'off']],
  ['deadlines=true', ['cnd', 'due', 'due-registration', 'f3b7c2d4-0001', 'off', 'unsure']],
  ['body=CND', ['cnd']],
  ['kind=briefing', ['due']],
  ['place=doha', ['unsure']],
  ['format=online', ['unsure']],
  ['q=sixty-ninth', ['cnd']],
  ['exclude-body=ccpcj', ['cnd']],
  ['exclude=cnd,due&exclude-kind=session', []],
])('a feed with %s holds just what that asks for', async (query, uids) => {
  served.put(months, past, far, off, unsure, due)
  const { body, statusCode } = await get(`/feeds/all.ics?${query}`)
  expect(statusCode).toBe(200)
  expect([...body.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid).sort()).toEqual(uids)
})

test('a reminder stands in every event where it is asked for, and nowhere else', async () => {
  expect((await get('/feeds/all.ics')).body).not.toContain('VALARM')
  expect((await get('/feeds/all.ics?alarm=1d')).body.match(/TRIGGER:-P1D/g)).toHaveLength(2)
})

test('what an edit, another process’s too, leaves unread is not read again, and what it wrote is', async () => {
  await get('/feeds/all.ics')
  served.put({ ...cnd, title: 'Seventieth session', revision: 1 })
  expect((await get('/feeds/all.ics')).body).toContain('Seventieth session')
  served.put({ ...cnd, when: aWhen({ start: '2029-01-01' }), revision: 2 })
  expect((await get('/feeds/all.ics')).body).not.toContain('UID:cnd')
  served.put({ ...cnd, revision: 3 })
  expect((await get('/feeds/all.ics')).body).toContain('UID:cnd')
  clock = new Date('2027-03-02T09:30:00Z')
  expect((await get('/feeds/all.ics')).body).not.toContain('UID:cnd')
})

test.each(['atom', 'json'])(
  'the news of a selection (.%s) are a feed with validators of its own, for any filter',
  async (extension) => {
    const { store } = served
    const entry = (uid: string, slug: string, title: string, kind: 'new' | 'cancelled') => ({
      uid,
      slug,
      title,
      kind,
      fields: [],
    })
    saveChanges(store, [entry('cnd', 'cnd-69', 'x', 'new')], { at: '2026-03-01T10:00:00.000Z' })
    saveChanges(store, [entry('f3b7c2d4-0001', 'ccpcj-35', '<b>&', 'cancelled')], { at: '2026-03-02T08:00:00.000Z' })
    served.put({ ...cnd, title: '<script>alert(1)</script> & "]]>' })
    const whole = await get(`/feeds/all.${extension}`)
    expect(whole.headers['content-type']).toBe(
      extension === 'atom' ? 'application/atom+xml; charset=utf-8' : 'application/feed+json; charset=utf-8',
    )
    expect(whole.body).toContain('Cancelled: ')
    expect(whole.body).toContain('2026-03-01T10:00:00.000Z')
    if (extension === 'atom') expect(whole.body).not.toContain('<script>')
    const some = await get(`/feeds/all.${extension}?body=cnd`)
    expect(some.body).not.toContain('Cancelled: ')
    expect((await get(`/feeds/all.${extension}`, { 'if-none-match': String(whole.headers.etag) })).statusCode).toBe(304)
    clock = new Date('2026-03-02T12:00:00Z')
    expect((await get(`/feeds/all.${extension}`)).body).toBe(whole.body)
  },
)
