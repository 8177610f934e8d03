import { type Body, bodyIds, type Event } from '../../../event/index.ts'
import { dateWords, hoursWords, placeWords, shownStatus, shownWhen, wordsOf } from '../../../publish/index.ts'
import { type Html, html } from '../frame/html.ts'
import { link, monthWords, type Reader } from '../frame/reader.ts'

/** Events as lists under the months in which they begin; what began before and lasts stands under today. */
export function listByMonth(reader: Reader, events: Event[]): Html {
  const groups = new Map<string, Event[]>()
  for (const event of events) {
    const heading = headingOf(reader, event)
    groups.set(heading, [...(groups.get(heading) ?? []), event])
  }
  return html`${[...groups].map(
    ([heading, items]) => html`<section class="month"><h2>${heading}</h2>
<ol class="events">
${items.map((event) => item(reader, event))}</ol></section>
`,
  )}`
}

/** One event in a list: when, what, where, and what is special about it. */
export function item(reader: Reader, event: Event): Html {
  const place = placeWords(event.place, reader.language)
  return html`<li class="event${shownStatus(event) === 'cancelled' && ' off'}"><p class="when">${whenWords(reader, event)}</p>
<div><h3><a href="${link(reader, `/events/${event.slug}`)}" lang="en" dir="auto">${event.title}</a></h3>
<p class="about">${bodyTag(reader, event.body)}${marks(reader, event)}${place && html`<span class="where"${ofSource(event.place)}>${place}</span>`}</p></div></li>
`
}

/** What marks a place as its source wrote it, which is in no language of the page; that there is none is said by us. */
export function ofSource({ format }: Event['place']): Html {
  return format === 'online' ? html`` : html` lang="en" dir="auto"`
}

/** The short name of a body with its colour, its full name for whoever asks. */
export function bodyTag(reader: Reader, body: Body): Html {
  const name = wordsOf(reader.language).bodies[body]
  return html`<a class="tag b${bodyIds.indexOf(body)}" href="${link(reader, `/bodies/${body.toLowerCase()}`)}" title="${name}">${body === 'OTHER' ? name : body}</a> `
}

/** Dates, and hours of a single day, in words. */
export function whenWords(reader: Reader, event: Event): Html {
  const when = shownWhen(event)
  if (!when || !event.when) return html`${reader.words.undated}`
  const hours = when.start === when.end && hoursWords(when, reader.language)
  return html`<time datetime="${when.precision === 'month' ? when.start.slice(0, 7) : when.start}">${dateWords(when, reader.language)}</time>${hours && html` <span class="hours">${hours}</span>`}`
}

/** Words for what is not as usual: status, notice, attendance. */
export function marks({ words, language, today }: Reader, event: Event): Html {
  const status = shownStatus(event)
  const notice = event.state === 'listed' && event.status !== 'cancelled' ? event.notice : undefined
  const over = (shownWhen(event)?.end ?? today) < today
  return html`${event.state !== 'listed' ? html`<strong class="mark">${words.status.withdrawn}</strong> ` : status !== 'confirmed' && notice !== 'postponed' && !over && html`<strong class="mark">${words.status[status]}</strong> `}${notice && html`<strong class="mark">${words.notice[notice]}</strong> `}${event.place.format && event.place.format !== 'in-person' && html`<span class="mark soft">${wordsOf(language).formats[event.place.format]}</span> `}`
}

function headingOf(reader: Reader, event: Event): string {
  const { start, end } = event.when ?? { start: '', end: '' }
  if (!start) return reader.words.undated
  return start < reader.today && end >= reader.today ? reader.words.today : monthWords(reader, start.slice(0, 7))
}
