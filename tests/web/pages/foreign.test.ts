import { load } from 'cheerio/slim'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveFeed } from '../../../src/store/named-feeds.ts'
import { saveRun } from '../../../src/store/visits/runs.ts'
import { saveSourceState } from '../../../src/store/visits/sources.ts'
import { anEvent, aWhen } from '../../build.ts'
import { type Served, serve } from '../site.ts'
import { meetings, sources } from './meetings.ts'

/** A person with a key of this name wrote the place, where a source says another, and entered another meeting. */
const key = 'frau-huber-office'
const edited = anEvent({
  uid: 'edited',
  slug: 'edited',
  body: 'CND',
  conflicts: [
    {
      field: 'status',
      values: [
        { value: 'cancelled', said: { by: key, at: '2026-02-01T06:00:00Z' } },
        { value: 'confirmed', said: { by: 'un', at: '2026-02-01T06:00:00Z', url: 'https://meetings.example/un' } },
      ],
    },
    {
      field: 'when',
      values: [
        { value: aWhen(), said: { by: key, at: '2026-02-01T06:00:00Z' } },
        {
          value: aWhen({ start: '2026-05-20' }),
          said: { by: 'un', at: '2026-02-01T06:00:00Z', url: 'https://meetings.example/un' },
        },
      ],
    },
  ],
  said: { place: { by: key, at: '2026-02-01T06:00:00Z' } },
  speakers: [
    { source: 'desk', key: '1', url: '', firstSeenAt: '2026-02-01T06:00:00Z', lastSeenAt: '2026-02-01T06:00:00Z' },
    {
      source: 'un',
      key: '2',
      url: 'javascript:alert(1)',
      firstSeenAt: '2026-02-01T06:00:00Z',
      lastSeenAt: '2026-02-01T06:00:00Z',
    },
  ],
})
const saved = {
  title: 'Drogues',
  description: '',
  color: 'teal' as const,
  createdAt: '2026-01-01T00:00:00Z',
  changedAt: '2026-01-01T00:00:00Z',
}

let served: Served
const get = async (url: string) => (await served.app.inject({ url, headers: { accept: 'text/html' } })).body
beforeAll(async () => {
  served = await serve({ events: [...meetings, edited], sources })
  const run = { startedAt: '2026-03-01T06:00:00Z', endedAt: '2026-03-01T06:00:05Z' }
  const counts = { added: 0, changed: 0, same: 0, missing: 9, issues: 1 }
  const unread = { sentence: 'un: cannot read the date "Spring 2026".', printed: 'Spring 2026' }
  const gone = 'un: 9 of 10 coming meetings are gone, which is more than may be.'
  saveRun(served.store, { sourceId: 'un', outcome: 'refused', sentence: gone, counts, issues: [unread], ...run })
  const failed = 'https://meetings.example/ccpcj answers 503.'
  saveRun(served.store, { sourceId: 'ccpcj', outcome: 'failed', sentence: failed, counts, issues: [], ...run })
  saveSourceState(served.store, 'ccpcj', { failingSince: '2026-02-27T06:00:00Z', lastSuccessAt: '2026-02-26T06:00:00Z' })
  saveFeed(served.store, { ...saved, id: 'a', name: 'drogues', selection: { bodies: ['CND'] }, closedAt: null })
  saveFeed(served.store, { ...saved, id: 'b', name: 'closed', selection: {}, closedAt: '2026-02-01T00:00:00Z' })
})
afterAll(() => served.close())

const pages = [
  '/',
  '/month',
  '/month/2026-05',
  '/year',
  '/bodies',
  '/bodies/cnd',
  '/sources',
  '/subscribe',
  '/embed',
  '/feeds/drogues',
]
const refusals = ['/nothing/here', '/embed/frame?limit=many&body=xyz', '/?body=xyz&from=never', '/month/never', '/feeds/closed']
const events = [...meetings, edited].map(({ slug }) => `/events/${slug}`)

// What sources wrote: where it stands in an attribute, nothing can mark it as theirs.
const theirs = [...meetings, edited].flatMap(({ title, place }) => [title, ...Object.values(place)])

test.each(['ar', 'zh', 'ru'])('no page says anything in English in %s but what a source wrote', async (language) => {
  const english: string[] = []
  for (const path of [...pages, ...refusals, ...events]) {
    const $ = load(await get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`))
    $('[lang="en"], script, pre, code, input, .host, a[hreflang], body [dir="ltr"]').remove()
    const labels = ['aria-label', 'title'].flatMap((name) =>
      $(`[${name}]`)
        .toArray()
        .map((one) => $(one).attr(name) ?? ''),
    )
    let said = [$('title').text(), $('body').text(), ...labels].join('\n')
    for (const words of [...theirs, ...sources.map(({ title }) => title)]) said = said.replaceAll(words, '')
    // A name may be of two words.
    for (const words of said.match(/[A-Za-z’]+(?: +[A-Za-z’]+){2,}/g) ?? []) english.push(`${path}: ${words}`)
  }
  expect(english).toEqual([])
})

test('the name of a key is told to no reader, only that people of this calendar wrote it', async () => {
  for (const url of [
    '/events/edited',
    '/events/edited.ics',
    '/api/events/edited?provenance=true',
    '/feeds/all.ics',
    '/api/changes',
  ]) {
    const body = await get(url)
    expect([url, body.includes(key)]).toEqual([url, false])
  }
  expect(await get('/events/edited')).toContain('the editors of this calendar')
  expect(await get('/events/edited?lang=fr')).toContain('la rédaction de ce calendrier')
  expect(JSON.parse(await get('/api/events/edited?provenance=true'))).toMatchObject({ said: { place: { by: 'desk' } } })
})

test('what people of this calendar changed stands; what sources say otherwise is told beneath it', async () => {
  const page = (await get('/events/edited')).replace(/<[^>]*>/g, '')
  expect(page).toMatch(/Sources say otherwise: dates\s+Wednesday 20 May 2026 — Calendar of the United Nations/)
  expect(page).not.toContain('Sources disagree')
})

test('only an address of the web is a link, whatever a source or person gave as one', async () => {
  const addresses = [...(await get('/events/edited')).matchAll(/href="([^"]*)"/g)].map(([, address]) => address ?? '')
  expect(addresses.filter((address) => address === '' || /^javascript:/i.test(address))).toEqual([])
})

test('a page of a closed feed says so in the language of its reader, and what of an address cannot be understood', async () => {
  expect(await get('/feeds/closed?lang=fr')).toContain('Ce calendrier a été fermé')
  expect(await get('/embed/frame?limit=many&lang=fr')).toContain('« limit » dans l’adresse')
})
