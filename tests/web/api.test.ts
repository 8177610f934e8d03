import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Event } from '../../src/event/index.ts'
import { anEvent, aWhen } from '../build.ts'
import { type Served, serve } from './site.ts'

let served: Served
const get = async (url: string) => (await served.app.inject(url)).json()
const uids = async (query: string) => (await get(`/api/events?${query}`)).events.map((event: Event) => event.uid)

const { when: _, ...undated } = anEvent({ uid: 'e', slug: 'e', title: 'Date to be confirmed' })
const events: Event[] = [
  anEvent({ uid: 'a', slug: 'a', body: 'CND', kind: 'intersessional', when: aWhen({ start: '2026-01-12', end: '2026-01-12' }) }),
  anEvent({ uid: 'b', slug: 'b', title: 'Réunion d’experts', place: { city: 'New York', format: 'online' } }),
  anEvent({ uid: 'c', slug: 'c', body: 'COSP', status: 'cancelled', when: aWhen({ start: '2026-05-18', end: '2026-05-18' }) }),
  anEvent({ uid: 'd', slug: 'd', when: aWhen({ start: '2026-09-01', end: '2026-09-04' }) }),
  undated,
  anEvent({ uid: 'f', slug: 'f', state: 'merged', mergedInto: 'a' }),
]

beforeAll(async () => {
  served = await serve({ events })
})
afterAll(() => served.close())

test('events come in the order of their first day, those without one last, merged ones not at all', async () => {
  expect(await uids('')).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test.each([
  ['body=cnd', ['a']],
  ['body=cnd,COSP', ['a', 'c']],
  ['body=cnd&body=cosp', ['a', 'c']],
  ['kind=intersessional', ['a']],
  ['status=cancelled', ['c']],
  ['format=online', ['b']],
  ['place=new%20york', ['b']],
  ['from=2026-05-20', ['b', 'd']],
  ['to=2026-05-18', ['a', 'b', 'c']],
  ['from=2026-05-18&to=2026-05-18', ['b', 'c']],
  ['q=reunion', ['b']],
  ['q=EXPERT+reun', ['b']],
  ['q=%22%20OR%20(', []],
  ['q=', ['a', 'b', 'c', 'd', 'e']],
  ['body=', ['a', 'b', 'c', 'd', 'e']],
])('%s finds %j', async (query, found) => expect(await uids(query)).toEqual(found))

test('pages follow each other without a gap or a double, also when events come and go between', async () => {
  const first = await get('/api/events?limit=2')
  expect(first.events.map((event: Event) => event.uid)).toEqual(['a', 'b'])
  served.put(anEvent({ uid: 'a1', slug: 'a1', when: aWhen({ start: '2026-01-13', end: '2026-01-13' }) }))
  const second = await get(`/api/events?limit=2&cursor=${first.cursor}`)
  expect(second.events.map((event: Event) => event.uid)).toEqual(['c', 'd'])
  const third = await get(second.next.replace('https://calendar.example', ''))
  expect(third.events.map((event: Event) => event.uid)).toEqual(['e'])
  expect([third.cursor, third.next]).toEqual([null, null])
  served.put(anEvent({ uid: 'a1', slug: 'a1', state: 'withdrawn' }))
})

test.each([
  ['from=2026-13-01', 'from'],
  ['to=tomorrow', 'to'],
  ['body=atlantis', 'body'],
  ['kind=party', 'kind'],
  ['limit=0', 'limit'],
  ['limit=2&limit=3', 'limit'],
  ['cursor=nonsense', 'cursor'],
  ['foo=1', 'foo'],
  ['__proto__=1', '__proto__'],
  [`q=${'x'.repeat(300)}`, 'q'],
])('%s is refused and named', async (query, parameter) => {
  const answer = await served.app.inject(`/api/events?${query}`)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8'])
  expect(answer.json()).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400, parameter })
})

test('a change is seen at once', async () => {
  expect(await uids('q=novelty')).toEqual([])
  served.put(anEvent({ uid: 'n', slug: 'n', title: 'Novelty' }))
  expect(await uids('q=novelty')).toEqual(['n'])
  served.put(anEvent({ uid: 'n', slug: 'n', title: 'Novelty', state: 'withdrawn' }))
  expect(await uids('q=novelty')).toEqual([])
})

test('an event is found by uid and by slug, and says who said what only where that is asked', async () => {
  const named = anEvent({
    uid: 'the-uid',
    slug: 'the-slug',
    said: { title: { by: 'cnd', at: '2026-02-01T00:00:00Z', url: 'https://www.unodc.org/cnd' } },
    state: 'withdrawn',
  })
  served.put(named)
  const byUid = await get('/api/events/the-uid')
  expect(byUid).toMatchObject({ uid: 'the-uid', start: '2026-05-18', end: '2026-05-22', state: 'withdrawn' })
  expect(byUid).not.toHaveProperty('said')
  expect(await get('/api/events/the-slug?provenance=true')).toMatchObject({
    said: { title: { by: 'cnd' } },
    speakers: [{ source: 'ccpcj' }],
  })
  expect((await served.app.inject('/api/events/nobody')).statusCode).toBe(404)
})

test('an unchanged answer is not sent twice', async () => {
  const { etag } = (await served.app.inject('/api/events?limit=1')).headers
  expect((await served.app.inject({ url: '/api/events?limit=1', headers: { 'if-none-match': String(etag) } })).statusCode).toBe(
    304,
  )
})
