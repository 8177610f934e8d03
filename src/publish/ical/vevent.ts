import { createHash } from 'node:crypto'
import ical, { ICalEvent, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { Event, Place, When } from '../../event/index.ts'
import { dayAfter, endsAt, startsAt } from '../instants.ts'
import { deadlineEvents } from '../selection/deadlines.ts'
import { shownStatus, shownTitle, shownWhen } from '../shown.ts'
import { spells } from '../words/dates.ts'
import { type Language, languages, wordsOf } from '../words/language.ts'
import { cleanLine, cleanUrl } from './clean.ts'
import { describe } from './description.ts'
import { textLine, toOctets } from './lines.ts'

/** What every event of this service shares: the service's own address, the role that organizes (never a person), the language of labels. */
export type Voice = {
  publicUrl: string
  organizer: { name: string; email: string }
  language?: Language
}

/** SEQUENCE, CREATED and DTSTAMP = LAST-MODIFIED of an event; instants in UTC. */
export type Stamps = { revision: number; createdAt: string; modifiedAt: string }

/**
 * The VEVENT of an event, folded, with its stamps; empty for an event without any date. Rendered once for each revision and kept: a feed
 * joins kept texts. A meeting on lone days is one VEVENT for each unbroken run of days, because one long bar would say that the days
 * between are busy too and RDATE is not shown by every program; the first keeps the event's uid, the next are `<uid>-2`, `<uid>-3`: by place,
 * not by date, so that a day that moves is a move.
 */
export function toVevent(event: Event, voice: Voice, stamps: Stamps = event): string {
  const when = shownWhen(event)
  if (!when) return ''
  const runs = spells(when)
  return runs
    .map(([start, end], i) => {
      const uid = i === 0 ? event.uid : `${event.uid}-${i + 1}`
      return rendered(
        { ...event, uid },
        { ...when, start, end },
        voice,
        stamps,
        describe(event, addressOf(event, voice), voice.language),
      )
    })
    .join('')
}

/** What a reader would see of an event and its deadlines, without stamps: stamps move if and only if this text moves. */
export function unstamped(event: Event, voice: Voice): string {
  const still = { revision: 0, createdAt: event.createdAt, modifiedAt: '1970-01-01T00:00:00Z' }
  return [event, ...deadlineEvents(event, voice.language)].map((each) => toVevent(each, voice, still)).join('')
}

/**
 * The hash of {@link unstamped} and of the words of feeds in every language. Where it differs from the one kept: revision + 1, modifiedAt = now. A
 * corrected translation moves every event once, since a program that sees no moved stamp never shows it.
 */
export function veventHash(event: Event, voice: Voice): string {
  return createHash('sha256').update(wordsHash).update(unstamped(event, voice)).digest('base64url').slice(0, 22)
}

const wordsHash = createHash('sha256')
  .update(
    JSON.stringify(languages, (key, value) =>
      key === 'pages' ? undefined : typeof value === 'function' ? String(value) : value,
    ),
  )
  .digest('base64url')

/** The page of an event on this service. */
export function addressOf(event: Event, voice: Pick<Voice, 'publicUrl'>): string {
  return cleanUrl(`${voice.publicUrl.replace(/\/+$/, '')}/events/${encodeURIComponent(event.slug.toWellFormed())}`) ?? ''
}

/** Where a meeting is, on one line, most exact part first; `Online` for meetings nobody travels to; empty when not printed. */
export function placeWords(place: Place, language?: Language): string {
  if (place.format === 'online') return wordsOf(language).formats.online
  const venue = cleanLine(place.venue ?? '')
  const parts = [place.room, venue, place.city, place.country].map((part) => cleanLine(part ?? ''))
  return parts.filter((part, i) => part && (part === venue || !venue.includes(part)) && parts.indexOf(part) === i).join(', ')
}

function rendered(event: Event, when: When, voice: Voice, stamps: Stamps, description: string): string {
  const { language } = voice
  const place = placeWords(event.place, language)
  const url = addressOf(event, voice)
  const text = new ICalEvent(
    {
      id: event.uid.replace(/[^\w.@-]/g, '-'),
      sequence: stamps.revision,
      stamp: stamps.modifiedAt,
      created: stamps.createdAt,
      lastModified: stamps.modifiedAt,
      ...span(when),
      summary: cleanLine(shownTitle(event, language)),
      description,
      ...(place && { location: place }),
      ...(url && { url }),
      organizer: { name: cleanLine(voice.organizer.name), email: cleanLine(voice.organizer.email) },
      categories: [{ name: event.body }, { name: wordsOf(language).kinds[event.kind] }],
      status: statuses[shownStatus(event)],
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    },
    calendar,
  ).toString()
  return toOctets(completed(text.split('\r\n').filter(Boolean), event))
}

/** RFC 7986 section 5.11 and RFC 5545 section 3.8.4.2, which ical-generator does not know. */
function completed(lines: string[], event: Event): string[] {
  const streams = event.links.flatMap(({ rel, url }) => (rel === 'stream' ? (cleanUrl(url) ?? []) : []))
  const conferences = [...new Set(streams)].map((url) => `CONFERENCE;VALUE=URI:${url}`)
  const contact = event.contact ? [textLine('CONTACT', cleanLine(event.contact))] : []
  return [...lines.slice(0, -1), ...contact, ...conferences, ...lines.slice(-1)]
}

/** One day with hours is instants; everything else is days (FEEDS: a session of a week is no single block of hours), DTEND exclusive. */
function span(when: When): { start: string; end?: string; allDay: boolean } {
  const start = when.start === when.end ? startsAt(when) : undefined
  if (!start) return { start: when.start, end: dayAfter(when.end < when.start ? when.start : when.end), allDay: true }
  const end = endsAt(when)
  return end ? { start, end, allDay: false } : { start, allDay: false }
}

const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const

/** ical-generator wants one; its name, zone and events are never read. */
const calendar = ical()
