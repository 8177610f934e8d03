import { expect, test } from 'vitest'
import { chanceOf } from './chance.ts'
import { simulate } from './simulation.ts'

test('eight years of five sources that err leave no duplicate, nothing lost, nothing cancelled falsely, no uid changed', () => {
  const { faults, wrongAtTheEnd, counts, world } = simulate({ seed: 6, runs: 1200 })
  expect(faults).toEqual([])
  expect(wrongAtTheEnd).toEqual([])
  expect(world.printed.size).toBeGreaterThan(75)
  for (const what of [
    'runs refused',
    'accepted runs taken back',
    'edits and decisions taken back',
    'entries by hand',
    'visits to sources that had left',
  ])
    expect([what, counts[what]]).toEqual([what, expect.any(Number)])
}, 120_000)

test('the same seed gives the same years', () => {
  const [one, other] = [chanceOf(5), chanceOf(5)].map((chance) => Array.from({ length: 5 }, () => chance.next()))
  expect(one).toEqual(other)
})
