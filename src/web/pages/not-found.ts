import { html } from './html.ts'
import { layout } from './layout.ts'
import { filterForm, readFilter } from './parts/filter.ts'
import type { Reader } from './reader.ts'

/** What a person sees who came to an address where there is nothing. */
export function notFoundPage(reader: Reader): string {
  const { words } = reader
  const blank = { ...reader, query: new URLSearchParams() }
  const main = html`<h1>${words.notFound}</h1>
<p>${words.notFoundText}</p>
${filterForm(reader, readFilter(blank), '/')}`
  return layout(reader, { title: words.notFound, main, indexed: false })
}
