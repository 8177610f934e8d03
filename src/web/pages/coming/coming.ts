import { listEvents, type Position } from '../../../store/events/events.ts'
import { readPosition, writePosition } from '../../http/cursor.ts'
import { type Html, html } from '../frame/html.ts'
import { layout } from '../frame/layout.ts'
import { feedLink, link, type Reader } from '../frame/reader.ts'
import { type Filter, filterForm, readFilter } from '../parts/filter.ts'
import { listByMonth } from '../parts/item.ts'

/** `/`: what is coming, with filters and search. */
export function comingPage(reader: Reader): string {
  const { words, today, site, files, query } = reader
  const filter = readFilter(reader)
  const limit = files ? 300 : 30
  const after = readPosition(query.get('after') ?? '')
  const from = filter.events.from ?? today
  const found = listEvents(site.store, { ...filter.events, from }, { after, limit: limit + 1 })
  // What has no day yet comes at the very end, where only the last page shows it.
  const undated =
    found.length <= limit && !filter.events.from && !filter.events.to ? undatedEvents(reader, filter, limit - found.length) : []
  const shown = [...found.slice(0, limit), ...undated]
  const last = found.length > limit ? found[limit - 1] : undefined
  const main = html`<h1>${words.tagline}</h1>
${!files && filterForm(reader, filter, '/')}
${views(reader, filter)}
${shown.length ? listByMonth(reader, shown) : html`<p class="none">${words.none}</p>`}
<p class="pages">${after && html`<a href="${link(reader, '/', filter.parameters)}">${words.first}</a> `}${last && html`<a class="call" href="${link(reader, '/', { ...filter.parameters, after: writePosition({ start: last.when?.start ?? null, uid: last.uid }) })}">${words.later}</a>`}</p>`
  return layout(reader, {
    title: words.site,
    main,
    head: feedLinks(reader, filter),
    indexed: !after && !Object.keys(filter.parameters).length,
  })
}

/** Other views of the same, and the ways to be kept informed of it. */
function views(reader: Reader, { parameters }: Filter): Html {
  const { words } = reader
  const { from: _, to: __, ...lasting } = parameters
  return html`<p class="views"><a href="${link(reader, '/subscribe', lasting)}">${words.subscribeThis}</a> · <a href="${feedLink(reader, 'atom', lasting)}">${words.changesFeed}</a></p>`
}

function feedLinks(reader: Reader, { parameters }: Filter): Html {
  const { from: _, to: __, ...lasting } = parameters
  return html`<link rel="alternate" type="application/atom+xml" title="${reader.words.changesFeed}" href="${feedLink(reader, 'atom', lasting)}">
<link rel="alternate" type="text/calendar" title="${reader.words.site}" href="${feedLink(reader, 'ics', lasting)}">`
}

function undatedEvents({ site }: Reader, { events }: Filter, limit: number) {
  const beforeUndated: Position = { start: null, uid: '' }
  return limit > 0 ? listEvents(site.store, events, { after: beforeUndated, limit }) : []
}
