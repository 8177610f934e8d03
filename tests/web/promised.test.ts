import { expect, test } from 'vitest'
import { bodyIds } from '../../src/event/index.ts'
import { aService, draft } from './write/service.ts'

// Addresses that people subscribed to, embedded or linked. None is ever taken out of this list; an address may come to lead elsewhere (308).
const feeds = ['all', 'ccpcj', 'cnd', 'cosp', 'untoc', 'congress', 'cybercrime', 'hlpf', 'hrc', 'small-arms', 'alliance', 'other']
const promised = [
  ...feeds.flatMap((name) => ['ics', 'atom', 'json'].map((extension) => `/feeds/${name}.${extension}`)),
  ...feeds.map((name) => `/feeds/${name}`),
  '/feeds/all.ics?body=ccpcj,cnd&kind=session&place=vienna&format=hybrid&q=drugs&past=30&ahead=24',
  '/feeds/all.ics?cancelled=hide&tentative=hide&alarm=1d&deadlines=true&imprecise=true&lang=fr',
  '/feeds/all.ics?from=2026-01-01&to=2027-12-31&exclude-body=hrc&exclude-kind=briefing&exclude-q=tour&exclude=uid',
  '/feeds/NAME.ics',
  '/feeds/NAME.atom',
  '/feeds/NAME.json',
  '/feeds/NAME',
  '/feeds/OLD.ics',
  '/feeds/OLD',
  '/events/SLUG.ics',
  '/events/SLUG',
  '/embed.js',
  '/embed/list',
  '/embed/list.json',
  '/embed/frame',
  '/embed/list?body=ccpcj,cnd&kind=session&limit=5&lang=fr',
  '/embed/list.json?feed=NAME',
  '/embed/frame?feed=OLD',
  '/api/events',
  '/api/feeds',
  '/openapi.json',
  '/sitemap.xml',
  '/robots.txt',
]

test('every address that was ever promised answers, or leads to one that does', async () => {
  const { ask } = aService()
  const made = await ask('POST', '/api/events', { body: draft })
  const feed = await ask('POST', '/api/feeds', { body: { name: 'old-name', title: 'Named' } })
  await ask('PATCH', '/api/feeds/old-name', { body: { name: 'new-name' }, headers: { 'if-match': String(feed.headers.etag) } })
  const names: Record<string, string> = { NAME: 'new-name', OLD: 'old-name', SLUG: made.json.event.slug }
  for (const promise of promised) {
    const address = promise.replace(/NAME|OLD|SLUG/, (name) => names[name] ?? '')
    let answer = await ask('GET', address, { as: 'nobody' })
    if (answer.status === 308) answer = await ask('GET', String(answer.headers.location), { as: 'nobody' })
    expect([promise, answer.status]).toEqual([promise, 200])
  }
})

test('every body has a promised feed', () => {
  expect(bodyIds.map((id) => id.toLowerCase()).filter((id) => !feeds.includes(id))).toEqual([])
})
