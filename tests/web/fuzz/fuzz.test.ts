import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'

// npm run fuzz is the long version.
test('whatever is sent, wrong in any field, is refused with what was wrong, changes nothing and tells nothing; what is taken is answered as described', async () => {
  const { sent, refused, faults } = await fuzz(600, 11)
  expect(faults).toEqual([])
  expect(refused).toBeGreaterThan(sent / 3)
}, 120_000)
