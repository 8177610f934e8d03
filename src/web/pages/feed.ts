import { comingOf } from '../feeds/coming.ts'
import type { NamedFeed } from '../feeds/names.ts'
import { html } from './frame/html.ts'
import { layout } from './frame/layout.ts'
import { feedLink, inFolder, type Reader } from './frame/reader.ts'
import { listByMonth } from './parts/item.ts'
import { copying, programs } from './parts/programs.ts'

/** `/feeds/<name>`: what is coming of a saved feed, and how to subscribe to it, read its news or show it on another website. */
export function feedPage(reader: Reader, { name, title, description, selection }: NamedFeed): string {
  const { words, site, today, language, files } = reader
  const coming = comingOf(site, selection, today)
  const path = (extension: 'ics' | 'atom' | 'json') => feedLink(reader, extension, { body: name })
  const address = site.publicUrl + path('ics')
  const frame = files
    ? inFolder(`/embed/frame/${name}.html`, language)
    : `/embed/frame?feed=${name}${language === 'en' ? '' : `&lang=${language}`}`
  const main = html`<h1 dir="auto">${title}</h1>
${description !== title && html`<p class="lead" dir="auto">${description}</p>`}
<p class="views"><a href="#address">${words.pages.subscribe}</a> · <a href="${path('atom')}">${words.changesFeed}</a> · <a href="${path('json')}">JSON Feed</a> · <a href="${frame}">${words.pages.embed}</a></p>
${coming.length ? listByMonth(reader, coming.slice(0, 200)) : html`<p class="none">${words.none}</p>`}
${copying(reader, address)}
${programs(reader, address)}`
  const head = html`<link rel="alternate" type="text/calendar" title="${title}" href="${path('ics')}">
<link rel="alternate" type="application/atom+xml" title="${title}" href="${path('atom')}">
<link rel="alternate" type="application/feed+json" title="${title}" href="${path('json')}">`
  return layout(reader, { title, main, head, description })
}
