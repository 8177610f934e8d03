import { expect, test } from 'vitest'
import { wordsOf } from '../../src/reconcile/likeness/words.ts'

test('any word may stand in a title, also one that every object has', () => {
  for (const word of ['constructor', 'valueof', 'hasownproperty', '__proto__'])
    expect(wordsOf(`${word} of the Commission`).words).toContain('commission')
  expect(wordsOf('constructor').words).toEqual(['constructor'])
  expect(wordsOf('CND').words).toEqual(['commission', 'narcotic', 'drug'])
})
