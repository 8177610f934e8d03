import { dayWords } from '../../publish/index.ts'
import { tellSources } from '../api/sources.ts'
import { counted } from '../language.ts'
import { type Html, html } from './frame/html.ts'
import { layout } from './frame/layout.ts'
import { instantWords, type Reader } from './frame/reader.ts'

/** `/sources`: where everything was read, and how each source is. */
export function sourcesPage(reader: Reader): string {
  const { words, language, site } = reader
  const { source } = words
  const main = html`<h1>${source.title}</h1>
<p class="lead">${source.intro}</p>
<div class="wide" tabindex="0" role="region" aria-label="${source.title}"><table class="sources"><thead><tr>${Object.values(source.columns).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${tellSources(site).map(
    (
      one,
    ) => html`<tr><th scope="row"><span lang="en">${one.title}</span><br>${[...new Set(one.pages)].slice(0, 3).map((page) => html`<a href="${page}" class="page" dir="ltr">${shortened(page)}</a> `)}</th>
<td><strong class="state ${one.state}">${source.states[one.state]}</strong>${says(reader, one)}</td>
<td>${one.lastSuccessAt ? instantWords(reader, one.lastSuccessAt) : source.never}</td>
<td>${one.nextVisitAt ? instantWords(reader, one.nextVisitAt) : '–'}</td>
<td>${one.issues.length ? html`<details><summary>${counted(source.unread, one.issues.length, language)}</summary><ul lang="en" dir="ltr">${one.issues.slice(0, 20).map(({ sentence, printed }) => html`<li>${language === 'en' ? sentence : (printed ?? sentence)}</li>`)}</ul></details>` : '–'}</td></tr>
`,
  )}</tbody></table></div>`
  return layout(reader, { title: source.title, main })
}

/** How a source is, in a sentence; in English with the reasons. */
function says({ words: { source }, language }: Reader, { state, says, failingSince }: Told): Html | false {
  const reason = {
    refused: source.refused,
    failing: failingSince && source.failing(dayWords(failingSince.slice(0, 10), language)),
  }
  const sentence = language === 'en' ? says : state === 'refused' || state === 'failing' ? reason[state] : undefined
  return !!sentence && html`<br><span class="says">${sentence}</span>`
}

type Told = ReturnType<typeof tellSources>[number]

/** An address without what all have: its host, and the last part of its path. */
function shortened(address: string): string {
  const { hostname, pathname } = new URL(address)
  const last = pathname.split('/').findLast((part) => part && part !== 'index.html')
  return hostname.replace(/^www\./, '') + (last ? ` … ${last}` : '')
}
