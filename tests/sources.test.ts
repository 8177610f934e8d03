import { expect, test } from 'vitest'
import { check } from '../src/read/check.ts'
import { type Reading, read } from '../src/read/index.ts'
import { loadSources } from '../src/sources.ts'
import { type SavedPage, savedPages } from './saved.ts'

const sources = await loadSources()

test.each(sources)('$id reads its saved pages as expected', async (source) => {
  const saved = savedPages(source)
  expect(saved, `tests/sources/${source.id}/pages.json names a saved page`).not.toEqual([])
  const readings = saved.map(({ page, captured }) => read(page, source, captured))
  const printed = Object.fromEntries(saved.map(({ name }, index) => [name, readable(readings[index] as Reading)]))
  await expect(`${JSON.stringify(printed, null, 2)}\n`).toMatchFileSnapshot(`sources/${source.id}/expected.json`)
})

test.each(sources)('what $id reads is enough to be accepted', (source) => {
  const pages = savedPages(source).map(({ page, captured }) => ({ url: page.url, reading: read(page, source, captured) }))
  expect(check(source, pages)).toMatchObject({ outcome: 'readable' })
})

test.each(sources)('the saved pages of $id stand for addresses it visits, at least one for each', (source) => {
  const saved = new Set(savedPages(source).map(({ page }: SavedPage) => page.url))
  expect(source.pages.filter((candidates) => ![candidates].flat().some((url) => saved.has(url)))).toEqual([])
})

test.each(sources)('$id visits English pages by https, each once', (source) => {
  const addresses = source.pages.flat()
  expect(new Set(addresses).size).toBe(addresses.length)
  expect(addresses.filter((url) => !url.startsWith('https://') || /\/(?:fr|es|ru|ar|zh)\//.test(url))).toEqual([])
})

/** A reading without what follows from the page itself (addresses and hashes of provenance), what was left, and what is empty. */
function readable({ outcome, kind, listings, issues, follow }: Reading) {
  return {
    outcome,
    kind,
    listings: listings.map(({ provenance: { text, year }, ...said }) => ({ ...filled(said), from: text, ...(year && { year }) })),
    issues: issues.map(({ sentence }) => sentence),
    ...(follow && { follow }),
  }
}

function filled(said: object): object {
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => typeof value !== 'object' || Object.keys(value).length > 0),
  )
}
