import { expect, test } from 'vitest'
import { saveRun } from '../../../src/store/visits/runs.ts'
import { saveSourceState, sourceState } from '../../../src/store/visits/sources.ts'
import { cnd } from '../../acts/desk.ts'
import { aListing, aWhen } from '../../build.ts'
import { aVisitor, cndName, words } from './visitor.ts'

/** The address to which the first answer on the page goes. */
const answerTo = (page: string) => /action="(\/desk\/waiting\/[^"]+)"/.exec(page)?.[1] ?? ''

test('when nothing waits the desk says so, and what changed stands on top', async () => {
  const { run, signIn } = aVisitor()
  run('cnd', [cnd()])
  const { text } = await signIn()
  expect(words(text)).toMatch(/Nothing waits for you.* New \(1\) 15–19 March 2027: CND: Sixty-ninth session/)
})

test('two meetings that may be one stand side by side, and are joined by one answer', async () => {
  const { run, signIn, send, acts } = aVisitor()
  run('cnd', [cnd()])
  acts.createEvent(
    { title: 'Commission on Narcotic Drugs, 69th session', when: aWhen({ start: '2027-03-15', end: '2027-03-19' }) },
    { name: 'x' },
  )
  const { text } = await signIn()
  expect(words(text)).toContain('One thing waits for you')
  expect(text).toMatch(
    /class="differs" dir="auto">Sixty-ninth session.*<td class="differs" dir="auto">Commission on Narcotic Drugs, 69th/s,
  )
  const joined = await send(answerTo(text), { answer: 'same' })
  expect(words(joined.text)).toContain('are one meeting')
  expect(words(joined.text)).toContain('Nothing waits for you')
})

test('a refused run is shown as what would disappear and move, and is accepted by one answer', async () => {
  const { run, signIn, send, event } = aVisitor()
  const listings = Array.from({ length: 10 }, (_, i) =>
    aListing({
      key: `k${i}`,
      session: i + 1,
      title: `Session ${i + 1}`,
      when: aWhen({ start: `2027-04-${10 + i}`, end: `2027-04-${10 + i}` }),
    }),
  )
  run('cnd', listings)
  run(
    'cnd',
    listings.slice(0, 3).map((one) => ({ ...one, when: aWhen({ start: '2027-09-01', end: '2027-09-01' }) })),
  )
  const { text } = await signIn()
  expect(words(text)).toMatch(/of its 10 coming meetings 7 would disappear and 3 would move/)
  expect(text).toMatch(/<del>[^<]*13 April 2027 Session 4<\/del>/)
  await send(answerTo(text), { answer: 'accept' })
  expect(event('ccpcj-session-1').when?.start ?? '').toBe('2027-09-01')
})

test('a source that contradicts a person is shown with both values; theirs can be taken until it changes', async () => {
  const { run, signIn, send, event, acts } = aVisitor()
  run('cnd', [cnd({ place: { room: 'A', city: 'Vienna' } })])
  acts.changeEvent(cndName, { place: { room: 'B', city: 'Vienna' } }, { name: 'Maria' })
  run('cnd', [cnd({ place: { room: 'C', city: 'Vienna' } })])
  const { text } = await signIn()
  expect(words(text)).toMatch(/Place, as Maria wrote on .* B, Vienna \(shown now\) Place, as the source says now C, Vienna/)
  await send(answerTo(text), { answer: 'take-until-it-changes' })
  expect(event(cndName).place.room).toBe('C')
  run('cnd', [cnd({ place: { room: 'D', city: 'Vienna' } })])
  expect(event(cndName).place.room).toBe('B')
})

test('sources that differ on dates are settled by taking one', async () => {
  const { run, signIn, send, event } = aVisitor()
  run('cnd', [cnd()])
  run('un', [cnd({ when: aWhen({ start: '2027-03-22', end: '2027-03-26' }) })])
  const { text } = await signIn()
  expect(words(text)).toContain('22–26 March 2027, says un')
  await send(answerTo(text), { answer: 'take 2' })
  expect(event(cndName).when?.start).toBe('2027-03-22')
})

test('a source that fails is visited again or paused', async () => {
  const { store, signIn, send } = aVisitor()
  const at = '2026-11-24T08:00:00.000Z'
  const counts = { added: 0, changed: 0, same: 0, missing: 0, issues: 0 }
  saveRun(store, {
    sourceId: 'cnd',
    startedAt: at,
    endedAt: at,
    outcome: 'failed',
    sentence: 'https://cnd.example/ answered 500.',
    counts,
    issues: [],
  })
  saveSourceState(store, 'cnd', { failures: 3, failingSince: at })
  const { text } = await signIn()
  expect(words(text)).toMatch(/“cnd” cannot be read since .* https:\/\/cnd.example\/ answered 500/)
  await send(answerTo(text), { answer: 'pause' })
  expect(sourceState(store, 'cnd').pausedAt).not.toBe(null)
})

test('an answer that came too late is told, and a reader has none', async () => {
  const { ask, run, signIn, acts, page } = aVisitor()
  run('cnd', [cnd()])
  acts.createEvent(
    { title: 'Commission on Narcotic Drugs, 69th session', when: aWhen({ start: '2027-03-15', end: '2027-03-19' }) },
    { name: 'x' },
  )
  await signIn()
  const csrf = /name="_csrf" value="([^"]*)"/.exec(page())?.[1] ?? ''
  const late = await ask('POST', '/desk/waiting/duplicate-0', `_csrf=${csrf}&answer=same`)
  expect([late.status, words(late.text)]).toEqual([404, expect.stringContaining('it was answered, or what it asked is no more')])
})
