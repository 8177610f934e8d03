import { afterEach, expect, test } from 'vitest'
import { saveRun } from '../../../src/store/visits/runs.ts'
import { saveSourceState } from '../../../src/store/visits/sources.ts'
import { type Served, serve } from '../site.ts'
import { meetings, sources } from './meetings.ts'

let served: Served
afterEach(() => served.close())

const get = async (url: string, headers: Record<string, string> = {}) =>
  served.app.inject({ url, headers: { accept: 'text/html', ...headers } })
const text = (page: string) =>
  page
    .replace(/<(script|style).*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
const jsonLd = (page: string) => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? 'null')

test('what is coming is listed under its months, what is over is not, what has no day stands last', async () => {
  served = await serve({ events: meetings, sources })
  const page = text((await get('/')).body)
  expect(page.match(/(March|April|May|June|July|October) 2026(?= \d| July| Wed| Thu)/g)).toBeTruthy()
  expect(page).not.toContain('A past meeting')
  expect(page.indexOf('Annual meeting')).toBeGreaterThan(page.indexOf('Thirteenth session'))
  expect(page).toMatch(/Implementation Review Group.*Cancelled/)
})

test('search folds accents and case, and finds the beginnings of words', async () => {
  served = await serve({ events: meetings, sources })
  for (const typed of ['reunion geneve', 'RÉUNION', 'narco'])
    expect(text((await get(`/?q=${encodeURIComponent(typed)}`)).body)).toContain('Second intersessional')
  expect(text((await get('/?q=zebra')).body)).toContain('No coming meeting is known that fits.')
})

test('a parameter that cannot be understood is told by its name and left out', async () => {
  served = await serve({ events: meetings, sources })
  const page = await get('/?body=xyz&from=tomorrow')
  expect(page.statusCode).toBe(200)
  expect(text(page.body)).toMatch(/“Body” could not be understood.*“From” could not be understood/)
})

test('a conflict between sources is shown: each value, and who said it', async () => {
  served = await serve({ events: meetings, sources })
  const page = text((await get('/events/ccpcj-35')).body)
  expect(page).toMatch(/Sources disagree: dates/)
  expect(page).toMatch(/18–22 May 2026 — Commission on Crime.*25–29 May 2026 — Calendar of the United Nations/)
})

test('a meeting tells its deadlines, who may attend, and where each detail was read', async () => {
  served = await serve({ events: meetings, sources })
  const page = text((await get('/events/ccpcj-35')).body)
  expect(page).toMatch(/Thursday,? 30 April 2026 Registration closes/)
  expect(page).toContain('Organizations in consultative status')
  expect(page).toMatch(/Where each detail was read dates: Commission on Crime/)
})

test('hours are told in the time of the place, and in that of Vienna where it is another', async () => {
  served = await serve({ events: meetings, sources })
  const [hours] = meetings.filter(({ uid }) => uid === 'hours')
  const elsewhere = { ...hours?.when, timezone: 'America/New_York', startTime: '19:00', endTime: '22:00' }
  served.put({ ...hours, uid: 'ny', slug: 'ny', when: elsewhere } as never)
  expect(text((await get('/events/ny')).body)).toMatch(
    /19:00–22:00 \(New York time\) 13 March at 00:00–13 March at 03:00 \(Vienna time\)/,
  )
  expect(text((await get('/events/cnd-intersessional')).body)).not.toContain('Vienna time) 10:00')
})

test('a source failing since is told on the page, and on the page of sources with its next visit', async () => {
  served = await serve({ events: meetings, sources })
  saveSourceState(served.store, 'un', {
    failingSince: '2026-02-20T08:30:00.000Z',
    failures: 9,
    lastSuccessAt: '2026-02-19T08:30:00.000Z',
    nextVisitAt: '2026-03-02T11:30:00.000Z',
  })
  const counts = { added: 0, changed: 0, same: 0, missing: 0, issues: 0 }
  const instants = { startedAt: '2026-03-02T08:29:00.000Z', endedAt: '2026-03-02T08:30:00.000Z' }
  saveRun(served.store, { sourceId: 'un', outcome: 'failed', sentence: 'un: no answer.', counts, issues: [], ...instants })
  for (const path of ['/', '/events/ccpcj-35', '/year'])
    expect(text((await get(path)).body)).toContain('“Calendar of the United Nations” could not be read since 20 February 2026')
  expect(text((await get('/sources')).body)).toMatch(/Cannot be read.*19 February 2026 at 09:30.*2 March 2026 at 12:30/)
})

test('a hostile title is text wherever it is shown', async () => {
  served = await serve({ events: meetings, sources })
  const paths = ['/', '/month/2026-04', '/year/2026', '/events/hostile', '/bodies/other', '/embed/list', '/embed/frame']
  for (const path of paths) {
    const { body } = await get(path)
    expect(body).toContain('alert(1)')
    expect(body).not.toMatch(/<script>alert|<img/)
  }
  expect(jsonLd((await get('/events/hostile')).body).name).toContain('<img src=x')
})

test('what an address says is never markup of a page', async () => {
  served = await serve({ events: meetings, sources })
  const attack = encodeURIComponent(`"'><script>alert(1)</script><img src=x onerror=alert(2)>`)
  const names = [
    'body',
    'kind',
    'format',
    'place',
    'q',
    'from',
    'to',
    'after',
    'lang',
    'alarm',
    'deadlines',
    'cancelled',
    'limit',
    'feed',
    'x',
  ]
  for (const path of [
    '/',
    '/month',
    '/year',
    '/bodies',
    '/bodies/cnd',
    '/sources',
    '/subscribe',
    '/embed',
    '/embed/list',
    '/embed/frame',
    `/${attack}`,
    `/events/${attack}`,
  ])
    for (const name of names) {
      const reply = await get(`${path}?${name}=${attack}`)
      expect(reply.statusCode, `${path}?${name}`).toBeLessThan(500)
      if (String(reply.headers['content-type']).startsWith('text/html'))
        expect(reply.body).not.toMatch(/<script>alert|<img src=x/)
    }
})

test('a person at an address of nothing gets a page with a search in their language; a program gets a problem document', async () => {
  served = await serve({ events: meetings, sources })
  for (const path of ['/nothing', '/bodies/nothing', '/events/nothing', '/month/2026-13', '/year/1850', '/feeds/nothing']) {
    const page = await get(path, { 'accept-language': 'fr' })
    expect([path, page.statusCode, page.headers['content-type']]).toEqual([path, 404, 'text/html; charset=utf-8'])
    expect(page.body).toMatch(/<html lang="fr".*<form class="filter"/s)
  }
  expect((await served.app.inject('/nothing')).headers['content-type']).toContain('application/problem+json')
  expect((await get('/feeds/nothing.ics')).headers['content-type']).toContain('application/problem+json')
})

test('a person whose address cannot be read is told why', async () => {
  served = await serve({ events: meetings, sources })
  const page = await get('/bodies/%zz')
  expect(page.statusCode).toBe(400)
  expect(text(page.body)).toContain('The address has a percent sign that does not begin the code of a character.')
})

test('the table of a year names every meeting of its bodies, and cancelled ones are marked', async () => {
  served = await serve({ events: meetings, sources })
  const { body } = await get('/year/2026')
  const rows = body.slice(body.indexOf('<table class="year">'))
  for (const { title, when } of meetings.filter(({ uid }) => uid !== 'hostile')) if (when) expect(rows).toContain(`>${title}, <`)
  expect(rows).toMatch(/class="off"><span class="hidden" lang="en">Implementation Review Group/)
})

test('a month tells what is on each day, and on an empty one that nothing is', async () => {
  served = await serve({ events: meetings, sources })
  const { body } = await get('/month/2026-05')
  expect(body.match(/href="\/events\/ccpcj-35"/g)).toHaveLength(5)
  expect(text((await get('/month/2026-08')).body)).toContain('No meeting is known that fits.')
})

test('a body tells what it is, what is coming and what was', async () => {
  served = await serve({ events: meetings, sources })
  const page = text((await get('/bodies/cnd')).body)
  expect(page).toMatch(
    /policy-making body of the United Nations on drugs.*Coming meetings.*Second intersessional.*Past meetings.*A past meeting/,
  )
})

test('the address to subscribe to holds what was chosen, and each program has its button with it', async () => {
  served = await serve({ events: meetings, sources })
  const { body } = await get('/subscribe?body=cnd&body=ccpcj&alarm=1d&deadlines=true')
  const address = 'https://calendar.example/feeds/all.ics?alarm=1d&body=cnd,ccpcj&deadlines=true'
  expect(body).toContain(`value="${address.replaceAll('&', '&#38;')}"`)
  expect(body).toContain(`href="${address.replace('https', 'webcal').replaceAll('&', '&#38;')}"`)
  expect(body).toContain(`url=${encodeURIComponent(address)}`)
  expect(text(body)).toMatch(/3 to 24 hours.*up to a day.*30 minutes.*more than about 1 MB/)
})
