import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { languageCodes } from '../../../src/publish/index.ts'
import { anEvent, aWhen } from '../../build.ts'
import { type Served, serve } from '../site.ts'
import { meetings, sources } from './meetings.ts'

let served: Served
afterEach(() => served.close())
const jsonLd = async (slug: string) => {
  const { body } = await served.app.inject(`/events/${slug}`)
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)?.[1] ?? 'null')
}

/** Properties of schema.org's Event that we say, of https://schema.org/Event. */
const properties = [
  '@context',
  '@type',
  '@id',
  'identifier',
  'name',
  'url',
  'startDate',
  'endDate',
  'previousStartDate',
  'eventStatus',
]
const more = ['eventAttendanceMode', 'location', 'description', 'organizer', 'sameAs']

test('a page tells machines its meeting as schema.org Event, whose status is one of its members', async () => {
  served = await serve({ events: meetings, sources })
  const told = await Promise.all(['ccpcj-35', 'cosp-irg-17', 'untoc-cop-13', 'hlpf-2026', 'cnd-intersessional'].map(jsonLd))
  expect(told.map(({ eventStatus }) => eventStatus)).toEqual(
    ['Scheduled', 'Cancelled', 'Rescheduled', 'Scheduled', 'Scheduled'].map((word) => `https://schema.org/Event${word}`),
  )
  for (const one of told) {
    expect(one).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: expect.any(String),
      startDate: expect.any(String),
    })
    expect(Object.keys(one).filter((key) => ![...properties, ...more].includes(key))).toEqual([])
  }
  expect(told[2]).toMatchObject({ previousStartDate: '2026-10-05', startDate: '2026-10-12' })
  expect(told[3].startDate).toBe('2026-07')
  expect(told[4]).toMatchObject({
    startDate: '2026-03-12T10:00:00+01:00',
    endDate: '2026-03-12T13:00:00+01:00',
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: [{ '@type': 'Place' }, { '@type': 'VirtualLocation' }],
  })
})

test('what was never dated is told to people only', async () => {
  served = await serve({ events: meetings, sources })
  expect(await jsonLd('alliance-undated')).toBeNull()
})

test('the sitemap names every page of a meeting with the time of its change, and robots are led to it', async () => {
  served = await serve({ events: meetings, sources })
  const { body } = await served.app.inject('/sitemap.xml')
  expect(body).toContain('<loc>https://calendar.example/events/ccpcj-35</loc><lastmod>2026-01-10T06:00:00Z</lastmod>')
  for (const { slug } of meetings) expect(body).toContain(`/events/${slug}</loc>`)
  const locations = [...body.matchAll(/<loc>https:\/\/calendar.example(.*?)<\/loc>/g)].map(([, path]) => path ?? '')
  for (const path of locations) expect([path, (await served.app.inject(path)).statusCode]).toEqual([path, 200])
  expect((await served.app.inject('/robots.txt')).body).toContain('Sitemap: https://calendar.example/sitemap.xml')
})

test('a page with all that it loads weighs less than 30 kB on its way, and the script of the embed less than 10 kB', async () => {
  const year = Array.from({ length: 300 }, (_, i) =>
    anEvent({
      uid: `${i}`,
      slug: `meeting-${i}`,
      title: `Meeting number ${i} of the open-ended intergovernmental working group on matters of some length`,
      when: aWhen({ start: new Date(Date.UTC(2026, 2, 3 + i)).toISOString().slice(0, 10) }),
    }),
  )
  served = await serve({ events: [...meetings, ...year], sources })
  const packed = async (url: string) => gzipSync((await served.app.inject(url)).rawPayload).length
  const loaded = (await packed('/assets/style.css')) + (await packed('/assets/page.js'))
  for (const path of [
    '/',
    '/month/2026-05',
    '/year/2026',
    '/bodies',
    '/bodies/ccpcj',
    '/sources',
    '/subscribe',
    '/embed',
    '/events/ccpcj-35',
  ])
    for (const language of languageCodes)
      expect((await packed(`${path}?lang=${language}`)) + loaded, `${path} in ${language}`).toBeLessThan(30_000)
  expect(await packed('/embed.js')).toBeLessThan(10_000)
})
