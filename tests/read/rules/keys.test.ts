import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listingsOf } from './page.ts'

const lines = [
  '6 May 2024: Constructive dialogue with civil society',
  '27 May 2024: Constructive dialogue with civil society',
  '1 July 2024: Constructive dialogue with civil society',
  '11-15 March 2024: Sixty-seventh session of the Commission on Narcotic Drugs',
  '20 June 2024: Informal meeting of the Alliance of NGOs on Crime Prevention',
  '22 August 2024: Informal meeting of the Alliance of NGOs on Crime Prevention',
]

const keysOf = (said: string[]) =>
  Object.fromEntries(
    listingsOf(`<h1>Meetings</h1><ul><li>${said.join('</li><li>')}</li></ul>`).map(({ when, key }) => [when?.start, key]),
  )

test('a meeting has the same key in whatever order its page prints the meetings', () => {
  const keys = keysOf(lines)
  expect(new Set(Object.values(keys)).size).toBe(lines.length)
  fc.assert(
    fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
      expect(keysOf(shuffled)).toEqual(keys)
    }),
    { numRuns: 40 },
  )
})
