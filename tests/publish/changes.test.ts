import { load } from 'cheerio/slim'
import { expect, test } from 'vitest'
import { type Changed, type ChangesFeed, toAtom, toJsonFeed } from '../../src/publish/index.ts'
import { anEvent, aWhen } from '../build.ts'

const about: ChangesFeed = {
  title: 'Changes: UN crime meetings',
  description: 'New, moved and cancelled meetings',
  self: 'https://calendar.example/feeds/all.atom?body=ccpcj,cnd&kind=session',
  page: 'https://calendar.example/',
  publicUrl: 'https://calendar.example',
  author: 'UN Crime Calendar',
}

const changes: Changed[] = [
  { id: '0', at: '2026-01-10T06:00:00Z', what: 'new', event: anEvent() },
  {
    id: '1',
    at: '2026-01-20T09:30:00Z',
    what: 'moved',
    event: anEvent(),
    was: aWhen({ start: '2026-05-11', end: '2026-05-15' }),
  },
  {
    id: '1',
    at: '2026-01-20T09:30:00Z',
    what: 'cancelled',
    event: anEvent({ uid: 'b', status: 'cancelled', title: '<b>AT&T</b> "]]>\u0000' }),
  },
  { id: '2', at: '2026-01-21T09:30:00Z', what: 'changed', event: anEvent({ uid: 'c' }), fields: ['venue', 'links'] },
]

test('specimen changes.atom is the same, byte for byte', async () => {
  await expect(toAtom(about, changes)).toMatchFileSnapshot('specimens/changes.atom')
})

test('specimen changes.jsonfeed is the same, byte for byte', async () => {
  await expect(JSON.stringify(toJsonFeed(about, changes), null, 2)).toMatchFileSnapshot('specimens/changes.jsonfeed')
})

test('RFC 4287 section 4.2.15: updated is the time of the latest change, and without changes never the time of asking', () => {
  expect(load(toAtom(about, changes), { xml: true })('feed > updated').text()).toBe('2026-01-21T09:30:00Z')
  expect(load(toAtom(about, []), { xml: true })('feed > updated').text()).toBe('1970-01-01T00:00:00Z')
})

test('RFC 4287 section 4.2.6: the id of an entry stays, whatever the host and whatever else changes', () => {
  const ids = (feed: ChangesFeed, list: Changed[]) => toJsonFeed(feed, list).items.map(({ id }) => id)
  const first = ids(about, changes)
  expect(new Set(first).size).toBe(4)
  expect(first.every((id) => /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toBe(true)
  expect(ids({ ...about, publicUrl: 'https://other.example' }, changes.toReversed())).toEqual(first)
})

test('a move says from when to when, a cancellation says so once, latest first', () => {
  const titles = load(toAtom(about, changes), { xml: true })('entry > title')
  expect(titles.toArray().map((title) => load(title, { xml: true }).text())).toEqual([
    'Changed (venue, links): CCPCJ: Thirty-fifth session of the Commission on Crime Prevention and Criminal Justice (18–22 May 2026)',
    expect.stringMatching(/^(Moved|Cancelled)/),
    expect.stringMatching(/^(Moved|Cancelled)/),
    'New: CCPCJ: Thirty-fifth session of the Commission on Crime Prevention and Criminal Justice (18–22 May 2026)',
  ])
  expect(toAtom(about, changes)).toContain('(11–15 May 2026 → 18–22 May 2026)')
})

test('what a source wrote is never markup', () => {
  const atom = toAtom(about, changes)
  expect(atom).not.toContain('<b>')
  const title = load(atom, { xml: true })('entry > title')
    .toArray()
    .map((each) => load(each, { xml: true }).text())
    .find((text) => text.includes('AT&T'))
  expect(title).toContain('<b>AT&T</b> "]]>')
})
