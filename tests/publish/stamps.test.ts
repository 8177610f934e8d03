import { expect, test } from 'vitest'
import type { Event } from '../../src/event/index.ts'
import { deadlineEvents, toVevent, unstamped, veventHash } from '../../src/publish/index.ts'
import { anEvent, aWhen } from '../build.ts'
import { voice } from './voice.ts'

const before = anEvent({ deadlines: [{ kind: 'registration', date: '2026-04-30', text: 'by 30 April' }] })
const moves = (said: Partial<Event>) => veventHash({ ...before, ...said }, voice) !== veventHash(before, voice)

test.each<[string, Partial<Event>]>([
  ['title', { title: 'Other' }],
  ['date', { when: aWhen({ start: '2026-05-25', end: '2026-05-29' }) }],
  ['hour', { when: aWhen({ startTime: '10:00' }) }],
  ['place', { place: { city: 'Doha' } }],
  ['status', { status: 'tentative' }],
  ['state', { state: 'withdrawn' }],
  ['note', { note: 'Dates to be confirmed' }],
  ['a link', { links: [] }],
  ['a deadline', { deadlines: [] }],
  ['a deadline’s words', { deadlines: [{ kind: 'registration', date: '2026-04-30', text: 'by the 30th of April' }] }],
  ['the address', { slug: 'other' }],
  ['being missing', { speakers: before.speakers.map((speaker) => ({ ...speaker, missingSince: '2026-02-01T00:00:00Z' })) }],
])('stamps move with %s', (_, said) => {
  expect(moves(said)).toBe(true)
})

test.each<[string, Partial<Event>]>([
  ['the stamps themselves', { revision: 9, modifiedAt: '2027-01-01T00:00:00Z' }],
  ['a poll without news', { speakers: before.speakers.map((speaker) => ({ ...speaker, lastSeenAt: '2027-01-01T00:00:00Z' })) }],
  ['who confirmed a field when', { said: { title: { by: 'cnd', at: '2027-01-01T00:00:00Z' } } }],
  ['the order of speakers', { speakers: before.speakers.toReversed() }],
])('stamps do not move with %s', (_, said) => {
  expect(moves(said)).toBe(false)
})

test('what is hashed is what is published, but for the stamps', () => {
  const still = { ...before, modifiedAt: '1970-01-01T00:00:00Z' }
  expect(unstamped(before, voice)).toBe([still, ...deadlineEvents(still)].map((event) => toVevent(event, voice)).join(''))
})

test('a template in another language is another text', () => {
  expect(veventHash(before, { ...voice, language: 'fr' })).not.toBe(veventHash(before, voice))
})
