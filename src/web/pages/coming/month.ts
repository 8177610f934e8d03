import { bodyIds, type Event } from '../../../event/index.ts'
import { shownStatus, wordsOf } from '../../../publish/index.ts'
import { listEvents } from '../../../store/events/events.ts'
import { type Html, html } from '../frame/html.ts'
import { layout } from '../frame/layout.ts'
import { link, monthWords, type Reader } from '../frame/reader.ts'
import { filterForm, readFilter } from '../parts/filter.ts'

const dayMs = 86_400_000

/** `/month/YYYY-MM`: the days of a month, week by week from Monday, with what is on each. */
export function monthPage(reader: Reader, month: string): string {
  const { words, files, site } = reader
  const filter = readFilter(reader)
  const { from: _, to: __, ...lasting } = filter.parameters
  const days = daysOf(month)
  const events = listEvents(site.store, { ...filter.events, from: days[0], to: days.at(-1) }, { limit: 500 })
  const title = monthWords(reader, month)
  const main = html`<h1>${title}</h1>
${!files && filterForm(reader, filter, `/month/${month}`)}
<nav class="steps" aria-label="${words.pages.month}">${step(reader, shifted(month, -1), words.previous.month, 'prev', lasting)}${step(reader, shifted(month, 1), words.next.month, 'next', lasting)}</nav>
${grid(
  reader,
  title,
  month,
  events.filter((event) => event.when?.precision !== 'month'),
)}
${events.length ? inWholeMonth(reader, events) : html`<p class="none">${words.nonePast}</p>`}`
  return layout(reader, { title, main, indexed: !files && !Object.keys(filter.parameters).length })
}

/** The month some months away. */
function shifted(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + by)
  return date.toISOString().slice(0, 7)
}

function grid(reader: Reader, title: string, month: string, events: Event[]): Html {
  const { locale } = wordsOf(reader.language)
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const long = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const first = mondayBefore(`${month}-01`)
  const days = Array.from({ length: 42 }, (_, i) => dayAfter(first, i))
  const weeks = [0, 1, 2, 3, 4, 5]
    .map((week) => days.slice(week * 7, week * 7 + 7))
    .filter((week) => week.some((day) => day.startsWith(month)))
  return html`<table class="grid"><caption class="hidden">${title}</caption>
<thead><tr>${days.slice(0, 7).map((day) => html`<th scope="col" abbr="${long.format(Date.parse(day))}">${weekday.format(Date.parse(day))}</th>`)}</tr></thead>
<tbody>${weeks.map(
    (week) => html`<tr>${week.map((day) =>
      day.startsWith(month)
        ? cell(
            reader,
            day,
            week[0] === day,
            events.filter((event) => isOn(event, day)),
          )
        : html`<td class="other"></td>`,
    )}</tr>
`,
  )}</tbody></table>`
}

function cell(reader: Reader, day: string, monday: boolean, events: Event[]): Html {
  const { language, today } = reader
  const number = new Intl.NumberFormat(wordsOf(language).locale).format(Number(day.slice(8)))
  const spoken = new Intl.DateTimeFormat(wordsOf(language).locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(Date.parse(day))
  return html`<td${day === today && html` class="today" aria-current="date"`}${!events.length && html` class="free"`}><time datetime="${day}"><span class="number">${number}</span><span class="spoken">${spoken}</span></time>
${events.map((event) => {
  const name = event.body === 'OTHER' ? '' : `${event.body} `
  const first = event.when?.start === day || monday || day.endsWith('-01')
  return html`<a class="bar b${bodyIds.indexOf(event.body)}${shownStatus(event) === 'cancelled' && ' off'}${!first && ' on'}" href="${link(reader, `/events/${event.slug}`)}" title="${event.title}"${!first && html` tabindex="-1"`}><b>${name}</b><span lang="en">${event.title}</span></a>`
})}</td>`
}

function inWholeMonth(reader: Reader, events: Event[]): Html | false {
  const vague = events.filter((event) => event.when?.precision === 'month')
  return (
    vague.length > 0 &&
    html`<h2>${reader.words.undated}</h2><ul>${vague.map((event) => html`<li><a href="${link(reader, `/events/${event.slug}`)}" lang="en">${event.title}</a></li>`)}</ul>`
  )
}

function step(reader: Reader, month: string, label: string, rel: string, parameters: Record<string, string | undefined>): Html {
  return html`<a rel="${rel}" href="${link(reader, `/month/${month}`, parameters)}"><span class="hidden">${label}: </span>${monthWords(reader, month)}</a> `
}

function isOn({ when }: Event, day: string): boolean {
  return when?.days?.length ? when.days.includes(day) : !!when && when.start <= day && day <= when.end
}

function daysOf(month: string): string[] {
  const count = new Date(Date.parse(`${shifted(month, 1)}-01`) - dayMs).getUTCDate()
  return Array.from({ length: count }, (_, i) => dayAfter(`${month}-01`, i))
}

function mondayBefore(day: string): string {
  return dayAfter(day, -((new Date(day).getUTCDay() + 6) % 7))
}

function dayAfter(day: string, by: number): string {
  return new Date(Date.parse(day) + by * dayMs).toISOString().slice(0, 10)
}
