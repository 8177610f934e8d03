import { bodyIds } from '../../event/index.ts'
import { wordsOf } from '../../publish/index.ts'
import { allFeeds } from '../../store/named-feeds.ts'
import { type Html, html } from './frame/html.ts'
import { layout } from './frame/layout.ts'
import { feedLink, type Reader } from './frame/reader.ts'
import { readFilter } from './parts/filter.ts'
import { copying, programs } from './parts/programs.ts'

/** `/subscribe`: choose, and get the address with a button and steps for each program. */
export function subscribePage(reader: Reader): string {
  const { words, site, query, files } = reader
  const { subscribe } = words
  const { parameters } = readFilter(reader)
  const { from: _, to: __, ...chosen } = parameters
  const options = {
    alarm: ['1d', '1w'].find((alarm) => alarm === query.get('alarm')),
    deadlines: query.get('deadlines') === 'true' ? 'true' : undefined,
    cancelled: query.get('cancelled') === 'hide' ? 'hide' : undefined,
  }
  const address = site.publicUrl + feedLink(reader, 'ics', { ...chosen, ...options })
  const main = html`<h1>${words.pages.subscribe}</h1>
<p class="lead">${subscribe.intro}</p>
${files ? everyFeed(reader) : form(reader, chosen, options)}
${copying(reader, address)}
${programs(reader, address)}
<p class="note">${subscribe.size}</p>
${!files && html`<details><summary>${words.feedAddresses}</summary>${everyFeed(reader)}</details>`}`
  return layout(reader, {
    title: words.pages.subscribe,
    main,
    description: subscribe.intro,
    indexed: !Object.keys(parameters).length,
  })
}

function form(
  { words, language, said }: Reader,
  chosen: Record<string, string | undefined>,
  options: Record<string, string | undefined>,
): Html {
  const { subscribe } = words
  const { body = '', ...others } = chosen
  const names = wordsOf(language).bodies
  const has = new Set(body.split(','))
  const alarm = (value: string, label: string) =>
    html`<option value="${value}"${options.alarm === value && html` selected`}>${label}</option>`
  return html`<form class="choose" action="/subscribe#address">
<fieldset><legend>${subscribe.which}</legend>${bodyIds.map((id) => html`<label><input type="checkbox" name="body" value="${id.toLowerCase()}"${has.has(id.toLowerCase()) && html` checked`}> ${id !== 'OTHER' && html`<b>${id}</b> `}${names[id]}</label>\n`)}</fieldset>
<fieldset><legend>${subscribe.options}</legend>
<label>${subscribe.alarm.label} <select name="alarm"><option value="">${subscribe.alarm.none}</option>${alarm('1d', subscribe.alarm.day)}${alarm('1w', subscribe.alarm.week)}</select></label>
<label><input type="checkbox" name="deadlines" value="true"${options.deadlines && html` checked`}> ${subscribe.deadlines}</label>
<label><input type="checkbox" name="cancelled" value="hide"${options.cancelled && html` checked`}> ${subscribe.hideCancelled}</label></fieldset>
${Object.entries(others).map(([name, value]) => value && html`<input type="hidden" name="${name}" value="${value}">`)}${said && html`<input type="hidden" name="lang" value="${language}">`}
<button class="call">${subscribe.make}</button></form>`
}

/** The addresses of all feeds with a name. */
function everyFeed(reader: Reader): Html {
  const { site, words, language } = reader
  const names = wordsOf(language).bodies
  const saved = allFeeds(site.store).filter(({ closedAt }) => !closedAt)
  const row = (name: string, path: string) => html`<li>${name}: <a href="${path}" dir="ltr">${site.publicUrl}${path}</a></li>
`
  return html`<ul class="feeds">${row(words.embed.all, feedLink(reader, 'ics'))}${bodyIds.map((id) => row(names[id], feedLink(reader, 'ics', { body: id.toLowerCase() })))}${saved.map(({ name, title }) => row(title, feedLink(reader, 'ics', { body: name })))}</ul>`
}
