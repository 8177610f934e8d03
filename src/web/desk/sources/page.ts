import { tellSources } from '../../api/sources.ts'
import { type Html, html } from '../../pages/frame/html.ts'
import { button } from '../frame/form.ts'
import type { DeskPage } from '../frame/layout.ts'
import { may, type Visit } from '../frame/visit.ts'
import { instantWords } from '../frame/words.ts'

type Told = ReturnType<typeof tellSources>[number]

/** `/desk/sources`: how each source is, in plain words, the troubled ones first. */
export function sourcesPage(visit: Visit): DeskPage {
  const { site } = visit.desk
  const { states } = visit.reader.words.source
  const order = ['refused', 'failing', 'paused', 'new', 'healthy']
  const all = tellSources(site).sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  const main = html`<h1>Sources</h1>
<p class="lead">Where the calendar looks for meetings. When one cannot be read, what it said before stays.</p>
${all.map(card)}`
  return { title: 'Sources', main }

  function card(one: Told): Html {
    const reading = readingOf(visit, one)
    const act = (name: string, label: string) => button(visit, `/desk/sources/${one.id}/${name}`, label, { quiet: true })
    return html`<article class="item"><h2>${one.title} <span class="mark${one.state === 'healthy' && ' soft'}">${states[one.state]}</span></h2>
${reading}<p>${one.says}</p>
<p class="note">${one.lastSuccessAt ? `Read well last on ${instantWords(one.lastSuccessAt)}.` : 'Never read well yet.'} ${links(one.pages)}</p>
${one.issues.length > 0 && html`<details><summary>Not understood (${one.issues.length})</summary><ul>${one.issues.slice(0, 8).map(({ sentence }) => html`<li dir="auto">${sentence.slice(0, 300)}</li>`)}</ul></details>`}
<div class="buttons">${may(visit, 'editor') && html`${one.state === 'paused' ? act('resume', 'Read it again from now on') : html`${act('run', 'Read it now')}${act('pause', 'Pause')}`}`}<a href="/desk/sources/${one.id}">What was read</a></div></article>
`
  }
}

/** Where a source is read: several pages of a place by their numbers. */
function links(all: string[]): Html {
  const pages = [...new Set(all)].filter((page) => /^https?:/.test(page)).slice(0, 8)
  return html`${pages.map((page, i) => html`<a href="${page}" rel="noopener noreferrer">${pages.length === 1 ? URL.parse(page)?.hostname : `page ${i + 1}`}</a> `)}`
}

/** That a source is being read, as long as somebody waits for it: two minutes at most. */
function readingOf({ desk: { site }, reader: { query, path } }: Visit, { id, lastRun, title }: Told): Html | false {
  const since = Date.parse(query.get('since') ?? '')
  const now = site.now().getTime()
  if (query.get('reading') !== id || !(since <= now)) return false
  if (lastRun && Date.parse(lastRun.endedAt) >= since)
    return html`<p class="done" role="status">“${title}” was read just now.</p>`
  if (now - since > 120_000) return html`<p class="warn" role="status">It is not read yet. It will be at the next occasion.</p>`
  return html`<p class="done" role="status" data-again="2">It is being read … <a href="${path}?${String(query)}">Look again</a></p>`
}
