import { expect, test } from 'vitest'
import { brake, changes, reverted, undoBetween, undoOf } from '../../src/reconcile/index.ts'
import { aListing, aWhen } from '../build.ts'
import { onDay, run, runs } from './build.ts'

const session = (number: number, start = '2026-05-18') =>
  aListing({ key: `ccpcj/session/${number}`, session: number, title: `Session ${number}`, when: aWhen({ start, end: start }) })
const many = (count: number) => Array.from({ length: count }, (_, index) => session(index + 1))

function refusal(before: number, found: ReturnType<typeof many>) {
  const known = runs('ccpcj', [many(before)])
  return brake(changes('ccpcj', known, found, onDay(1)), known, onDay(1))
}

test('a run that would remove or move more than five and more than a fifth of what is to come is refused, with the difference', () => {
  const moved = [58, 59, 60].map((number) => session(number, '2026-11-02'))
  const refused = refusal(60, [...many(57).slice(14), ...moved])
  expect(refused?.sentence).toBe('would remove 14 of 60 coming meetings, move 3')
  expect(refused?.gone).toHaveLength(14)
  expect(refused?.moved[0]).toMatchObject({ from: { start: '2026-05-18' }, to: { start: '2026-11-02' } })
})

test('five may vanish from a small page, and a fifth from a large one', () => {
  expect(refusal(6, many(1))).toBeUndefined()
  expect(refusal(60, many(48))).toBeUndefined()
  expect(refusal(60, many(47))?.sentence).toBe('would remove 13 of 60 coming meetings')
})

test('past meetings may all vanish', () => {
  const known = runs('ccpcj', [many(20).map((one) => ({ ...one, when: aWhen({ start: '2025-05-18', end: '2025-05-20' }) }))])
  expect(brake(changes('ccpcj', known, [], onDay(1)), known, onDay(1))).toBeUndefined()
})

test('a month that becomes days is no move', () => {
  const month = many(10).map((one) => ({ ...one, when: aWhen({ precision: 'month', start: '2026-05-01', end: '2026-05-31' }) }))
  const known = runs('ccpcj', [month])
  expect(brake(changes('ccpcj', known, many(10), onDay(1)), known, onDay(1))).toBeUndefined()
})

test('a site that gives all its meetings new names is not braked', () => {
  const renamed = many(20).map((one) => ({ ...one, key: `url:https://new.example/${one.session}` }))
  expect(refusal(20, renamed)).toBeUndefined()
})

test('an accepted run can be taken back, and that too', () => {
  const before = runs('ccpcj', [many(3)])
  const now = onDay(1)
  const found = changes('ccpcj', before, [session(1, '2026-06-01'), session(2), session(9, '2026-09-01')], now)
  const after = run(before, [session(1, '2026-06-01'), session(2), session(9, '2026-09-01')], { day: 1 })
  const { listings, kept } = reverted(after, undoOf(before, found, after, now), onDay(2))
  const all = after.map((one) => listings.find((other) => other.id === one.id) ?? one)
  expect(kept).toEqual([])
  expect(all.map((one) => [one.identity.session, one.listing.when?.start, one.missingRuns, one.retractedAt])).toEqual([
    [1, '2026-05-18', 0, undefined],
    [2, '2026-05-18', 0, undefined],
    [3, '2026-05-18', 0, undefined],
    [9, '2026-09-01', 0, onDay(2)],
  ])
  const redo = reverted(all, undoBetween('ccpcj', after, all, onDay(2)), onDay(3))
  expect(redo.listings.find((one) => one.identity.session === 9)?.retractedAt).toBeUndefined()
  expect(redo.listings.find((one) => one.identity.session === 1)?.listing.when?.start).toBe('2026-06-01')
})

test('what a later run said again is not taken back with an earlier one', () => {
  const before = runs('ccpcj', [many(1)])
  const moved = run(before, [session(1, '2026-06-01')], { day: 1 })
  const undo = undoBetween('ccpcj', before, moved, onDay(1))
  const later = run(moved, [session(1, '2026-07-01')], { day: 2 })
  expect(reverted(later, undo, onDay(3))).toEqual({ listings: [], kept: ['ccpcj/ccpcj/session/1'] })
})

test('a retracted listing that is printed again is back', () => {
  const known = runs('ccpcj', [many(1)]).map((one) => ({ ...one, retractedAt: onDay(1) }))
  expect(run(known, many(1), { day: 2 })[0]?.retractedAt).toBeUndefined()
})
