import { expect, test } from 'vitest'
import { ActRefused } from '../../src/acts/index.ts'
import { aWhen } from '../build.ts'
import { aDesk, briefing, cnd, secretary } from './desk.ts'

test('what a person enters is an event, confirmed, and in the history', () => {
  const { acts, event } = aDesk()
  const done = acts.createEvent(briefing, secretary)
  expect(done.event).toMatchObject({ title: briefing.title, status: 'confirmed', state: 'listed', revision: 0 })
  expect(done.changes).toMatchObject([{ kind: 'new', uid: done.event?.uid }])
  expect(done.actionId).toBeGreaterThan(0)
  expect(event(done.event?.slug ?? '').said.title?.by).toBe('desk')
})

test('an own entry joins what a source lists under the same exact key, and speaks first', () => {
  const { acts, run } = aDesk()
  run('cnd', [cnd()])
  const done = acts.createEvent({ ...cnd(), title: 'CND 69', when: aWhen({ start: '2027-03-08', end: '2027-03-12' }) }, secretary)
  expect(done.event?.speakers.map(({ source }) => source)).toEqual(['cnd', 'desk'])
  expect(done.event).toMatchObject({ title: 'CND 69', when: { start: '2027-03-08' } })
  expect(done.event?.conflicts.map(({ field }) => field)).toContain('when')
})

test('a dry run answers what would be, and changes nothing', () => {
  const { acts, store, projector, clock } = aDesk()
  const { actionId, event } = acts.createEvent(briefing, secretary, { dryRun: true })
  expect([actionId, event?.title]).toEqual([0, briefing.title])
  expect(
    store.sqlite
      .prepare('select (select count(*) from event) + (select count(*) from action) + (select count(*) from listing)')
      .pluck()
      .get(),
  ).toBe(0)
  expect(projector.current(clock.now.toISOString()).merged.events).toEqual([])
  const again = acts.createEvent(briefing, secretary)
  expect(again.event?.slug).toBe(event?.slug)
})

test('what fails at the last moment leaves nothing behind, in the store and in memory', () => {
  const { acts, store, projector, clock } = aDesk()
  const after = () => {
    throw new Error('no')
  }
  expect(() => acts.createEvent(briefing, secretary, { after })).toThrow('no')
  expect(store.sqlite.prepare('select count(*) from listing').pluck().get()).toBe(0)
  expect(projector.current(clock.now.toISOString()).merged.events).toEqual([])
})

test("a person's own entry is changed itself; what a source says stays beneath a person's word", () => {
  const { acts, run, event } = aDesk()
  const own = acts.createEvent(briefing, secretary).event
  const changed = acts.changeEvent(own?.uid ?? '', { title: 'Briefing', place: { room: 'C4' } }, secretary)
  expect(changed.event).toMatchObject({ title: 'Briefing', place: { room: 'C4' }, revision: 1, conflicts: [] })
  run('cnd', [cnd()])
  const slug = 'sixty-ninth-session-of-the-commission-on-narcotic-drugs'
  const uid = event(`cnd-${slug}`).uid
  const edited = acts.changeEvent(uid, { place: { city: 'Vienna', room: 'M-Plenary' } }, secretary, { reason: 'told by phone' })
  expect(edited.event?.said.place).toMatchObject({ by: 'secretary' })
  run('cnd', [cnd({ title: 'CND, sixty-ninth session' })])
  expect(event(uid)).toMatchObject({ title: 'CND, sixty-ninth session', place: { room: 'M-Plenary' } })
})

test('a change that says what the event says leaves no trace', () => {
  const { acts } = aDesk()
  const { event } = acts.createEvent(briefing, secretary)
  expect(acts.changeEvent(event?.uid ?? '', { title: briefing.title, note: null }, secretary)).toMatchObject({
    actionId: 0,
    changes: [],
  })
})

test('replacing empties what is not said', () => {
  const { acts } = aDesk()
  const { event } = acts.createEvent({ ...briefing, access: 'All welcome', contact: 'desk@example.org' }, secretary)
  const done = acts.replaceEvent(event?.uid ?? '', { title: 'Briefing', when: briefing.when }, secretary)
  expect(done.event).toMatchObject({ title: 'Briefing', body: 'OTHER', kind: 'other' })
  expect(done.event).not.toHaveProperty('access')
  expect(done.event).not.toHaveProperty('contact')
})

test('possible duplicates come with what a person enters', () => {
  const { acts, run } = aDesk()
  run('cnd', [cnd()])
  const draft = { title: 'Commission on Narcotic Drugs, sixty-ninth session', when: cnd().when ?? aWhen() }
  const [one] = acts.createEvent(draft, secretary).possibleDuplicates
  expect(one?.event.title).toBe(cnd().title)
  const joined = acts.answerReview(one?.review ?? '', 'same', secretary)
  expect(joined.event?.speakers).toHaveLength(2)
  expect(joined.changes.map(({ kind }) => kind)).toContain('merged')
})

test.each([
  ['no title', { title: ' \u0000 ' }, '/title'],
  ['an end before the start', { title: 'x', when: aWhen({ start: '2027-02-10', end: '2027-02-09' }) }, '/end'],
  ['a day that is not in the calendar', { title: 'x', when: aWhen({ start: '2027-02-29', end: '2027-03-01' }) }, '/start'],
  ['a zone that is none', { title: 'x', when: aWhen({ timezone: 'Vienna' }) }, '/timezone'],
  ['an hour that is none', { title: 'x', when: aWhen({ startTime: '9:00' }) }, '/startTime'],
  ['an address that is none', { title: 'x', links: [{ rel: 'page' as const, url: 'javascript:alert(1)' }] }, '/links/0/url'],
  ['a contact with a name', { title: 'x', contact: 'Jane Doe <jane@example.org>' }, '/contact'],
  ['days that are not those of the meeting', { title: 'x', when: aWhen({ days: ['2027-01-01'] }) }, '/days'],
])('%s is refused, naming the field', (_, draft, pointer) => {
  const { acts, store } = aDesk()
  const attempt = () => acts.createEvent(draft, secretary)
  expect(attempt).toThrow(ActRefused)
  expect(attempt).toThrow(expect.objectContaining({ why: 'wrong', pointer }))
  expect(store.sqlite.prepare('select count(*) from listing').pluck().get()).toBe(0)
})

test('a month without a day is the whole month, without hours', () => {
  const { acts } = aDesk()
  const when = aWhen({ precision: 'month', start: '2027-06-15', end: '2027-06-15', startTime: '10:00' })
  expect(acts.createEvent({ title: 'x', when }, secretary).event?.when).toEqual({
    precision: 'month',
    start: '2027-06-01',
    end: '2027-06-30',
    timezone: 'Europe/Vienna',
  })
})
