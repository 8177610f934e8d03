import { expect, test } from 'vitest'
import { aService, draft } from './service.ts'

test('what the next digest would tell is shown ahead, and what was told stays', async () => {
  const { ask, telling, clock } = aService()
  await telling.tick()
  await ask('POST', '/api/events', { body: draft })
  const { status, json } = await ask('GET', '/api/digests/next', { as: 'reader' })
  expect([status, json.kind, json.since]).toEqual([200, 'regular', clock.now.toISOString()])
  expect(json.new).toMatchObject([{ title: expect.stringContaining(draft.title), what: 'new' }])
  expect((await ask('GET', '/api/digests', { as: 'reader' })).json).toEqual({ digests: [], unsent: [] })
  clock.now = new Date('2026-11-30T06:00:00Z')
  await telling.tick()
  expect((await ask('GET', '/api/digests', { as: 'reader' })).json.digests).toMatchObject([{ new: json.new }])
})

test('digests are a private feed: a feed reader gives its key as a password, and writes nothing with it', async () => {
  const { ask, telling, clock, keys } = aService()
  await telling.tick()
  await ask('POST', '/api/events', { body: { ...draft, title: '<b>Briefing</b>' } })
  clock.now = new Date('2026-11-30T06:00:00Z')
  await telling.tick()
  const headers = { authorization: `Basic ${Buffer.from(`feed:${keys.editor}`).toString('base64')}` }
  const { status, text } = await ask('GET', '/api/digests.atom', { as: 'nobody', headers })
  expect(status).toBe(200)
  expect(text).toContain('<title>Meetings on crime: 1 new</title>')
  expect(text).not.toContain('<b>')
  expect(text).not.toContain('&lt;b&gt;Briefing')
  expect((await ask('GET', '/api/digests.atom', { as: 'nobody' })).headers['www-authenticate']).toContain('Basic')
  expect((await ask('POST', '/api/events', { as: 'nobody', headers, body: draft })).status).toBe(401)
})
