import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openActs } from '../../src/acts/index.ts'
import { collect } from '../../src/collect.ts'
import { changesOf } from '../../src/store/events/changes.ts'
import { eventsWithText, findEvent } from '../../src/store/events/events.ts'
import { aKit, aSource, startWeb } from './world.ts'

const secretary = { name: 'secretary' }
const body = aSource('cnd', ['https://www.example.org/cnd'], { atLeast: 1 })
const other = aSource('un', ['https://www.example.org/un'], { trust: 'un' })

let web: Awaited<ReturnType<typeof startWeb>>
let kit: ReturnType<typeof aKit>
let acts: ReturnType<typeof openActs>
beforeAll(async () => {
  web = await startWeb()
})
afterAll(() => web.close())
beforeEach(() => {
  kit = aKit(web.mirror, [body, other])
  acts = openActs({ ...kit, sources: [body, other], mint: randomUUID })
  web.pages.clear()
})
afterEach(() => kit.close())

/** A day later, a source prints these lines and is visited. */
function run(source: typeof body, ...lines: string[]) {
  kit.clock.now = new Date(kit.clock.now.getTime() + 86_400_000)
  web.pages.set(`/www.example.org/${source.id}`, { body: lines.join('\n') })
  return collect(source, kit, new AbortController().signal)
}
const listed = () => eventsWithText(kit.store, {}).sort((a, b) => (a.event.uid < b.event.uid ? -1 : 1))
const only = () => {
  const [one, ...others] = listed()
  if (!one || others.length) throw new Error(`there are ${others.length + (one ? 1 : 0)} events`)
  return one
}
const unfolded = (vevent: Buffer) => vevent.toString().replaceAll('\r\n ', '')
const many = (count: number, from = 1) =>
  Array.from(
    { length: count },
    (_, index) => `2027-05-${String(index + from).padStart(2, '0')} CND intersessional ${index + from}`,
  )

test('a meeting that a page moves keeps its uid, is one revision on, and says when it was', async () => {
  await run(body, 'Meetings', '2027-05-18..2027-05-22 CND session 70')
  const before = only()
  await run(body, 'Meetings', '2027-05-25..2027-05-29 CND session 70')
  const { event, vevent } = only()
  expect([event.uid, event.revision]).toEqual([before.event.uid, before.event.revision + 1])
  expect(unfolded(vevent)).toMatch(/18.22 May/)
  expect(changesOf(kit.store, event.uid)[0]?.entry).toMatchObject({
    kind: 'moved',
    fields: expect.arrayContaining([
      {
        field: 'when',
        from: expect.objectContaining({ start: '2027-05-18' }),
        to: expect.objectContaining({ start: '2027-05-25' }),
      },
    ]),
  })
})

test('an emptied page and one without its heading cancel nothing and move nothing', async () => {
  await run(body, 'Meetings', ...many(3))
  const before = listed()
  expect(['refused', 'failed']).toContain((await run(body, '')).outcome)
  expect((await run(body, 'Something else')).outcome).toBe('refused')
  expect(listed()).toEqual(before)
})

test('a run that would remove too much is refused, and again when the page says the same again; each answer does what it says', async () => {
  await run(body, 'Meetings', ...many(20))
  expect((await run(body, 'Meetings', ...many(8))).outcome).toBe('refused')
  expect((await run(body, 'Meetings', ...many(8))).outcome).toBe('refused')
  expect(listed().every(({ event }) => event.status === 'confirmed' && !event.missingSince)).toBe(true)
  const [review, ...more] = acts.reviews()
  expect([review?.kind, review?.sentence, more]).toEqual(['run-refused', expect.stringContaining('12 of 20'), []])

  const discarded = acts.answerReview(review?.id ?? '', 'discard', secretary)
  expect(acts.reviews()).toEqual([])
  expect((await run(body, 'Meetings', ...many(8))).outcome).toBe('refused')
  expect(acts.reviews()).toEqual([])
  acts.undo(discarded.actionId, secretary)

  const accepted = acts.answerReview(acts.reviews()[0]?.id ?? '', 'accept', secretary)
  expect(listed().filter(({ event }) => event.missingSince)).toHaveLength(12)
  acts.undo(accepted.actionId, secretary)
  expect(listed().filter(({ event }) => event.missingSince)).toHaveLength(0)
  acts.answerReview(acts.reviews()[0]?.id ?? '', 'pause', secretary)
  expect(acts.reviews().filter(({ kind }) => kind === 'run-refused')).toEqual([])
})

test('a coming meeting missing in three accepted runs is tentative with a note, and confirmed again when it is back; a past one is over', async () => {
  await run(body, 'Meetings', '2026-11-24 CND session 69', '2027-03-15 CND session 70')
  const uid = listed().find(({ event }) => event.session === 70)?.event.uid ?? ''
  for (const number of [71, 72, 73, 74]) await run(body, 'Meetings', `2028-03-0${number - 70} CND session ${number}`)
  expect(findEvent(kit.store, uid)).toMatchObject({ status: 'tentative', note: expect.stringContaining('No longer printed') })
  expect(listed().find(({ event }) => event.session === 69)?.event).toMatchObject({ status: 'confirmed' })
  await run(body, 'Meetings', '2027-03-15 CND session 70')
  const back = findEvent(kit.store, uid)
  expect([back?.status, back?.note, back?.missingSince]).toEqual(['confirmed', undefined, undefined])
})

test('two sources that date a session differently make one event with a conflict and a review; two bodies on the same days stay two', async () => {
  await run(body, 'Meetings', '2027-12-04..2027-12-05 CND reconvened 70')
  await run(other, 'Meetings', '2027-12-11..2027-12-12 CND reconvened 70', '2027-12-04..2027-12-05 CCPCJ reconvened 36')
  expect(
    listed()
      .map(({ event }) => `${event.body} ${event.when?.start}`)
      .sort(),
  ).toEqual(['CCPCJ 2027-12-04', 'CND 2027-12-04'])
  expect(acts.reviews()).toMatchObject([{ kind: 'conflict', conflict: { field: 'when' } }])
  expect(
    listed()
      .find(({ event }) => event.body === 'CND')
      ?.event.conflicts[0]?.values.map(({ said }) => said.by),
  ).toEqual(['cnd', 'un'])
})

test('what a person says survives every run, and what a source says against it waits with three answers', async () => {
  await run(body, 'Meetings', '2027-03-15 CND session 70')
  const { uid } = only().event
  const when = { precision: 'day' as const, start: '2027-03-16', end: '2027-03-16', timezone: 'Europe/Vienna' }
  acts.changeEvent(uid, { when }, secretary)
  await run(body, 'Meetings', '2027-03-15 CND session 70', 'a line more')
  expect([only().event.when?.start, acts.reviews()]).toEqual(['2027-03-16', []])
  await run(body, 'Meetings', '2027-03-22 CND session 70')
  expect(only().event.when?.start).toBe('2027-03-16')
  expect(acts.reviews()).toMatchObject([{ kind: 'edit-contradicted', answers: ['keep', 'take', 'take-until-it-changes'] }])
  acts.answerReview(acts.reviews()[0]?.id ?? '', 'take', secretary)
  expect([only().event.when?.start, acts.reviews()]).toEqual(['2027-03-22', []])
})

test("a person's own entry and a source's listing of one session are one event, with the uid of the older", async () => {
  const when = { precision: 'day' as const, start: '2027-03-15', end: '2027-03-15', timezone: 'Europe/Vienna' }
  const { event } = acts.createEvent({ title: 'CND 70', body: 'CND', kind: 'session', session: 70, when }, secretary)
  await run(body, 'Meetings', '2027-03-15 CND session 70')
  expect(only().event).toMatchObject({ uid: event?.uid, title: 'CND 70' })
})

test('"same" outlives a listing that leaves and comes back; the merged uid is kept and points to the one that goes on', async () => {
  await run(body, 'Meetings', '2027-03-15 CND briefing 1')
  await run(other, 'Meetings', '2027-03-15 CND informal-meeting 1', '2027-06-01 CND session 70')
  const [a, b] = listed().filter(({ event }) => event.when?.start === '2027-03-15')
  acts.decide('same', a?.event.uid ?? '', b?.event.uid ?? '', secretary)
  await run(other, 'Meetings', '2027-06-01 CND session 70')
  await run(other, 'Meetings', '2027-03-15 CND informal-meeting 1', '2027-06-01 CND session 70')
  expect(listed()).toHaveLength(2)
  const gone = [a, b].map((one) => findEvent(kit.store, one?.event.uid ?? '')).find((event) => event?.state === 'merged')
  expect(findEvent(kit.store, gone?.mergedInto ?? '')?.state).toBe('listed')
})

test('a source that fails ten times is paused and waits as one incident', async () => {
  await run(body, 'Meetings', '2027-03-15 CND session 70')
  for (let time = 0; time < 10; time += 1) expect((await run(body, '')).outcome).not.toBe('accepted')
  const waiting = acts.reviews()
  expect(waiting).toHaveLength(1)
  expect(waiting[0]).toMatchObject({ kind: expect.stringMatching(/source-failing|run-refused/) })
})
