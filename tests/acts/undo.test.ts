import { expect, test } from 'vitest'
import { aListing, aWhen } from '../build.ts'
import { aDesk, briefing, cnd, secretary } from './desk.ts'

const slug = 'cnd-sixty-ninth-session-of-the-commission-on-narcotic-drugs'

test('an edit is taken back by one call, which can be taken back too', () => {
  const { acts, run, event } = aDesk()
  run('cnd', [cnd()])
  const { actionId } = acts.changeEvent(slug, { title: 'CND' }, secretary)
  const undone = acts.undo(actionId, secretary)
  expect(event(slug).title).toBe(cnd().title)
  expect(undone.sentence).toBe(`took back: changed title of "${cnd().title}"`)
  const redone = acts.undo(undone.actionId, secretary)
  expect(event(slug).title).toBe('CND')
  acts.undo(redone.actionId, secretary)
  expect(event(slug).title).toBe(cnd().title)
})

test('nothing is taken back twice', () => {
  const { acts } = aDesk()
  const { actionId } = acts.createEvent(briefing, secretary)
  acts.undo(actionId, secretary)
  expect(() => acts.undo(actionId, secretary)).toThrow('was taken back already')
  expect(() => acts.undo(999, secretary)).toThrow('There is no entry 999')
})

test('an entry taken back is withdrawn, and comes back with its uid', () => {
  const { acts, event } = aDesk()
  const done = acts.createEvent(briefing, secretary)
  const uid = done.event?.uid ?? ''
  acts.changeEvent(uid, { title: 'Briefing' }, secretary)
  const undone = acts.undo(done.actionId, secretary)
  expect(undone.changes).toMatchObject([{ uid, kind: 'withdrawn' }])
  acts.undo(undone.actionId, secretary)
  expect(event(uid)).toMatchObject({ state: 'listed', title: 'Briefing' })
})

test('a decision taken back parts what it joined, and each has its uid again', () => {
  const { acts, event } = aDesk()
  const [a, b] = [briefing, { ...briefing, title: 'New members' }].map(
    (draft) => acts.createEvent(draft, secretary).event?.uid ?? '',
  )
  const { actionId } = acts.decide('same', a ?? '', b ?? '', secretary)
  expect(event(b ?? '').state).toBe('merged')
  acts.undo(actionId, secretary)
  expect([event(a ?? '').state, event(b ?? '').state]).toEqual(['listed', 'listed'])
})

test('a batch is one entry of the history, and one call takes all of it back', () => {
  const { acts, run, event } = aDesk()
  run('cnd', [cnd()])
  const done = acts.applyBatch(
    [
      { do: 'create', draft: briefing },
      { do: 'create', draft: { ...briefing, title: 'Farewell', when: aWhen({ start: '2027-06-01', end: '2027-06-01' }) } },
      { do: 'change', uid: slug, patch: { title: 'CND' } },
      { do: 'change', uid: slug, patch: { title: 'CND 69', note: 'Said by mail.' } },
      { do: 'cancel', uid: slug },
    ],
    'import of list.txt',
    secretary,
  )
  expect(done.events.map(({ title }) => title)).toEqual([briefing.title, 'Farewell', 'CND 69', 'CND 69', 'CND 69'])
  expect(done.sentence).toBe('import of list.txt')
  acts.undo(done.actionId, secretary)
  expect(event(slug)).toMatchObject({ title: cnd().title, status: 'confirmed' })
  expect(done.events.slice(0, 2).map(({ uid }) => event(uid).state)).toEqual(['withdrawn', 'withdrawn'])
})

test('a batch with one wrong step does nothing at all', () => {
  const { acts, store } = aDesk()
  const items = [
    { do: 'create' as const, draft: briefing },
    { do: 'cancel' as const, uid: 'nobody' },
  ]
  expect(() => acts.applyBatch(items, 'import', secretary)).toThrow('There is no event "nobody"')
  expect(store.sqlite.prepare('select (select count(*) from listing) + (select count(*) from action)').pluck().get()).toBe(0)
})

test('an accepted run is taken back; what a later run said stays, and is told', () => {
  const { acts, run, event } = aDesk()
  run('cnd', [cnd()])
  const { actionId } = run('cnd', [cnd({ title: 'CND' })])
  acts.undo(actionId, secretary)
  expect(event(slug).title).toBe(cnd().title)
  const second = run('cnd', [cnd({ title: 'CND again' })])
  run('cnd', [cnd({ title: 'CND for good' })])
  expect(() => acts.undo(second.actionId, secretary)).toThrow('nothing left to take back')
  expect(event(slug).title).toBe('CND for good')
})

test('edits of two people on one field: the later stands, and the earlier comes back when it is taken back', () => {
  const { acts, event } = aDesk()
  const uid = acts.createEvent(briefing, secretary).event?.uid ?? ''
  acts.withdraw(uid, secretary)
  acts.restore(uid, secretary)
  acts.changeEvent(uid, { access: 'Members only' }, secretary)
  const { actionId } = acts.changeEvent(uid, { access: 'Open to all' }, { name: 'chair' })
  acts.undo(actionId, secretary)
  expect(event(uid).access).toBe('Members only')
})

test('a refused run is accepted, and taken back: then it waits again', () => {
  const { acts, run, store } = aDesk()
  const meetings = Array.from({ length: 12 }, (_, n) =>
    aListing({
      key: `k${n}`,
      session: 40 + n,
      title: `Session ${40 + n}`,
      when: aWhen({ start: `2027-${String(n + 1).padStart(2, '0')}-10`, end: `2027-${String(n + 1).padStart(2, '0')}-11` }),
    }),
  )
  run('cnd', meetings)
  const refused = run('cnd', meetings.slice(0, 2))
  expect(refused.outcome).toBe('refused')
  const [review] = acts.reviews()
  expect(review).toMatchObject({ kind: 'run-refused', answers: ['accept', 'discard', 'pause'] })
  const tried = acts.answerReview(review?.id ?? '', 'accept', secretary, { dryRun: true })
  expect(tried.changes.length).toBe(10)
  expect(acts.reviews()).toHaveLength(1)
  const { actionId, changes } = acts.answerRun(refused.runId, 'accept', secretary)
  expect(changes).toHaveLength(10)
  expect(acts.reviews()).toEqual([])
  expect(() => acts.answerRun(refused.runId, 'discard', secretary)).toThrow('was accepted already')
  acts.undo(actionId, secretary)
  expect(acts.reviews()).toMatchObject([{ kind: 'run-refused' }])
  expect(store.sqlite.prepare('select count(*) from listing where missing_since is not null').pluck().get()).toBe(0)
})

test('what was discarded is not asked again when the source says the same again', () => {
  const { acts, run } = aDesk()
  const meetings = Array.from({ length: 8 }, (_, n) =>
    aListing({
      key: `k${n}`,
      session: 40 + n,
      title: `Session ${40 + n}`,
      when: aWhen({ start: `2027-0${1 + n}-10`, end: `2027-0${1 + n}-11` }),
    }),
  )
  run('cnd', meetings)
  acts.answerRun(run('cnd', meetings.slice(0, 1)).runId, 'discard', secretary)
  run('cnd', meetings.slice(0, 1))
  expect(acts.reviews()).toEqual([])
  run('cnd', meetings.slice(0, 2))
  expect(acts.reviews()).toHaveLength(1)
})
