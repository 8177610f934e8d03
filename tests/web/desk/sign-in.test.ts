import { expect, test } from 'vitest'
import { cnd } from '../../acts/desk.ts'
import { aVisitor, cndName, formFields, words } from './visitor.ts'

test('who is not signed in signs in first, and goes on to where they were going', async () => {
  const { get, send, keys } = aVisitor()
  const asked = await get('/desk/meetings?q=drugs')
  expect([asked.status, asked.location]).toEqual([303, '/desk/sign-in?to=%2Fdesk%2Fmeetings%3Fq%3Ddrugs'])
  await get(asked.location)
  const inside = await send('/desk/sign-in', { key: keys.editor })
  expect([inside.status, inside.from.location]).toEqual([200, '/desk/meetings?q=drugs'])
  expect(inside.from.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Strict/)
})

test('the sign-in leads to pages of the desk only', async () => {
  for (const to of [
    '//evil.example',
    'https://evil.example/desk',
    '/desk//evil.example\\',
    '/desk/sign-in',
    '/desk@evil.example',
  ]) {
    const { get, send, keys } = aVisitor()
    await get(`/desk/sign-in?to=${encodeURIComponent(to)}`)
    expect(new URL((await send('/desk/sign-in', { key: keys.editor })).from.location, 'http://calendar.example').host).toBe(
      'calendar.example',
    )
  }
})

test('a wrong key is told at its field; after ten of them no key is looked at for a while', async () => {
  const { get, send, keys } = aVisitor()
  await get('/desk/sign-in')
  const wrong = await send('/desk/sign-in', { key: `${keys.editor}x` })
  expect([wrong.status, wrong.text.includes('aria-invalid="true"')]).toEqual([401, true])
  for (let i = 0; i < 9; i++) await send('/desk/sign-in', { key: 'ucc_wrong' })
  const stopped = await send('/desk/sign-in', { key: keys.editor })
  expect([stopped.status, stopped.headers['retry-after']]).toEqual([429, '900'])
  expect(words(stopped.text)).toContain('Wait a quarter of an hour')
})

test('who signs out is out, also with the cookie they had', async () => {
  const { get, send, signIn } = aVisitor()
  await signIn()
  await send('/desk/sign-out')
  expect((await get('/desk')).status).toBe(303)
})

test('a form without the token of its session, with another, or from another site changes nothing', async () => {
  const { ask, get, run, signIn, event, page } = aVisitor()
  run('cnd', [cnd()])
  await signIn()
  const { slug } = event(cndName)
  await get(`/desk/meetings/${slug}`)
  const fields = formFields(page(), `/desk/meetings/${slug}/cancel`)
  const action = `/desk/meetings/${slug}/cancel`
  const without = new URLSearchParams(fields)
  without.delete('_csrf')
  const other = new URLSearchParams(fields)
  other.set('_csrf', 'a'.repeat(43))
  expect((await ask('POST', action, without.toString())).status).toBe(403)
  expect((await ask('POST', action, other.toString())).status).toBe(403)
  expect((await ask('POST', action, fields.toString(), { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await ask('POST', action, fields.toString(), { origin: 'https://evil.example' })).status).toBe(403)
  expect(event(cndName).status).toBe('confirmed')
})

test('a session that ended while somebody wrote is told, with the way back, and nothing is saved', async () => {
  const { get, send, run, signIn, event, drop } = aVisitor()
  run('cnd', [cnd()])
  await signIn()
  const path = `/desk/meetings/${event(cndName).slug}`
  await get(path)
  drop()
  const late = await send(path, { title: 'Another title' })
  expect([late.status, words(late.text)]).toEqual([401, expect.stringContaining('What you typed is kept in this browser window')])
  expect(event(cndName).title).toBe(cnd().title)
})

test('a reader sees what there is, and no form that changes anything', async () => {
  const { get, ask, run, signIn, event } = aVisitor()
  run('cnd', [cnd()])
  await signIn('reader')
  const path = `/desk/meetings/${event(cndName).slug}`
  for (const address of ['/desk', '/desk/meetings', path, '/desk/history', '/desk/sources', '/desk/feeds']) {
    const { status, text } = await get(address)
    const forms = [...text.matchAll(/method="post" action="([^"]*)"/g)].map(([, action]) => action)
    expect([address, status, forms]).toEqual([address, 200, ['/desk/sign-out']])
  }
  for (const address of ['/desk/new', '/desk/series', '/desk/paste', '/desk/keys']) expect((await get(address)).status).toBe(403)
  expect((await ask('POST', `${path}/cancel`, '')).status).toBe(403)
})

test('no page of the desk is kept by anybody, framed, or runs anything but our own file', async () => {
  const { get, signIn } = aVisitor()
  await signIn()
  const { headers, text } = await get('/desk')
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['content-security-policy']).toMatch(/script-src 'self'.*frame-ancestors 'none'/)
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(text).not.toMatch(/ style="| on\w+="|<script>/)
})
