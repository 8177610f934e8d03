import type { Event } from '../../../event/index.ts'
import { placeWords } from '../../../publish/index.ts'
import { type EventFilter, listEvents } from '../../../store/events/events.ts'
import { readPosition, writePosition } from '../../http/cursor.ts'
import { type Html, html } from '../../pages/frame/html.ts'
import { link } from '../../pages/frame/reader.ts'
import { filterForm, readFilter } from '../../pages/parts/filter.ts'
import { marks, whenWords } from '../../pages/parts/item.ts'
import { tagOf } from '../../write/answer/version.ts'
import { field, form, hidden } from '../frame/form.ts'
import type { DeskPage } from '../frame/layout.ts'
import { may, type Visit } from '../frame/visit.ts'
import { type Values, valuesOf } from './form/values.ts'
import { edited } from './page.ts'

const perPage = 15

/** What a person changes most often. */
const quick = ['title', 'start', 'end', 'startTime', 'endTime', 'room'] as const

/** `/desk/meetings`: meetings with filter and search, each to be changed in place. */
export function meetingList(visit: Visit): DeskPage {
  const { reader, desk } = visit
  const show = reader.query.get('show') ?? ''
  const filter = readFilter(reader)
  const states: EventFilter['states'] = show === 'withdrawn' ? ['withdrawn'] : undefined
  const isAll = show === 'all' || show === 'withdrawn' || show === 'undated'
  const from = filter.events.from ?? (isAll ? undefined : reader.today)
  const after = readPosition(reader.query.get('after') ?? '') ?? (show === 'undated' ? { start: null, uid: '' } : undefined)
  const found = listEvents(desk.site.store, { ...filter.events, from, states }, { after, limit: perPage + 1 })
  const shown = found.slice(0, perPage)
  const last = found.length > perPage ? shown.at(-1) : undefined
  const tabs = [
    ['', 'Coming'],
    ['all', 'All'],
    ['undated', 'Without a date'],
    ['withdrawn', 'Taken out'],
  ].map(
    ([
      id,
      name,
    ]) => html`<li><a href="${link(reader, '/desk/meetings', { ...filter.parameters, show: id })}"${id === show && html` aria-current="true"`}>${name}</a></li>
`,
  )
  const next = last && writePosition({ start: last.when?.start ?? null, uid: last.uid })
  const main = html`<h1>Meetings</h1>
${filterForm(reader, filter, '/desk/meetings')}
<nav aria-label="Which meetings"><ul class="tabs">${tabs}</ul></nav>
${shown.length ? html`<ol class="events">${shown.map((event) => row(visit, event))}</ol>` : html`<p class="none">No meeting fits.</p>`}
<p class="pages">${next && html`<a class="call" href="${link(reader, '/desk/meetings', { ...filter.parameters, show, after: next })}">More</a>`}</p>`
  return { title: 'Meetings', main }
}

function row(visit: Visit, event: Event): Html {
  const path = `/desk/meetings/${event.slug}`
  const place = placeWords(event.place)
  const edits = edited(event).length
  return html`<li class="event${event.status === 'cancelled' && ' off'}"><p class="when">${whenWords(visit.reader, event)}</p>
<div><h2><a href="${path}" dir="auto">${event.title}</a></h2>
<p class="about">${marks(visit.reader, event)}${edits > 0 && html`<span class="mark soft">edited here</span> `}${place && html`<span class="where" dir="auto">${place}</span>`}</p>
${may(visit, 'editor') && quickEdit(visit, event, path)}</div></li>
`
}

function quickEdit(visit: Visit, event: Event, path: string): Html {
  const values = valuesOf(event)
  const was = Object.fromEntries(quick.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]]))) as Values
  const cell = (name: (typeof quick)[number], label: string, type: string) => field(name, label, type, { value: was[name] })
  const content = html`${hidden('version', tagOf(event, visit.desk.site))}${hidden('was', JSON.stringify(was))}${hidden('quick', 'yes')}<div class="row">${cell('title', 'Title', 'text')}${cell('start', 'First day', 'date')}${cell('end', 'Last day', 'date')}${cell('startTime', 'Begins', 'time')}${cell('endTime', 'Ends', 'time')}${cell('room', 'Room', 'text')}<button>Save</button></div>`
  return html`<details class="quick"><summary>Quick edit</summary>${form(visit, path, content)}</details>`
}
