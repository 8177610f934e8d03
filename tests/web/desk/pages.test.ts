import { expect, test } from 'vitest'
import { listEvents } from '../../../src/store/events/events.ts'
import { findFeed } from '../../../src/store/named-feeds.ts'
import { sourceState } from '../../../src/store/visits/sources.ts'
import { cnd } from '../../acts/desk.ts'
import { aVisitor, cndName, words } from './visitor.ts'

const alliance = { title: 'Call of the Alliance', body: 'ALLIANCE', start: '2027-02-09', startTime: '15:00', endTime: '16:00' }

test('a new meeting that may be known already is asked about, and entered when a person says that it is another', async () => {
  const { run, signIn, get, send, store, acts } = aVisitor()
  run('cnd', [cnd()])
  await signIn()
  await get('/desk/new')
  const typed = { title: 'Commission on Narcotic Drugs, 69th session', body: 'CND', start: '2027-03-15', end: '2027-03-19' }
  const asked = await send('/desk/new', typed)
  expect([asked.status, words(asked.text)]).toEqual([
    409,
    expect.stringContaining('This may be in the calendar already. Nothing was entered yet.'),
  ])
  expect(listEvents(store, {}, { limit: 9 })).toHaveLength(1)
  expect(asked.text).toContain(`value="${typed.title}"`)
  const made = await send('/desk/new')
  expect(made.from.location).toMatch(/^\/desk\/meetings\/cnd-.*done=\d+$/)
  expect(acts.reviews()).toEqual([])
})

test('a new meeting with a wrong field is not entered, and what was typed stays', async () => {
  const { signIn, get, send, store } = aVisitor()
  await signIn()
  await get('/desk/new')
  const wrong = await send('/desk/new', { ...alliance, body: '', endTime: '14:00', session: 'many' })
  expect(words(wrong.text)).toContain('Say whose meeting it is')
  expect([wrong.status, wrong.text.includes('value="Call of the Alliance"')]).toEqual([422, true])
  expect(words(wrong.text)).toContain('The number of a session is a number from 1 to 999')
  expect(listEvents(store, {}, { limit: 9 })).toEqual([])
})

test('a series is shown day by day first; days without a tick are left out, and the hour stays when clocks change', async () => {
  const { signIn, get, send, store } = aVisitor()
  await signIn()
  await get('/desk/series')
  const shown = await send('/desk/series', { ...alliance, repeat: 'month-weekday', until: '2027-06-30' })
  expect(words(shown.text)).toContain('These days (5)')
  expect(listEvents(store, {}, { limit: 9 })).toEqual([])
  await send('/desk/series', { day: ['2027-02-09', '2027-03-09', '2027-04-13', '2027-06-08'] })
  expect(listEvents(store, {}, { limit: 9 }).map(({ when }) => [when?.start, when?.startTime])).toEqual([
    ['2027-02-09', '15:00'],
    ['2027-03-09', '15:00'],
    ['2027-04-13', '15:00'],
    ['2027-06-08', '15:00'],
  ])
})

test('days of a series that were shown for another first day are shown anew', async () => {
  const { signIn, get, send, store } = aVisitor()
  await signIn()
  await get('/desk/series')
  await send('/desk/series', { ...alliance, repeat: 'two-weeks', until: '2027-03-31' })
  const again = await send('/desk/series', { start: '2027-02-16' })
  expect(words(again.text)).toContain('Nothing was entered yet')
  expect(listEvents(store, {}, { limit: 9 })).toEqual([])
  const endless = await send('/desk/series', { until: '' })
  expect(words(endless.text)).toContain('Say until when it is repeated')
})

test('the history tells who did what, of one person, of one meeting, as a table without formulas, and takes it back', async () => {
  const { run, signIn, get, send, acts, event } = aVisitor()
  run('cnd', [cnd()])
  acts.changeEvent(cndName, { note: '=HYPERLINK("https://evil.example")' }, { name: 'Maria' })
  await signIn()
  const all = words((await get('/desk/history')).text)
  expect(all).toMatch(/Maria changed note of "Sixty-ninth session.* note for readers nothing → =HYPERLINK/)
  expect(words((await get('/desk/history?actor=cnd')).text)).not.toContain('changed note')
  expect(words((await get(`/desk/history?meeting=${cndName}`)).text)).toContain('changed note')
  const table = await get('/desk/history.csv')
  expect(table.headers['content-disposition']).toContain('history.csv')
  expect(table.text).toContain('"\'=HYPERLINK(""https://evil.example"")"')
  const page = await get('/desk/history?actor=Maria')
  const [, undo = ''] = /action="(\/desk\/history\/\d+\/undo)"/.exec(page.text) ?? []
  await send(undo)
  expect(event(cndName).note).toBe(undefined)
})

test('a source is read now, paused with its reason told, and read again', async () => {
  const { signIn, get, send, store, woken } = aVisitor()
  await signIn()
  await get('/desk/sources')
  const running = await send('/desk/sources/cnd/run')
  expect([woken.length, words(running.text)]).toEqual([1, expect.stringContaining('It is being read')])
  const paused = await send('/desk/sources/cnd/pause')
  expect(words(paused.text)).toContain('Done: paused “cnd”')
  expect(sourceState(store, 'cnd').pausedAt).not.toBe(null)
  await send('/desk/sources/cnd/resume')
  expect(sourceState(store, 'cnd').pausedAt).toBe(null)
})

test('a feed is made, changed, closed and opened again by undo; what is wrong is told at its field', async () => {
  const { signIn, get, send, store } = aVisitor()
  await signIn()
  await get('/desk/feeds')
  const wrong = await send('/desk/feeds', { title: 'Drugs', name: 'Not A Name' })
  expect([wrong.status, wrong.text.includes('id="f-name-error"')]).toEqual([422, true])
  await send('/desk/feeds', { title: 'Drugs and crime', name: '', body: ['CND', 'CCPCJ'] })
  expect(findFeed(store, 'drugs-and-crime')).toMatchObject({ title: 'Drugs and crime', selection: { bodies: ['CND', 'CCPCJ'] } })
  await get('/desk/feeds/drugs-and-crime')
  await send('/desk/feeds/drugs-and-crime', { place: 'Vienna', body: ['CND'] })
  expect(findFeed(store, 'drugs-and-crime')?.selection).toEqual({ bodies: ['CND'], place: 'Vienna' })
  await get('/desk/feeds/drugs-and-crime')
  const closed = await send('/desk/feeds/drugs-and-crime/close')
  expect(findFeed(store, 'drugs-and-crime')?.closedAt).not.toBe(null)
  const [, undo = ''] = /action="(\/desk\/history\/\d+\/undo)"/.exec(closed.text) ?? []
  await send(undo)
  expect(findFeed(store, 'drugs-and-crime')?.closedAt).toBe(null)
})

test('an administrator makes a key that is shown once, and ends it; sessions opened with it end too', async () => {
  const { signIn, get, send, ask, app } = aVisitor()
  await signIn('administrator')
  await get('/desk/keys')
  const made = await send('/desk/keys', { name: 'Maria', role: 'editor', until: '2027-12-31' })
  const [key = ''] = /ucc_[\w-]+/.exec(made.text) ?? []
  const listed = await get('/desk/keys')
  expect([key.length, listed.text.includes(key), listed.text.includes('Maria')]).toEqual([56, false, true])
  const other = await app.inject({
    method: 'POST',
    url: '/desk/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `key=${key}`,
  })
  const cookie = String(other.headers['set-cookie']).split(';')[0] ?? ''
  expect((await app.inject({ url: '/desk', headers: { cookie } })).statusCode).toBe(200)
  await send(`/desk/keys/${key.slice(4, 12)}/revoke`)
  expect((await app.inject({ url: '/desk', headers: { cookie } })).statusCode).toBe(303)
  expect((await ask('GET', '/desk/keys')).text).toContain('Revoked')
  const past = await send('/desk/keys', { name: 'Paul', role: 'editor', until: '2020-01-01' })
  expect([past.status, words(past.text)]).toEqual([
    422,
    expect.stringContaining('The last day must be one that is still to come'),
  ])
})

test('no address of the desk says anything but what the desk itself knows', async () => {
  const { get, signIn } = aVisitor()
  await signIn()
  const { text } = await get('/desk?done=%3Cb%3EPay%20here%3C/b%3E&kind=__proto__&from=-5')
  expect([text.includes('Pay here'), text.includes('role="status"')]).toEqual([false, false])
  for (const address of [
    '/desk/meetings?after=x&from=never&body=none',
    '/desk/history?before=x&entry=999999999999999999&actor=%00',
    '/desk/sources/..%2f',
    '/desk/paste/none',
    '/desk/feeds/none',
    '/desk/meetings/none',
  ])
    expect((await get(address)).status).toBeLessThan(500)
})
