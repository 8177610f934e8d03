import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { load } from 'cheerio/slim'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { exportTo } from '../../src/export.ts'
import { saveFeed } from '../../src/store/named-feeds.ts'
import { anEvent, aWhen } from '../build.ts'
import { now, type Served, serve } from '../web/site.ts'

const saved = {
  id: 'f',
  name: 'drugs',
  title: 'Drugs',
  description: 'Drugs',
  color: 'teal' as const,
  selection: { bodies: ['CND' as const] },
  createdAt: '2026-03-01T00:00:00.000Z',
  changedAt: '2026-03-01T00:00:00.000Z',
  closedAt: null,
}
const cnd = anEvent({ uid: 'cnd', slug: 'cnd-69', body: 'CND', title: 'Sixty-ninth session' })
const many = Array.from({ length: 12 }, (_, i) => anEvent({ uid: `u${i}`, slug: `u${i}`, when: aWhen({ start: '2026-04-01' }) }))

// Hundreds of files take their time on a machine that is at something else.
vi.setConfig({ testTimeout: 30_000 })

let served: Served
let folder: string
const write = (said: { prune?: boolean; languages?: ('en' | 'fr')[] } = {}) =>
  exportTo(
    folder,
    { store: served.store, config: served.config, sources: [], now: now() },
    { languages: ['en'], prune: false, ...said },
  )
const read = (file: string) => readFileSync(join(folder, file))

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'export-'))
  served = await serve({ events: [cnd, ...many] })
  saveFeed(served.store, { ...saved, name: 'narcotics' })
  saveFeed(served.store, saved)
})
afterEach(async () => {
  await served.close()
  rmSync(folder, { recursive: true })
})

test('each file has the bytes that the service answers', async () => {
  await write()
  for (const [file, url] of [
    ['feeds/all.ics', '/feeds/all.ics'],
    ['feeds/cnd.atom', '/feeds/cnd.atom'],
    ['feeds/drugs.json', '/feeds/drugs.json'],
    ['feeds/narcotics.ics', '/feeds/drugs.ics'],
    ['events/cnd-69.ics', '/events/cnd-69.ics'],
    ['embed/list/drugs.json', '/embed/list.json?feed=drugs'],
    ['api/events.json', '/api/events?from=2026-03-02&limit=200'],
    ['embed.js', '/embed.js'],
    ['sitemap.xml', '/sitemap.xml'],
  ] as const) {
    const { statusCode, rawPayload } = await served.app.inject(url)
    expect([file, statusCode, rawPayload.equals(read(file))]).toEqual([file, 200, true])
  }
})

test('the page of a meeting has the bytes of the answer, in each language', async () => {
  await write({ languages: ['en', 'fr'] })
  const app = buildApp({ store: served.store, config: served.config, sources: [], now, files: ['en', 'fr'] })
  for (const [file, lang] of [
    ['events/cnd-69.html', 'en'],
    ['fr/events/cnd-69.html', 'fr'],
  ] as const) {
    const { rawPayload } = await app.inject(`/events/cnd-69?lang=${lang}`)
    expect([file, rawPayload.equals(read(file))]).toEqual([file, true])
  }
  await app.close()
})

test('hundreds of meetings are all written; one that cannot be fails the export, which is whole the next time', async () => {
  served.put(...Array.from({ length: 150 }, (_, i) => anEvent({ uid: `m${i}`, slug: `m${i}` })))
  mkdirSync(join(folder, 'events/m42.html'), { recursive: true })
  await expect(write()).rejects.toThrow('m42.html')
  rmSync(join(folder, 'events/m42.html'), { recursive: true })
  await write()
  for (let i = 0; i < 150; i++) {
    expect(existsSync(join(folder, `events/m${i}.html`))).toBe(true)
    expect(read(`events/m${i}.ics`).equals((await served.app.inject(`/events/m${i}.ics`)).rawPayload)).toBe(true)
  }
  expect(await write()).toMatchObject({ written: 0 })
}, 30_000)

test('packed twins hold the same, and no file is half written; what is small when packed has no second twin', async () => {
  served.put(...Array.from({ length: 20 }, (_, i) => anEvent({ uid: `m${i}`, slug: `m${i}` })))
  await write()
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => statSync(join(folder, file)).isFile())
  const packed = files.filter((file) => /\.(gz|br)$/.test(file))
  expect(packed).toContain('feeds/all.ics.br')
  expect(packed).toContain('events/cnd-69.html.gz')
  expect(packed).not.toContain('events/cnd-69.html.br')
  for (const file of packed) {
    const plain = read(file.slice(0, -3))
    expect((file.endsWith('.gz') ? gunzipSync : brotliDecompressSync)(read(file)).equals(plain)).toBe(true)
  }
  expect(files.filter((file) => file.endsWith('.tmp'))).toEqual([])
})

test('a file that became small loses the twins of its former content', async () => {
  served.put({ ...cnd, description: 'A word of many. '.repeat(1500) })
  await write()
  expect(existsSync(join(folder, 'events/cnd-69.html.br'))).toBe(true)
  served.put({ ...cnd, title: 'Renamed session', revision: 1, modifiedAt: '2026-03-02T09:00:00Z' })
  await write()
  expect(existsSync(join(folder, 'events/cnd-69.html.br'))).toBe(false)
  expect(gunzipSync(read('events/cnd-69.html.gz')).equals(read('events/cnd-69.html'))).toBe(true)
})

test('feeds, copies and the embed are there in each language, and pages lead to those of their own', async () => {
  await write({ languages: ['en', 'fr'] })
  for (const [file, url] of [
    ['fr/feeds/cnd.ics', '/feeds/cnd.ics?lang=fr'],
    ['fr/feeds/drugs.atom', '/feeds/drugs.atom?lang=fr'],
    ['fr/events/cnd-69.ics', '/events/cnd-69.ics?lang=fr'],
    ['fr/embed/list/all.json', '/embed/list.json?feed=all&lang=fr'],
  ] as const)
    expect([file, (await served.app.inject(url)).rawPayload.equals(read(file))]).toEqual([file, true])
  const led = (page: string) => [
    ...read(page)
      .toString()
      .matchAll(/(?:href|src)="(\/[^"]*\.(?:ics|atom|json)|\/[^"]*embed\/frame[^"]*)"/g),
  ]
  for (const page of ['index', 'subscribe', 'bodies/cnd', 'events/cnd-69', 'feeds/drugs', 'embed']) {
    const links = led(`fr/${page}.html`).map(([, address]) => address)
    expect([page, links.length > 0, links.filter((address) => !address?.startsWith('/fr/'))]).toEqual([page, true, []])
  }
})

test('what did not change is not written; a change writes only what tells of it', async () => {
  const first = await write()
  expect(first).toMatchObject({ unchanged: 0, gone: [] })
  expect(await write()).toEqual({ written: 0, unchanged: first.written, gone: [] })
  const before = read('feeds/ccpcj.ics')
  served.put({ ...cnd, title: 'Renamed session', revision: 1, modifiedAt: '2026-03-02T09:00:00Z' })
  const second = await write()
  expect(second.written).toBeGreaterThan(5)
  expect(second.written).toBeLessThan(30)
  for (const file of [
    'feeds/all.ics',
    'feeds/drugs.ics',
    'events/cnd-69.html',
    'events/cnd-69.ics',
    'bodies/cnd.html',
    'index.html',
  ])
    expect([file, read(file).includes('Renamed session')]).toEqual([file, true])
  expect(read('feeds/ccpcj.ics').equals(before)).toBe(true)
  rmSync(join(folder, 'feeds/all.ics'))
  expect(await write()).toMatchObject({ written: 1 })
})

test('after any edits, an export over an earlier one leaves the same files as one into an empty folder', async () => {
  const edit = fc.record({
    event: fc.constantFrom(cnd, ...many.slice(0, 4)),
    title: fc.constantFrom('Renamed', 'Moved', 'Much longer '.repeat(300)),
    start: fc.constantFrom('2026-03-20', '2026-04-01', '2027-05-03'),
    state: fc.constantFrom('listed' as const, 'withdrawn' as const),
  })
  let revision = 0
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
      await write()
      for (const { event, title, start, state } of edits) {
        revision++
        const modifiedAt = new Date(Date.UTC(2026, 2, 1, 0, revision)).toISOString()
        served.put({ ...event, title, state, when: aWhen({ start }), revision, modifiedAt })
      }
      await write({ prune: true })
      const anew = mkdtempSync(join(tmpdir(), 'export-'))
      await exportTo(
        anew,
        { store: served.store, config: served.config, sources: [], now: now() },
        { languages: ['en'], prune: false },
      )
      expect(contents(folder)).toEqual(contents(anew))
      rmSync(anew, { recursive: true })
    }),
    { numRuns: 4 },
  )
}, 120_000)

/** Every file of a folder with its bytes, but for the record of what they were made from. */
function contents(of: string): Record<string, string> {
  const files = (readdirSync(of, { recursive: true }) as string[]).filter((file) => statSync(join(of, file)).isFile()).sort()
  const told = files.filter((file) => file !== '.export.json')
  return Object.fromEntries(told.map((file) => [file, readFileSync(join(of, file)).toString('base64')]))
}

test('what is no longer made is told and left, until its removal is asked for; files of others are never touched', async () => {
  await write()
  writeFileSync(join(folder, 'of-others.txt'), 'x')
  saveFeed(served.store, { ...saved, closedAt: '2026-03-02T00:00:00.000Z' })
  const { gone } = await write()
  expect(gone).toContain('feeds/drugs.ics')
  expect(existsSync(join(folder, 'feeds/drugs.ics'))).toBe(true)
  expect((await write({ prune: true })).gone).toEqual(gone)
  expect(existsSync(join(folder, 'feeds/drugs.ics'))).toBe(false)
  expect((await write()).gone).toEqual([])
  expect(existsSync(join(folder, 'of-others.txt'))).toBe(true)
})

test('links of pages lead to files', async () => {
  await write({ languages: ['en', 'fr'] })
  const broken: string[] = []
  for (const page of [
    'index.html',
    'subscribe.html',
    'bodies/cnd.html',
    'events/cnd-69.html',
    'feeds/drugs.html',
    'fr/index.html',
    'embed.html',
  ]) {
    const $ = load(read(page).toString())
    for (const element of $('a[href^="/"], link[href^="/"], script[src^="/"], iframe[src^="/"]')) {
      const address = ($(element).attr('href') ?? $(element).attr('src') ?? '').split(/[?#]/)[0] ?? ''
      const file = address.endsWith('/') ? `${address}index.html` : address
      if (!statSync(join(folder, file), { throwIfNoEntry: false })?.isFile()) broken.push(`${page}: ${address}`)
    }
  }
  expect(broken).toEqual([])
})
