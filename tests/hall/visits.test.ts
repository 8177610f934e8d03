import { expect, test } from 'vitest'
import { everyMs, nextVisit } from '../../src/visits.ts'

const now = new Date('2026-11-23T12:00:00Z')
const inMinutes = (at: string) => (Date.parse(at) - now.getTime()) / 60_000

test('a period is said in hours or days', () => {
  expect([everyMs('12 hours'), everyMs('2 days')]).toEqual([12 * 3_600_000, 48 * 3_600_000])
})

test('after a good run the next visit is due after the period, give or take a twentieth', () => {
  const visit = (chance: number) => inMinutes(nextVisit({ every: '12 hours', failures: 0, now, chance }))
  expect([visit(0), visit(0.5), visit(1)]).toEqual([684, 720, 756])
})

test('after each failure the pause doubles, and is never longer than the period', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7].map((failures) => inMinutes(nextVisit({ every: '12 hours', failures, now, chance: 0 })))
  expect(pauses).toEqual([15, 30, 60, 120, 240, 480, 720])
})

test('a host that asks for more time is given it', () => {
  const notBefore = '2026-11-25T00:00:00.000Z'
  expect(nextVisit({ every: '12 hours', failures: 1, now, chance: 0, notBefore })).toBe(notBefore)
  expect(inMinutes(nextVisit({ every: '12 hours', failures: 1, now, chance: 0, notBefore: '2026-11-23T12:01:00.000Z' }))).toBe(15)
})
