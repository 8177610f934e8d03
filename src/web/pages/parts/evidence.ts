import type { Conflict, Deadline, Event, Link, Place, Said, When } from '../../../event/index.ts'
import { dateWords, placeWords, sourceOf, wordsOf } from '../../../publish/index.ts'
import type { LogEntry } from '../../../reconcile/index.ts'
import { type Change, changesOf } from '../../../store/events/changes.ts'
import { findEvent } from '../../../store/events/events.ts'
import { whatOf } from '../../feeds/what.ts'
import { type Html, html, type Part } from '../frame/html.ts'
import { instantWords, link, type Reader } from '../frame/reader.ts'

/** What must be known before the dates are trusted: cancelled, moved, merged, missing, contradicted. */
export function statusNotes(reader: Reader, event: Event): Html {
  const { words, language, site } = reader
  const known = wordsOf(language)
  const other = event.mergedInto && findEvent(site.store, event.mergedInto)
  const notes: Part[] = [
    event.state === 'withdrawn' && known.withdrawn,
    event.state === 'merged' &&
      html`${known.merged} ${other && html`<a href="${link(reader, `/events/${other.slug}`)}" lang="en" dir="auto">${other.title}</a>`}`,
    event.status === 'cancelled' && known.cancelled,
    event.notice === 'postponed' && known.postponed,
    event.notice === 'moved-online' && known.movedOnline,
    event.was && known.movedFrom(dateWords(event.was, language)),
    event.when && event.when.precision !== 'day' && known.notExact,
    event.note && html`<span lang="en" dir="auto">${event.note}</span>`,
    event.missingSince && `${words.event.unseenSince}: ${instantWords(reader, event.missingSince)}`,
    ...event.conflicts.map((conflict) => contradicted(reader, conflict)),
  ]
  return html`${notes.filter(Boolean).map((note) => html`<div class="warn">${note}</div>\n`)}`
}

/** What each source says of a field; of one that people changed, what sources say instead. */
function contradicted(reader: Reader, { field, values }: Conflict): Html {
  const { conflict, otherwise } = reader.words.event
  const [first, ...others] = values
  const isEdited = !!first && !sourceOf(first.said)
  return html`<b>${isEdited ? otherwise : conflict}: ${fieldName(reader, field)}</b>
<ul>${(isEdited ? others : values).map(({ value, said }) => html`<li><bdi>${shown(reader, field, value)}</bdi> — ${speaker(reader, said)}</li>`)}</ul>`
}

/** What changed, the latest first. */
export function history(reader: Reader, event: Event): Html | false {
  const { words, site, language } = reader
  const changes = changesOf(site.store, event.uid, 20)
  const list = changes.map(
    (
      change,
    ) => html`<li><time datetime="${change.at}">${instantWords(reader, change.at)}</time>: <b>${wordsOf(language).changes[whatOf(change.entry)]}</b> ${told(reader, change)}</li>
`,
  )
  return list.length > 0 && html`<section><h2>${words.event.changes}</h2><ul class="history">${list}</ul></section>`
}

/** Where it was read, and when last. */
export function speakers(reader: Reader, event: Event): Html {
  const { words } = reader
  const { columns } = words.event
  return html`<section><h2>${words.event.sources}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${words.event.sources}"><table><thead><tr><th scope="col">${columns.said}</th><th scope="col">${columns.lastSeen}</th></tr></thead>
<tbody>${event.speakers.map(
    (
      one,
    ) => html`<tr><td>${sayer(reader, { by: one.source, url: one.url })}</td><td>${instantWords(reader, one.lastSeenAt)}${one.missingSince && html`<br>${words.event.unseenSince} ${instantWords(reader, one.missingSince)}`}</td></tr>
`,
  )}</tbody></table></div>
${saidFields(reader, event)}
<p class="note">${words.event.updated}: <time datetime="${event.modifiedAt}">${instantWords(reader, event.modifiedAt)}</time></p></section>`
}

function saidFields(reader: Reader, event: Event): Html | false {
  const fields = Object.entries(event.said).filter(([field]) => field in reader.words.event.map)
  return (
    fields.length > 0 &&
    html`<details><summary>${reader.words.event.eachSource}</summary><ul>${fields.map(([field, said]) => html`<li>${fieldName(reader, field)}: ${speaker(reader, said)}</li>`)}</ul></details>`
  )
}

function speaker(reader: Reader, said: Said): Html {
  return html`${sayer(reader, said)}${wordsOf(reader.language).comma}${instantWords(reader, said.at)}`
}

/** A source by its title, people by what they are, with the page where it was read. */
function sayer({ site, language }: Reader, said: Pick<Said, 'by' | 'url'>): Html {
  const source = sourceOf(said)
  const title = source && (site.sources.find(({ id }) => id === source)?.title ?? source)
  const words = title ? html`<bdi lang="en">${title}</bdi>` : html`${wordsOf(language).editors}`
  return said.url && /^https?:/.test(said.url) ? html`<a href="${said.url}" rel="noopener">${words}</a>` : words
}

function told(reader: Reader, { entry }: Change): Html {
  const moved = entry.fields.find(({ field }) => field === 'when')
  if (moved?.from && moved.to) return html`${shown(reader, 'when', moved.from)} → ${shown(reader, 'when', moved.to)}`
  const fields = whatOf(entry) === 'changed' ? fieldNames(reader, entry) : ''
  return html`${fields && `(${fields})`}`
}

function fieldNames(reader: Reader, { fields }: LogEntry): string {
  return fields
    .map(({ field }) => field)
    .filter((field) => field in reader.words.event.map)
    .map((field) => fieldName(reader, field))
    .join(', ')
}

function fieldName({ words, language }: Reader, field: string): string {
  const { filter, event } = words
  const { kinds, details } = wordsOf(language)
  const others: Record<string, string> = {
    body: filter.body,
    kind: filter.kind,
    notice: event.map.status,
    session: kinds.session,
    access: event.access,
    organizer: event.organizer,
  }
  return event.map[field as keyof typeof event.map] ?? others[field] ?? details
}

function shown({ language, words }: Reader, field: string, value: unknown): string {
  const { kinds, bodies, links, deadlines } = wordsOf(language)
  if (value === undefined || value === null) return '–'
  if (field === 'when') return dateWords(value as When, language)
  if (field === 'place') return placeWords(value as Place, language)
  if (field === 'links') return (value as Link[]).map(({ rel, url }) => `${links[rel]} ${url}`).join('; ')
  if (field === 'deadlines') return (value as Deadline[]).map(({ kind, date }) => `${deadlines[kind]} ${date}`).join('; ')
  const named: Record<string, Record<string, string>> = { status: words.status, notice: words.notice, kind: kinds, body: bodies }
  return named[field]?.[String(value)] ?? (typeof value === 'object' ? JSON.stringify(value) : String(value))
}
