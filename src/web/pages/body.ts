import { type Body, bodyIds } from '../../event/index.ts'
import { wordsOf } from '../../publish/index.ts'
import { lastEvents, listEvents } from '../../store/events/events.ts'
import { html } from './frame/html.ts'
import { layout } from './frame/layout.ts'
import { feedLink, link, type Reader } from './frame/reader.ts'
import { bodyTag, item, listByMonth } from './parts/item.ts'

/** `/bodies`: every body with its name and what it is. */
export function bodiesPage(reader: Reader): string {
  const { words, language } = reader
  const names = wordsOf(language).bodies
  const main = html`<h1>${words.pages.bodies}</h1>
<ul class="cards">${bodyIds.map(
    (
      body,
    ) => html`<li>${body !== 'OTHER' && bodyTag(reader, body)}<h2><a href="${link(reader, `/bodies/${body.toLowerCase()}`)}">${names[body]}</a></h2><p>${words.body.about[body]}</p></li>
`,
  )}</ul>`
  return layout(reader, { title: words.pages.bodies, main })
}

/** `/bodies/<id>`: what a body is, what is coming and what was. */
export function bodyPage(reader: Reader, body: Body): string {
  const { words, language, site, today } = reader
  const name = wordsOf(language).bodies[body]
  const id = body.toLowerCase()
  const coming = listEvents(site.store, { bodies: [body], from: today }, { limit: 40 })
  const past = lastEvents(site.store, { bodies: [body], before: today, limit: 40 })
  const main = html`<h1>${name}</h1>
<p class="lead">${words.body.about[body]}</p>
<p class="views"><a class="call" href="${link(reader, '/subscribe', { body: id })}">${words.pages.subscribe}</a> <code>${site.publicUrl}${feedLink(reader, 'ics', { body: id })}</code> · <a href="${feedLink(reader, 'atom', { body: id })}">${words.changesFeed}</a></p>
<h2>${words.body.coming}</h2>
${coming.length ? html`<div class="deep">${listByMonth(reader, coming)}</div>` : html`<p class="none">${words.none}</p>`}
${past.length > 0 && html`<h2>${words.body.past}</h2><ol class="events past">${past.map((event) => item(reader, event))}</ol>`}`
  return layout(reader, { title: name, main, description: words.body.about[body] })
}
