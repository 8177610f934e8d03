import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openActs } from '../../src/acts/index.ts'
import { buildApp } from '../../src/app.ts'
import { collect } from '../../src/collect.ts'
import { readConfig } from '../../src/config.ts'
import { startProjector } from '../../src/project.ts'
import { changesAfter, lastChange } from '../../src/store/events/changes.ts'
import { event } from '../../src/store/schema.ts'
import { aKit, aSource, startWeb } from './world.ts'

const rendering = { publicUrl: 'https://calendar.example.org', organizer: { name: 'Calendar', email: 'calendar@example.org' } }
const [day, nextDay] = ['2026-11-24T00:00:00.000Z', '2026-11-25T00:00:00.000Z']
const cnd = aSource('cnd', ['https://www.example.org/cnd'])
const un = aSource('un', ['https://www.example.org/un'], { trust: 'un' })
const trust = { desk: 'own', cnd: 'body', un: 'un' } as const

let web: Awaited<ReturnType<typeof startWeb>>
let kit: ReturnType<typeof aKit>
beforeEach(async () => {
  web = await startWeb()
  kit = aKit(web.mirror, [cnd, un])
})
afterEach(async () => {
  await kit.close()
  await web.close()
})

const run = (source: typeof cnd, ...lines: string[]) => {
  kit.clock.now = new Date(kit.clock.now.getTime() + 3_600_000)
  web.pages.set(`/www.example.org/${source.id}`, { body: ['Meetings', ...lines].join('\n') })
  return collect(source, kit, new AbortController().signal)
}
const anew = (said: Partial<Parameters<typeof startProjector>[1]> = {}) =>
  startProjector(kit.store, { trust, mint: () => 'never', rendering, ...said })
const rows = () => kit.store.select().from(event).orderBy(event.uid).all()
const published = () => rows().map(({ id: _, written: __, event: { speakers: ___, ...said }, ...row }) => ({ ...row, said }))

/** A life of everything that is remembered: a move, a merge that is kept, an edit, one withdrawn, one missing. */
async function live() {
  const acts = openActs({ ...kit, sources: [cnd, un], mint: randomUUID })
  await run(
    cnd,
    '2027-03-15 CND session 70',
    '2027-05-04 CND briefing 1',
    '2027-06-04 CND intersessional 3',
    '2027-07-04 CND session 71',
  )
  await run(un, '2027-05-04 CND informal-meeting 1', '2027-03-22 CND session 70')
  const named = (title: string) => rows().find(({ event: one }) => one.title === title)?.uid ?? ''
  acts.decide('same', named('CND briefing 1'), named('CND informal-meeting 1'), { name: 'secretary' })
  acts.changeEvent(named('CND intersessional 3'), { title: 'A third meeting' }, { name: 'secretary' })
  acts.withdraw(named('CND session 71'), { name: 'secretary' })
  await run(cnd, '2027-03-16 CND session 70', '2027-05-04 CND briefing 1', '2027-07-04 CND session 71')
}

test('when events are rendered otherwise than before, each is rendered again, and its stamps move once', async () => {
  await run(cnd, '2027-03-15 CND session 70')
  expect(rows()[0]?.revision).toBe(0)
  const moved = anew({ rendering: { ...rendering, publicUrl: 'https://moved.example.org' } })
  for (const now of [day, nextDay]) moved.rebuild('another', now)
  expect(rows()).toMatchObject([{ revision: 1, modifiedAt: day, vevent: expect.stringContaining('moved.example.org') }])
})

test('the projection emptied and made again is byte for byte what it was: uids, addresses, stamps, feeds, and no news of it', async () => {
  await live()
  const app = buildApp({ store: kit.store, config: readConfig({}), sources: [cnd, un], now: () => kit.clock.now })
  const answers = () =>
    Promise.all(
      ['/feeds/all.ics', '/feeds/all.ics?status=cancelled', '/api/events', '/api/changes?since=0', '/'].map(
        async (url) => (await app.inject({ url })).body,
      ),
    )
  const [before, said, news] = [published(), await answers(), lastChange(kit.store)]
  expect(before.map(({ state }) => state).sort()).toEqual(['listed', 'listed', 'listed', 'merged', 'withdrawn'])
  expect(said[0]).toContain('A third meeting')

  kit.store.delete(event).run()
  expect(rows()).toEqual([])
  anew().rebuild('the same', nextDay)
  expect(published()).toEqual(before)
  expect(await answers()).toEqual(said)
  expect(changesAfter(kit.store, news, 10)).toEqual([])
  await app.close()
})

test('an emptied projection is made again though nothing else is new, and a whole one is left alone', async () => {
  await live()
  anew().rebuild('the same', day)
  const before = rows()
  anew().rebuild('the same', nextDay)
  expect(rows()).toEqual(before)
  kit.store.delete(event).run()
  anew().rebuild('the same', nextDay)
  expect(rows()).toHaveLength(before.length)
})

test('when events are merged otherwise than before, those that say something else say so in the history, and keep their uids', async () => {
  await live()
  const uids = rows().map(({ uid }) => uid)
  const news = lastChange(kit.store)
  anew({ trust: { ...trust, cnd: 'other' } }).rebuild('another order of who speaks', nextDay)
  expect(rows().map(({ uid }) => uid)).toEqual(uids)
  expect(changesAfter(kit.store, news, 10).map(({ entry, at }) => [entry.title, entry.kind, at])).toContainEqual([
    'CND session 70',
    'moved',
    nextDay,
  ])
})
