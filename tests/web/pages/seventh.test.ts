import { afterAll, beforeAll, expect, test } from 'vitest'
import { fr } from '../../../languages/fr.ts'
import { languages } from '../../../languages/index.ts'
import { anEvent, aWhen } from '../../build.ts'
import type { Served } from '../site.ts'

// What the file of a language holds, for one that there is not.
const made = {
  ...fr,
  locale: 'tlh',
  kinds: { ...fr.kinds, session: 'qep' },
  bodies: { ...fr.bodies, CND: 'taS ghom' },
  pages: { ...fr.pages, own: 'tlhIngan Hol', none: 'pagh', pages: { ...fr.pages.pages, coming: 'ghoStaH' } },
}

let served: Served
beforeAll(async () => {
  Object.assign(languages, { tlh: made })
  // Loaded when the language is there, as at a start.
  const { now, serve } = await import('../site.ts')
  const cnd = anEvent({ body: 'CND', kind: 'session', slug: 'cnd-69', when: aWhen({ start: '2026-03-09', end: '2026-03-13' }) })
  served = await serve({ events: [cnd], now })
})
afterAll(() => served.close())

test('a language that is added is on pages, and every page leads to it', async () => {
  const { body } = await served.app.inject('/?lang=tlh')
  expect(body).toContain('<html lang="tlh" dir="ltr">')
  expect(body).toContain('ghoStaH')
  const english = await served.app.inject('/bodies/cnd')
  expect(english.body).toContain('lang="tlh" hreflang="tlh">tlhIngan Hol</a>')
  expect(english.body).toContain('<link rel="alternate" hreflang="tlh" href="https://calendar.example/bodies/cnd?lang=tlh">')
  const asked = await served.app.inject({ url: '/bodies/cnd', headers: { 'accept-language': 'tlh, fr;q=0.5' } })
  expect(asked.body).toContain('taS ghom')
})

test('a language that is added is in feeds and in the copy of a meeting', async () => {
  for (const url of ['/feeds/cnd.ics?lang=tlh', '/events/cnd-69.ics?lang=tlh']) {
    const { statusCode, body } = await served.app.inject(url)
    expect([url, statusCode]).toEqual([url, 200])
    expect(body.replaceAll('\r\n ', '')).toContain('qep\\, taS ghom')
  }
  expect((await served.app.inject('/feeds/cnd.ics?lang=tlh')).body).toContain('X-WR-CALNAME:CND: taS ghom')
})

test('a language that is added is in every form of the embed', async () => {
  for (const url of ['/embed/list', '/embed/list.json', '/embed/frame']) {
    const { body } = await served.app.inject(`${url}?lang=tlh&body=ccpcj`)
    expect([url, body.includes('pagh')]).toEqual([url, true])
  }
})
