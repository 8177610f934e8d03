import { type Html, html } from './frame/html.ts'
import { layout } from './frame/layout.ts'
import { feedLink, inFolder, link, type Reader } from './frame/reader.ts'
import { filterForm, readFilter } from './parts/filter.ts'

/** `/embed`: the ways to show the list on another website, with a live preview of each. */
export function embedPage(reader: Reader): string {
  const { words, language, site, files } = reader
  const { embed } = words
  const filter = readFilter(reader)
  const { from: _, to: __, ...chosen } = filter.parameters
  // A server of files knows no parameters: what is asked for stands in the path.
  const attributes: Record<string, string | undefined> = files
    ? { src: `${site.publicUrl}${inFolder('/embed/list/all.json', language)}`, limit: '5' }
    : { ...chosen, limit: '5', lang: language }
  const query = new URLSearchParams(
    Object.entries(attributes).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : [])),
  )
    .toString()
    .replaceAll('%2C', ',')
  const element = html`<un-events${Object.entries(attributes).map(([name, value]) => value && html` ${name}="${value}"`)}><a href="${site.publicUrl}${link({ ...reader, files: false }, '/', chosen)}">${embed.all}</a></un-events>`
  const script = html`<script src="${site.publicUrl}/embed.js" async></script>
${element}`
  const framePath = files ? inFolder('/embed/frame/all.html', language) : `/embed/frame?${query}`
  const frame = html`<iframe src="${site.publicUrl}${framePath}" title="${embed.all}" width="100%" height="420" loading="lazy"></iframe>`
  const list = files ? inFolder('/embed/list/all.html', language) : `/embed/list?${query}`
  const include = `<!--#include virtual="/un-events" -->   → ${site.publicUrl}${list}`
  const main = html`<h1>${words.pages.embed}</h1>
<p class="lead">${embed.intro}</p>
${!files && filterForm(reader, filter, '/embed')}
${way(embed.script, script, embed.scriptNote)}
<div class="preview" role="region" aria-label="${embed.preview}: ${embed.script}">${element}</div>
${way(embed.frame, frame, embed.frameNote)}
<iframe src="${framePath}" title="${embed.preview}: ${embed.frame}" height="420" loading="lazy"></iframe>
${way(embed.include, include, embed.includeNote)}
<p><a href="${feedLink(reader, 'json', chosen)}">JSON Feed</a> · <a href="${feedLink(reader, 'atom', chosen)}">Atom</a></p>`
  return layout(reader, {
    title: words.pages.embed,
    main,
    head: html`<script src="/embed.js" async></script>`,
    description: embed.intro,
    indexed: !Object.keys(chosen).length,
  })
}

function way(title: string, snippet: Html | string, note: string): Html {
  return html`<h2>${title}</h2>
<pre tabindex="0"><code>${typeof snippet === 'string' ? snippet : snippet.text.replaceAll('&#38;', '&amp;')}</code></pre>
<p class="note">${note}</p>`
}
