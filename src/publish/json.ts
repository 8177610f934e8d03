import { bodies, type Deadline, type Event, type Format, type Link, type Said } from '../event/index.ts'
import { addressOf } from './ical/vevent.ts'
import { endsAt, startsAt } from './instants.ts'
import { shownTitle, sourceOf } from './shown.ts'
import { dateWords } from './words/dates.ts'
import type { Language } from './words/language.ts'

/** How an answer is made: the service's address, the language of words, and whether it tells who said what. */
export type Telling = { publicUrl: string; language?: Language; provenance?: boolean }

/**
 * An event as the API gives it. Names are those of RFC 5545 and of the command line; days are `YYYY-MM-DD` with `end` inclusive, hours wall
 * times of `timezone`, instants UTC and there only when day and hour are known. Provenance changes with each reading, so it is only told where asked for.
 */
export function toJson(event: Event, telling: Telling) {
  const { when, place } = event
  return {
    uid: event.uid,
    slug: event.slug,
    url: addressOf(event, telling),
    title: event.title,
    summary: shownTitle(event, telling.language),
    body: event.body,
    bodyName: bodies[event.body].name,
    kind: event.kind,
    session: event.session,
    group: event.group,
    part: event.part,
    status: event.status,
    notice: event.notice,
    note: event.note,
    state: event.state,
    mergedInto: event.mergedInto,
    precision: when?.precision,
    start: when?.start,
    end: when?.end,
    startTime: when?.startTime,
    endTime: when?.endTime,
    timezone: when?.timezone,
    startsAt: when && startsAt(when),
    endsAt: when && endsAt(when),
    days: when?.days,
    sittings: when?.sittings,
    dateText: when && dateWords(when, telling.language),
    previous: event.was,
    venue: place.venue,
    room: place.room,
    city: place.city,
    country: place.country,
    format: place.format satisfies Format | undefined,
    links: event.links satisfies Link[],
    deadlines: event.deadlines satisfies Deadline[],
    access: event.access,
    description: event.description,
    organizer: event.organizer,
    contact: event.contact,
    parts: event.parts,
    conflicts: event.conflicts.map(({ field, values }) => ({
      field,
      values: values.map(({ value, said }) => ({ value, by: sourceOf(said) ?? 'desk', url: said.url })),
    })),
    missingSince: event.missingSince,
    sequence: event.revision,
    created: event.createdAt,
    lastModified: event.modifiedAt,
    ...(telling.provenance && { speakers: event.speakers, said: toldBy(event.said) }),
  }
}

/** Who said each field; all people are `desk`. */
function toldBy(said: Record<string, Said>): Record<string, Said> {
  return Object.fromEntries(Object.entries(said).map(([field, one]) => [field, { ...one, by: sourceOf(one) ?? 'desk' }]))
}
