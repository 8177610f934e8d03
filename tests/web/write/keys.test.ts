import { expect, test } from 'vitest'
import { firstKey } from '../../../src/web/keys/keep.ts'
import { aService, draft } from './service.ts'

test('a key has 256 random bits, is told once, and only its hash is kept', async () => {
  const { ask, store } = aService()
  const { status, json } = await ask('POST', '/api/keys', { as: 'administrator', body: { name: 'secretary', role: 'editor' } })
  expect([status, json.key]).toEqual([201, expect.stringMatching(/^ucc_[0-9a-f]{8}_[\w-]{43}$/)])
  const secret = json.key.slice(13)
  expect((await ask('GET', '/api/keys', { as: 'administrator' })).text).not.toContain(secret)
  expect((await ask('GET', '/api/history')).text).not.toContain(secret)
  expect(store.sqlite.serialize().includes(secret)).toBe(false)
})

test('the first administrator’s key is made once', () => {
  const { store, now } = aService()
  store.sqlite.exec('delete from access_key')
  expect(firstKey(store, now())).toMatch(/^ucc_/)
  expect(firstKey(store, now())).toBeUndefined()
})

test('a role may do what it may and no more, and what ended or was revoked nothing at all', async () => {
  const { ask, key, clock } = aService()
  const tries = async (as: 'nobody' | 'reader' | 'editor' | 'administrator') => [
    (await ask('GET', '/api/digests', { as })).status,
    (await ask('POST', '/api/events?dryRun=true', { as, body: draft })).status,
    (await ask('GET', '/api/keys', { as })).status,
  ]
  expect(await tries('nobody')).toEqual([401, 401, 401])
  expect(await tries('reader')).toEqual([200, 403, 403])
  expect(await tries('editor')).toEqual([200, 200, 403])
  expect(await tries('administrator')).toEqual([200, 200, 200])
  const made = key('editor', { until: new Date(clock.now.getTime() + 1000).toISOString() })
  const headers = { authorization: `Bearer ${made.key}` }
  const status = async () => (await ask('GET', '/api/history', { as: 'nobody', headers })).status
  expect(await status()).toBe(200)
  clock.now = new Date(clock.now.getTime() + 2000)
  expect(await status()).toBe(401)
  const other = key('editor')
  await ask('DELETE', `/api/keys/${other.shown.id}`, { as: 'administrator' })
  const revoked = { authorization: `Bearer ${other.key}` }
  expect((await ask('GET', '/api/history', { as: 'nobody', headers: revoked })).status).toBe(401)
})

test('a session is a cookie that scripts and other sites cannot use, and that only TLS carries where there is TLS', async () => {
  for (const [PUBLIC_URL, cookie] of [
    ['http://calendar.example', /^session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/],
    ['https://calendar.example', /^__Host-session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict; Secure$/],
  ] as const) {
    const { ask, keys } = aService({ PUBLIC_URL })
    const { status, headers, json } = await ask('POST', '/api/session', { as: 'nobody', body: { key: keys.editor } })
    expect([status, headers['set-cookie']]).toEqual([200, expect.stringMatching(cookie)])
    const session = { cookie: String(headers['set-cookie']).split(';')[0] ?? '' }
    const write = (more: Record<string, string>) =>
      ask('POST', '/api/events?dryRun=true', { as: 'nobody', body: draft, headers: { ...session, ...more } })
    expect((await write({})).status).toBe(403)
    expect((await write({ 'x-csrf-token': 'x' })).status).toBe(403)
    expect((await write({ 'x-csrf-token': json.csrf, origin: 'https://evil.example' })).status).toBe(403)
    expect((await write({ 'x-csrf-token': json.csrf, origin: PUBLIC_URL })).status).toBe(200)
  }
})

test('who tries keys is stopped, and no header of their own gets round it', async () => {
  const { ask, keys } = aService()
  const attempt = (number: number, key = `ucc_00000000_${'a'.repeat(43)}`) =>
    ask('POST', '/api/session', {
      as: 'nobody',
      body: { key },
      headers: { 'x-forwarded-for': `192.0.2.${number}`, forwarded: `for=192.0.2.${number}` },
    })
  for (let number = 0; number < 10; number += 1) expect((await attempt(number)).status).toBe(401)
  const stopped = await attempt(11, keys.editor)
  expect([stopped.status, Number(stopped.headers['retry-after']) > 0]).toEqual([429, true])
})

test('a key that runs wild is stopped until the next minute; what is wrong is not counted', async () => {
  const { ask } = aService()
  const write = (body: unknown, number = 0) =>
    ask('POST', '/api/sources/none/run', { body, headers: { 'x-forwarded-for': `192.0.2.${number % 250}` } })
  for (let number = 0; number < 50; number += 1) expect((await write({ colour: 'red' })).status).toBe(400)
  for (let number = 0; number < 600; number += 1) await write({}, number)
  expect((await write({})).status).toBe(429)
  expect((await write({ colour: 'red' })).status).toBe(400)
}, 60_000)

test('reading is refused to nobody, and feeds never: not after many readings, nor with a wrong key, nor while writing is stopped', async () => {
  const { ask } = aService()
  const wrong = { authorization: `Bearer ucc_00000000_${'a'.repeat(43)}` }
  for (let number = 0; number < 12; number += 1) await ask('GET', '/api/keys', { as: 'nobody', headers: wrong })
  expect((await ask('GET', '/api/keys', { as: 'nobody', headers: wrong })).status).toBe(429)
  for (let number = 0; number < 601; number += 1) await ask('POST', '/api/sources/none/run', { body: {} })
  for (let number = 0; number < 100; number += 1) {
    const feed = await ask('GET', `/feeds/all.ics?past=${number}`, { as: 'nobody', headers: wrong })
    const list = await ask('GET', `/api/events?q=word${number}`, { as: 'nobody', headers: wrong })
    expect([feed.status, list.status]).toEqual([200, 200])
  }
}, 60_000)

test('the history can be taken out as a table, in which nothing is a formula', async () => {
  const { ask } = aService()
  await ask('POST', '/api/events', { body: { ...draft, title: '=HYPERLINK("http://evil.example")' } })
  const { status, text } = await ask('GET', '/api/history.csv')
  expect(status).toBe(200)
  expect(text.split('\r\n')[1]).toContain('editor')
  expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
  expect((await ask('GET', '/api/history.csv', { as: 'nobody' })).status).toBe(401)
})
