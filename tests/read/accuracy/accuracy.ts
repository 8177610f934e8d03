/** Reads the labelled pages and printed dates and prints how much of them is read rightly; `-v` names each fault. Exits 1 below a limit. */
import { loadSources } from '../../../src/sources.ts'
import { figuresOf } from './figures.ts'
import { labelledPages } from './label.ts'
import { datesRead, measure } from './measure.ts'

const sources = await loadSources()
const pages = labelledPages().map((page) => ({ page, measured: measure(page, sources) }))
if (process.argv.includes('-v')) {
  for (const { page, measured } of pages) for (const fault of measured.faults) console.log(`${page.name}: ${fault}`)
  for (const wrong of datesRead(() => true).wrong) console.log(`date: ${wrong}`)
}
console.log(`${pages.length} labelled pages`)
const figures = figuresOf(pages.map(({ measured }) => measured))
for (const { what, value, counted, atLeast } of figures)
  console.log(
    `${value >= atLeast ? 'ok    ' : 'MISSED'} ${what}: ${(100 * value).toFixed(1)} % (${counted}; at least ${(100 * atLeast).toFixed(0)} %)`,
  )
process.exitCode = figures.some(({ value, atLeast }) => value < atLeast) ? 1 : 0
