import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { collect } from '../../src/collect.ts'
import { event, run } from '../../src/store/schema.ts'
import { sourceState } from '../../src/store/visits/sources.ts'
import { aKit, aSource, startWeb } from './world.ts'

const page = 'https://www.example.org/meetings.html'
const old = 'https://www.example.org/old.html'
const cnd = aSource('cnd', [page], { atLeast: 1 })
const session70 = '2027-03-15..2027-03-19 CND session 70'
const session71 = '2028-03-13..2028-03-17 CND session 71'

let web: Awaited<ReturnType<typeof startWeb>>
let kit: ReturnType<typeof aKit>
beforeAll(async () => {
  web = await startWeb()
})
afterAll(() => web.close())
beforeEach(() => {
  kit = aKit(web.mirror, [cnd])
  web.pages.clear()
})
afterEach(() => kit.close())

const show = (path: string, ...lines: string[]) => web.pages.set(path.replace('https:/', ''), { body: lines.join('\n') })
const visit = (source = cnd) => collect(source, kit, new AbortController().signal)
const published = () =>
  kit.store.select({ start: event.start, status: event.status, revision: event.revision }).from(event).orderBy(event.start).all()

test('a run that reads meetings is accepted, and they are published', async () => {
  show(page, 'Meetings', session70)
  expect(await visit()).toMatchObject({ outcome: 'accepted', counts: { added: 1, changed: 0, same: 0, missing: 0 } })
  expect(published()).toEqual([{ start: '2027-03-15', status: 'confirmed', revision: 0 }])
})

test('a page that answers 304 ends in an unchanged run', async () => {
  show(page, 'Meetings', session70)
  await visit()
  expect(await visit()).toMatchObject({ outcome: 'unchanged' })
})

test('pages that answer 304 beside one that changed come back from their snapshots', async () => {
  const source = aSource('cnd', [page, old])
  show(page, 'Meetings', session70)
  show(old, 'Meetings', '2026-12-03 CND reconvened 69')
  await visit(source)
  show(page, 'Meetings', session70, session71)
  expect(await visit(source)).toMatchObject({ outcome: 'accepted', counts: { added: 1, missing: 0 } })
})

test('a refused run does not let the next one call itself unchanged', async () => {
  show(page, 'Meetings', session70)
  await visit()
  show(page, 'Meetings')
  expect(await visit()).toMatchObject({ outcome: 'refused' })
  expect(await visit()).toMatchObject({ outcome: 'refused' })
  expect(published()).toHaveLength(1)
})

test('a page without its heading is refused as a change of layout', async () => {
  show(page, 'Welcome to our new site')
  expect(await visit()).toMatchObject({ outcome: 'refused', sentence: expect.stringContaining('layout may have changed') })
})

test.each([
  ['a challenge page', { body: 'challenge' }, /login or challenge/],
  ['an empty page', { body: '' }, /empty/],
  ['a page that is not there', { status: 404 }, /404/],
  ['a broken server', { status: 500 }, /500/],
])('%s fails the run with a sentence, and yesterday stands', async (_, answer, sentence) => {
  show(page, 'Meetings', session70)
  await visit()
  web.pages.set(page.replace('https:/', ''), answer)
  expect(await visit()).toMatchObject({ outcome: 'failed', sentence: expect.stringMatching(sentence) })
  expect(published()).toEqual([{ start: '2027-03-15', status: 'confirmed', revision: 0 }])
})

test('a failing source is tried again sooner, then with growing pauses, and is paused after ten failures', async () => {
  const pauses: number[] = []
  for (let failures = 1; failures <= 10; failures += 1) {
    const { nextVisitAt } = await visit()
    pauses.push(Math.round((Date.parse(nextVisitAt) - kit.clock.now.getTime()) / 60_000))
  }
  expect(pauses.slice(0, 3)).toEqual([17, 34, 68])
  expect(sourceState(kit.store, 'cnd')).toMatchObject({ failures: 10, pausedWhy: 'It failed 10 times in a row.' })
})

test('a good run ends the failures', async () => {
  await visit()
  show(page, 'Meetings', session70)
  await visit()
  expect(sourceState(kit.store, 'cnd')).toMatchObject({ failures: 0, failingSince: null })
})

test('the first of the candidates that answers with a page is read', async () => {
  show(old, 'Meetings', session70)
  expect(await visit(aSource('cnd', [[page, old]]))).toMatchObject({ outcome: 'accepted', counts: { added: 1, issues: 0 } })
})

test('a challenge is no page: the next candidate is read', async () => {
  show(page, '<title>Just a moment...</title><h1>Checking your browser</h1>')
  show(old, 'Meetings', session70)
  expect(await visit(aSource('cnd', [[page, old]]))).toMatchObject({ outcome: 'accepted', counts: { added: 1 } })
})

test('one page that cannot be reached is read from its copy, and said', async () => {
  const source = aSource('cnd', [page, old])
  show(page, 'Meetings', session70)
  show(old, 'Meetings', '2026-12-03 CND reconvened 69')
  await visit(source)
  web.pages.set(old.replace('https:/', ''), { status: 503 })
  show(page, 'Meetings', session71)
  const report = await visit(source)
  expect(report).toMatchObject({ outcome: 'accepted', counts: { missing: 1 } })
  expect(report.issues[0]?.sentence).toMatch(/^cnd: .*503.* It was read from the copy of 2026-11-23\.$/)
})

test('a calendar that a page links to takes the place of what the page says, as long as it can be read', async () => {
  const calendar = 'https://www.example.org/all.ics'
  show(page, 'Meetings', '2027-03-14 CND session 70', `-> ${calendar}`)
  expect(await visit()).toMatchObject({ outcome: 'accepted', counts: { added: 1, issues: 1 } })
  show(calendar, session70, session71)
  expect(await visit()).toMatchObject({ outcome: 'accepted', counts: { added: 1, changed: 1 } })
  expect(published().map(({ start }) => start)).toEqual(['2027-03-15', '2028-03-13'])
  expect(await visit()).toMatchObject({ outcome: 'unchanged' })
})

test('what could not be read is kept with the run', async () => {
  show(page, 'Meetings', session70, '? Spring 2027')
  expect((await visit()).issues).toEqual([{ sentence: 'cnd: cannot read "? Spring 2027".' }])
})

test('a run of which too much would disappear is refused and can be looked at', async () => {
  const many = Array.from({ length: 20 }, (_, index) => `2027-05-${String(index + 10)} CND intersessional ${index + 1}`)
  show(page, 'Meetings', ...many)
  await visit()
  show(page, 'Meetings', ...many.slice(8))
  expect(await visit()).toMatchObject({ outcome: 'refused', sentence: expect.stringContaining('8 of 20') })
  expect(kit.store.select().from(run).all().at(-1)?.refused).toMatchObject({ refusal: { coming: 20 } })
  expect(published()).toHaveLength(20)
})

test('a meeting missing in three accepted runs becomes tentative, and is never cancelled for it', async () => {
  show(page, 'Meetings', session70, session71)
  await visit()
  for (const day of [1, 2, 3]) {
    show(page, 'Meetings', session70, `<!-- ${day} -->`)
    await visit()
  }
  expect(published().map(({ status }) => status)).toEqual(['confirmed', 'tentative'])
})

test('an abandoned run leaves no trace', async () => {
  show(page, 'Meetings', session70)
  await expect(collect(cnd, kit, AbortSignal.abort())).rejects.toThrow()
  expect(kit.store.select().from(run).all()).toEqual([])
  expect(sourceState(kit.store, 'cnd').nextVisitAt).toBeNull()
})
