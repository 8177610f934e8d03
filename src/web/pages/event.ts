import type { Event, When } from '../../event/index.ts'
import {
  dateWords,
  endsAt,
  hoursWords,
  placeWords,
  scriptJson,
  shownTitle,
  shownWhen,
  startsAt,
  toJsonLd,
  wordsOf,
  zoneCity,
} from '../../publish/index.ts'
import { findEvent } from '../../store/events/events.ts'
import { Html, html } from './frame/html.ts'
import { layout } from './frame/layout.ts'
import { dayInVienna, dayWordsOf, inFolder, link, type Reader } from './frame/reader.ts'
import { history, speakers, statusNotes } from './parts/evidence.ts'
import { bodyTag, marks, ofSource, whenWords } from './parts/item.ts'

/** `/events/<slug>`: all that is known of a meeting, and how it is known. */
export function eventPage(reader: Reader, event: Event): string {
  const { words, language, site } = reader
  const known = wordsOf(language)
  const place = placeWords(event.place, language)
  const jsonLd = toJsonLd(event, site)
  const main = html`<article class="meeting">
<p class="about">${bodyTag(reader, event.body)}<span>${known.kinds[event.kind]}</span> ${marks(reader, event)}</p>
<h1><bdi lang="en">${event.title}</bdi></h1>
${statusNotes(reader, event)}
<dl>
${row(words.event.when, html`${whenWords(reader, event)}${hours(reader, event)}`)}
${row(words.event.where, place && html`<span${ofSource(event.place)}>${place}</span>${event.place.format === 'hybrid' && html` (${known.formats.hybrid})`}`)}
${row(words.event.links, event.links.length > 0 && html`<ul>${event.links.map(({ rel, url, title }) => html`<li><a href="${url}" rel="noopener">${known.links[rel]}${title && html`: <span lang="en" dir="auto">${title}</span>`}</a> <span class="host" dir="ltr">${hostOf(url)}</span></li>\n`)}</ul>`)}
${row(words.event.deadlines, event.deadlines.length > 0 && html`<ul>${event.deadlines.map((deadline) => html`<li><b>${known.deadlines[deadline.kind]}</b>: <time datetime="${deadline.date}">${dayWordsOf(reader, deadline.date)}</time>${deadline.time && ` ${deadline.time}`} <q lang="en" dir="auto">${deadline.text}</q></li>\n`)}</ul>`)}
${row(words.event.access, event.access && html`<span lang="en" dir="auto">${event.access}</span>`)}
${row(words.event.organizer, event.organizer && html`<span lang="en" dir="auto">${event.organizer}</span>`)}
${row(words.event.parts, relatives(reader, event.parts ?? []))}
</dl>
${event.description && html`<div class="description" lang="en" dir="auto">${event.description.split(/\n{2,}/).map((text) => html`<p>${text}</p>\n`)}</div>`}
<p><a class="call" href="${copyLink(reader, event)}">${words.event.copy}</a></p>
<p class="note">${words.event.copyNote} <a href="${link(reader, '/subscribe', { body: event.body.toLowerCase() })}">${words.pages.subscribe}</a></p>
${history(reader, event)}
${speakers(reader, event)}
</article>`
  const head = jsonLd && html`<script type="application/ld+json">${new Html(scriptJson(jsonLd))}</script>`
  return layout(reader, {
    title: shownTitle(event, language),
    main,
    head,
    description: describe(reader, event),
    indexed: event.state === 'listed',
  })
}

/** The address of the copy for a calendar, in the reader's language. */
function copyLink({ files, language }: Reader, { slug }: Event): string {
  const path = `/events/${slug}.ics`
  if (files) return inFolder(path, language)
  return language === 'en' ? path : `${path}?lang=${language}`
}

function row(name: string, value: Html | string | false | undefined): Html | false {
  return (
    !!value &&
    html`<div><dt>${name}</dt><dd>${value}</dd></div>
`
  )
}

/** Hours of a day in the place's time; a script adds the reader's own. */
function hours(reader: Reader, event: Event): Html | false {
  const when = shownWhen(event)
  if (!when || !hoursWords(when)) return false
  const known = wordsOf(reader.language)
  const city = zoneCity(when.timezone)
  const several = when.start !== when.end
  const vienna = !several && when.timezone !== 'Europe/Vienna' && inVienna(when, reader)
  const instants = [startsAt(when), endsAt(when)].filter(Boolean).join(' ')
  return html`${several && html`<br>${hoursWords(when, reader.language)}`} <span class="zone">(${known.timeOf(known.cities[city] ?? city)})</span>${vienna && html`<br>${vienna} <span class="zone">(${known.timeOf(known.cities.Vienna ?? 'Vienna')})</span>`}${
    !several &&
    event.when &&
    html`<br><span class="own" data-zone="${reader.words.event.yourTime}" data-instants="${instants}"></span>`
  }`
}

/** Hours of one day as Vienna's clocks show them, with the date where it is another there. */
function inVienna(when: When, { language }: Reader): string {
  const instants = [startsAt(when), endsAt(when)].flatMap((instant) => (instant ? new Date(instant) : []))
  const another = instants.some((instant) => dayInVienna(instant) !== when.start)
  const date = another ? ({ day: 'numeric', month: 'long' } as const) : {}
  const format = new Intl.DateTimeFormat(wordsOf(language).locale, {
    ...date,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Europe/Vienna',
  })
  return instants.map((instant) => format.format(instant)).join('–')
}

function relatives(reader: Reader, uids: string[]): Html | false {
  const events = uids.flatMap((uid) => findEvent(reader.site.store, uid) ?? [])
  return (
    events.length > 0 &&
    html`<ul>${events.map((event) => html`<li><a href="${link(reader, `/events/${event.slug}`)}" lang="en" dir="auto">${event.title}</a></li>`)}</ul>`
  )
}

function describe(reader: Reader, event: Event): string {
  const when = shownWhen(event)
  return [
    when && dateWords(when, reader.language),
    placeWords(event.place, reader.language),
    wordsOf(reader.language).bodies[event.body],
  ]
    .filter(Boolean)
    .join(' · ')
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? ''
}
