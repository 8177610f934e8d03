import { expect, test } from 'vitest'
import { loadSources } from '../../../src/sources.ts'
import { figuresOf } from './figures.ts'
import { labelledPages } from './label.ts'
import { measure } from './measure.ts'

const sources = await loadSources()
const measured = labelledPages().map((page) => measure(page, sources))

test('the labelled pages are many, and each has something to find or a reason why not', () => {
  const pages = labelledPages()
  expect(pages.length).toBeGreaterThanOrEqual(30)
  for (const { name, events, undated, outcome, layout } of pages) {
    expect(layout, name).not.toBe('')
    expect(events.length + undated.length > 0 || outcome !== 'ok' || /no meeting/.test(layout), name).toBe(true)
  }
})

test.each(figuresOf(measured))('$what: at least $atLeast', ({ value, atLeast, counted }) => {
  expect(value, counted).toBeGreaterThanOrEqual(atLeast)
})
