import { type Body, bodyIds, type Event } from '../../../event/index.ts'
import { dateWords, shownStatus, wordsOf } from '../../../publish/index.ts'
import { listEvents } from '../../../store/events/events.ts'
import { type Html, html } from '../frame/html.ts'
import { layout } from '../frame/layout.ts'
import { link, type Reader } from '../frame/reader.ts'
import { filterForm, readFilter } from '../parts/filter.ts'
import { bodyTag } from '../parts/item.ts'

const [width, left, rowHeight] = [960, 110, 30]

/** `/year/YYYY`: bodies over months at a glance, drawn and as a table. */
export function yearPage(reader: Reader, year: string): string {
  const { words, files, site } = reader
  const filter = readFilter(reader)
  const { from: _, to: __, ...lasting } = filter.parameters
  const events = listEvents(site.store, { ...filter.events, from: `${year}-01-01`, to: `${year}-12-31` }, { limit: 1000 })
  const rows = bodyIds
    .map((body) => ({ body, events: events.filter((event) => event.body === body) }))
    .filter((row) => row.events.length)
  const step = (to: number, label: string, rel: string) =>
    html`<a rel="${rel}" href="${link(reader, `/year/${to}`, lasting)}"><span class="hidden">${label}: </span>${to}</a> `
  const main = html`<h1>${year}</h1>
${!files && filterForm(reader, filter, `/year/${year}`)}
<nav class="steps" aria-label="${words.pages.year}">${step(Number(year) - 1, words.previous.year, 'prev')}${step(Number(year) + 1, words.next.year, 'next')}</nav>
${
  rows.length
    ? html`<div class="wide" tabindex="0" role="region" aria-label="${words.timeline}">${timeline(reader, year, rows)}</div>
<h2>${words.asTable}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${words.asTable}">${table(reader, year, rows)}</div>`
    : html`<p class="none">${words.nonePast}</p>`
}`
  return layout(reader, { title: `${year}`, main, indexed: !files && !Object.keys(filter.parameters).length })
}

type Row = { body: Body; events: Event[] }

function timeline(reader: Reader, year: string, rows: Row[]): Html {
  const height = rows.length * rowHeight + 30
  const mirrored = reader.words.rtl
  const place = (x: number, of = 0) => (mirrored ? width - x - of : x).toFixed(1)
  const months = monthsOf(reader)
  const todayX = reader.today.startsWith(year) && across(reader.today, year)
  return html`<svg class="timeline" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">
${months.map((name, i) => html`<line x1="${place(monthX(i, year))}" x2="${place(monthX(i, year))}" y1="0" y2="${height}"/><text x="${place(monthX(i, year) + 4)}" y="16">${name}</text>`)}
${rows.map(
  (
    { body, events },
    row,
  ) => html`<text class="row" x="${place(0)}" y="${row * rowHeight + 46}">${body === 'OTHER' ? '…' : body}</text>
${events.map((event) => bar(reader, event, year, row, place))}
`,
)}${todayX && html`<line class="now" x1="${place(todayX)}" x2="${place(todayX)}" y1="22" y2="${height}"/>`}
</svg>`
}

function bar(reader: Reader, event: Event, year: string, row: number, place: (x: number, of?: number) => string): Html | false {
  const { when } = event
  if (!when) return false
  const [start, end] = [
    when.start < `${year}-01-01` ? `${year}-01-01` : when.start,
    when.end > `${year}-12-31` ? `${year}-12-31` : when.end,
  ]
  const x = across(start, year)
  const long = Math.max(across(end, year) - x + (width - left) / 366, 7)
  const off = shownStatus(event) === 'cancelled' && ' off'
  return html`<a href="${link(reader, `/events/${event.slug}`)}" tabindex="-1"><title>${event.title} (${dateWords(when, reader.language)})</title><rect class="f${bodyIds.indexOf(event.body)}${off}${when.precision !== 'day' && ' vague'}" x="${place(x, long)}" y="${row * rowHeight + 31}" width="${long.toFixed(1)}" height="20" rx="4"/></a>
`
}

function table(reader: Reader, year: string, rows: Row[]): Html {
  const months = monthsOf(reader)
  const within = (event: Event, month: string) =>
    (event.when?.start ?? '').slice(0, 7) === month || (event.when?.start.slice(0, 4) !== year && month.endsWith('-01'))
  return html`<table class="year"><caption class="hidden">${year}</caption><thead><tr><th scope="col">${reader.words.filter.body}</th>${months.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ body, events }) => html`<tr><th scope="row">${bodyTag(reader, body)}</th>${months.map((_, i) => {
      const month = `${year}-${String(i + 1).padStart(2, '0')}`
      return html`<td>${events.filter((event) => within(event, month)).map((event) => html`<a href="${link(reader, `/events/${event.slug}`)}" title="${event.title}" class="${shownStatus(event) === 'cancelled' && 'off'}"><span class="hidden" lang="en">${event.title}, </span>${days(event)}</a> `)}</td>`
    })}</tr>
`,
  )}</tbody></table>`
}

function days({ when }: Event): string {
  if (!when) return ''
  if (when.precision === 'month') return '?'
  const [from, to] = [Number(when.start.slice(8)), Number(when.end.slice(8))]
  return when.start === when.end
    ? `${from}`
    : when.start.slice(0, 7) === when.end.slice(0, 7)
      ? `${from}–${to}`
      : `${from}–${to}.${Number(when.end.slice(5, 7))}`
}

function monthsOf({ language }: Reader): string[] {
  const format = new Intl.DateTimeFormat(wordsOf(language).locale, { month: 'short', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, i) => format.format(Date.UTC(2026, i, 1)))
}

function monthX(month: number, year: string): number {
  return across(`${year}-${String(month + 1).padStart(2, '0')}-01`, year)
}

function across(day: string, year: string): number {
  return left + ((Date.parse(day) - Date.parse(`${year}-01-01`)) / 86_400_000 / 366) * (width - left)
}
