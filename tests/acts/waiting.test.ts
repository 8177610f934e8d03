import { expect, test } from 'vitest'
import { saveRun } from '../../src/store/visits/runs.ts'
import { saveSourceState, sourceState } from '../../src/store/visits/sources.ts'
import { aWhen } from '../build.ts'
import { aDesk, briefing, cnd, secretary } from './desk.ts'

const slug = 'cnd-sixty-ninth-session-of-the-commission-on-narcotic-drugs'

function contradicted() {
  const desk = aDesk()
  desk.run('cnd', [cnd()])
  desk.acts.changeEvent(slug, { place: { city: 'Vienna', room: 'C1' } }, secretary)
  desk.run('cnd', [cnd({ place: { city: 'Vienna', room: 'C2' } })])
  const [review] = desk.acts.reviews()
  return { ...desk, id: review?.id ?? '', review }
}

test('an edit that its source contradicts waits, and is kept until it is answered', () => {
  const { event, review } = contradicted()
  expect(review).toMatchObject({ kind: 'edit-contradicted', answers: ['keep', 'take', 'take-until-it-changes'] })
  expect(event(slug).place.room).toBe('C1')
})

test('keep, take, take until it changes', () => {
  const kept = contradicted()
  kept.acts.answerReview(kept.id, 'keep', secretary)
  expect([kept.event(slug).place.room, kept.acts.reviews()]).toEqual(['C1', []])
  const taken = contradicted()
  const { actionId } = taken.acts.answerReview(taken.id, 'take', secretary)
  expect([taken.event(slug).place.room, taken.acts.reviews()]).toEqual(['C2', []])
  taken.acts.undo(actionId, secretary)
  expect([taken.event(slug).place.room, taken.acts.reviews().length]).toEqual(['C1', 1])
  const lent = contradicted()
  lent.acts.answerReview(lent.id, 'take-until-it-changes', secretary)
  expect(lent.event(slug).place.room).toBe('C2')
  lent.run('cnd', [cnd({ place: { city: 'Vienna', room: 'C3' } })])
  expect(lent.event(slug).place.room).toBe('C1')
})

test('of dates that differ a person takes one, and is not asked again until a source says another', () => {
  const { acts, run, event } = aDesk()
  run('cnd', [cnd()])
  run('un', [
    cnd({ when: aWhen({ start: '2027-03-08', end: '2027-03-12' }), provenance: { text: '', url: 'https://un.example/' } }),
  ])
  const [review] = acts.reviews()
  expect(review).toMatchObject({ kind: 'conflict', answers: ['take 1', 'take 2'] })
  expect(() => acts.answerReview(review?.id ?? '', 'keep', secretary)).toThrow('there are take 1, take 2')
  acts.answerReview(review?.id ?? '', 'take 2', secretary)
  expect([event(slug).when?.start, acts.reviews()]).toEqual(['2027-03-08', []])
})

test('the dates that hold already can be confirmed', () => {
  const { acts, run, event } = aDesk()
  run('cnd', [cnd()])
  run('un', [
    cnd({ when: aWhen({ start: '2027-03-08', end: '2027-03-12' }), provenance: { text: '', url: 'https://un.example/' } }),
  ])
  const { actionId } = acts.answerReview(acts.reviews()[0]?.id ?? '', 'take 1', secretary)
  expect([event(slug).when?.start, acts.reviews()]).toEqual(['2027-03-15', []])
  acts.undo(actionId, secretary)
  expect(acts.reviews()).toHaveLength(1)
})

test('an assumed date is confirmed and becomes an entry, or is discarded', () => {
  const proposed = cnd({ proposed: true, key: 'x', title: 'Briefing on drugs', kind: 'briefing' })
  delete proposed.session
  const confirmed = aDesk()
  confirmed.run('cnd', [proposed])
  const { event, actionId } = confirmed.acts.answerReview(confirmed.acts.reviews()[0]?.id ?? '', 'confirm', secretary)
  expect(event).toMatchObject({ title: 'Briefing on drugs', state: 'listed' })
  expect(confirmed.acts.reviews()).toEqual([])
  confirmed.acts.undo(actionId, secretary)
  expect(confirmed.acts.reviews()).toHaveLength(1)
  const discarded = aDesk()
  discarded.run('cnd', [proposed])
  discarded.acts.answerReview(discarded.acts.reviews()[0]?.id ?? '', 'discard', secretary)
  expect(discarded.acts.reviews()).toEqual([])
})

test('"not the same" is remembered when a listing leaves and comes back', () => {
  const { acts, run } = aDesk()
  run('cnd', [cnd()])
  const { possibleDuplicates } = acts.createEvent(
    { title: 'Commission on Narcotic Drugs, sixty-ninth session', when: cnd().when ?? aWhen() },
    secretary,
  )
  acts.answerReview(possibleDuplicates[0]?.review ?? '', 'different', secretary)
  run('cnd', [])
  run('cnd', [cnd()])
  expect(acts.reviews()).toEqual([])
})

test('a source that fails waits as one incident: visit it, pause it, resume it', () => {
  const { acts, store, woken } = aDesk()
  const at = '2026-11-24T09:00:00.000Z'
  const counts = { added: 0, changed: 0, same: 0, missing: 0, issues: 0 }
  saveRun(store, {
    sourceId: 'un',
    startedAt: at,
    endedAt: at,
    outcome: 'failed',
    sentence: 'un: no answer.',
    counts,
    issues: [],
  })
  saveSourceState(store, 'un', { failures: 3, failingSince: at, nextVisitAt: '2026-11-25T00:00:00.000Z' })
  const [review] = acts.reviews()
  expect(review).toMatchObject({ kind: 'source-failing', answers: ['run', 'pause'] })
  acts.answerReview(review?.id ?? '', 'run', secretary)
  expect(sourceState(store, 'un').nextVisitAt?.slice(0, 10)).toBe('2026-11-24')
  expect(woken).toHaveLength(1)
  const { actionId } = acts.answerReview(review?.id ?? '', 'pause', secretary)
  expect(sourceState(store, 'un').pausedAt).not.toBeNull()
  expect(acts.reviews()).toMatchObject([{ answers: ['resume'] }])
  acts.undo(actionId, secretary)
  expect(sourceState(store, 'un').pausedAt).toBeNull()
})

test('a paused source is resumed before it is visited, and an unknown one is not known', () => {
  const { acts } = aDesk()
  acts.pauseSource('cnd', secretary, { reason: 'The site is rebuilt.' })
  expect(() => acts.runNow('cnd', secretary)).toThrow('cnd is paused')
  expect(acts.resumeSource('cnd', secretary).actionId).toBeGreaterThan(0)
  expect(() => acts.pauseSource('nobody', secretary)).toThrow('There is no source "nobody"')
})

test('a decision needs two listings that are', () => {
  const { acts } = aDesk()
  const uid = acts.createEvent(briefing, secretary).event?.uid ?? ''
  expect(() => acts.decide('same', uid, uid, secretary)).toThrow('of one listing')
  expect(() => acts.decide('same', uid, 'nobody', secretary)).toThrow('There is no event "nobody"')
})
