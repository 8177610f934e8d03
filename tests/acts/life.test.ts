import { expect, test } from 'vitest'
import { aWhen } from '../build.ts'
import { aDesk, briefing, cnd, secretary } from './desk.ts'

function aSession() {
  const desk = aDesk()
  desk.run('cnd', [cnd()])
  const uid = desk.event('cnd-sixty-ninth-session-of-the-commission-on-narcotic-drugs').uid
  return { ...desk, uid }
}

test('a person cancels, and no run brings it back', () => {
  const { acts, uid, run, event } = aSession()
  const done = acts.cancel(uid, 'Told by the secretariat.', secretary)
  expect(done).toMatchObject({
    event: { status: 'cancelled', note: 'Told by the secretariat.' },
    changes: [{ kind: 'cancelled' }],
  })
  run('cnd', [cnd({ place: { city: 'Vienna' } })])
  expect(event(uid).status).toBe('cancelled')
})

test('what a person cancelled is restored as its source says it', () => {
  const { acts, uid } = aSession()
  acts.cancel(uid, 'A mistake.', secretary)
  const { event, changes } = acts.restore(uid, secretary)
  expect(event?.status).toBe('confirmed')
  expect(event).not.toHaveProperty('note')
  expect(changes).toMatchObject([{ kind: 'restored' }])
})

test('what its source cancelled is not restored by a person', () => {
  const { acts, uid, run } = aSession()
  run('cnd', [cnd({ status: 'cancelled' })])
  expect(() => acts.restore(uid, secretary)).toThrow('its source that cancelled it')
})

test('postponed without dates is tentative; with dates it is rescheduled and says what it was', () => {
  const { acts, uid } = aSession()
  expect(acts.postpone(uid, {}, secretary).event).toMatchObject({ status: 'tentative', notice: 'postponed' })
  acts.restore(uid, secretary)
  const when = aWhen({ start: '2027-04-12', end: '2027-04-16' })
  const done = acts.postpone(uid, { when }, secretary)
  expect(done.event).toMatchObject({ notice: 'rescheduled', when: { start: '2027-04-12' }, was: { start: '2027-03-15' } })
  expect(done.changes).toMatchObject([{ kind: 'moved' }])
})

test('new dates for a postponed meeting make it rescheduled', () => {
  const { acts, uid } = aSession()
  acts.postpone(uid, {}, secretary)
  const { event } = acts.changeEvent(uid, { when: aWhen({ start: '2027-05-10', end: '2027-05-14' }) }, secretary)
  expect(event?.notice).toBe('rescheduled')
})

test('a cancelled meeting is not postponed', () => {
  const { acts, uid } = aSession()
  acts.cancel(uid, undefined, secretary)
  expect(() => acts.postpone(uid, {}, secretary)).toThrow('is cancelled')
})

test('withdrawn and restored; twice is once', () => {
  const { acts, uid } = aSession()
  expect(acts.withdraw(uid, secretary).event?.state).toBe('withdrawn')
  expect(acts.withdraw(uid, secretary)).toMatchObject({ actionId: 0, changes: [] })
  expect(acts.restore(uid, secretary).event?.state).toBe('listed')
  expect(() => acts.restore(uid, secretary)).toThrow('No person withdrew')
})

test('a field is given back to its sources', () => {
  const { acts, uid } = aSession()
  acts.changeEvent(uid, { title: 'CND' }, secretary)
  acts.changeEvent(uid, { title: 'CND 69' }, secretary)
  expect(acts.release(uid, 'title', secretary).event?.title).toBe(cnd().title)
  expect(() => acts.release(uid, 'title', secretary)).toThrow('No person')
})

test('an own entry that is cancelled can be restored', () => {
  const { acts } = aDesk()
  const uid = acts.createEvent(briefing, secretary).event?.uid ?? ''
  acts.changeEvent(uid, { status: 'cancelled' }, secretary)
  expect(acts.restore(uid, secretary).event?.status).toBe('confirmed')
})

test('a merged event is not acted on, but the one it became', () => {
  const { acts } = aDesk()
  const a = acts.createEvent(briefing, secretary).event
  const b = acts.createEvent({ ...briefing, title: 'New members: a briefing' }, secretary).event
  acts.decide('same', a?.uid ?? '', b?.uid ?? '', secretary)
  expect(() => acts.cancel(b?.uid ?? '', undefined, secretary)).toThrow(`merged into ${a?.uid}`)
})
