import { Temporal } from 'temporal-polyfill'
import { bodies, type Event, type When } from '../event/index.ts'
import { cleanLine, cleanText, cleanUrl } from './ical/clean.ts'
import { addressOf } from './ical/vevent.ts'
import { offsetTime } from './instants.ts'
import { shownStatus, shownWhen } from './shown.ts'

/** An event as schema.org tells it; undefined for one without any date, which schema.org cannot tell. */
export function toJsonLd(event: Event, telling: { publicUrl: string }): Record<string, unknown> | undefined {
  const when = shownWhen(event)
  if (!when) return undefined
  const url = addressOf(event, telling)
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': url,
    identifier: event.uid,
    name: cleanLine(event.title),
    url,
    ...dates(when),
    eventStatus: `https://schema.org/${eventStatus(event)}`,
    ...(event.was && event.when && { previousStartDate: dates(event.was).startDate }),
    ...(event.place.format && { eventAttendanceMode: `https://schema.org/${modes[event.place.format]}` }),
    ...located(event),
    ...(event.description && { description: cleanText(event.description) }),
    organizer: { '@type': 'Organization', name: cleanLine(event.organizer ?? bodies[event.body].name) },
    sameAs: event.links.flatMap(({ rel, url }) => (rel === 'page' ? (cleanUrl(url) ?? []) : [])),
  }
}

/** JSON for a `<script>` element: no `<`, `>` or `&` can end it, no line separator break it. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const modes = {
  'in-person': 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  hybrid: 'MixedEventAttendanceMode',
} as const

function eventStatus(event: Event): string {
  if (event.state === 'listed' && (event.notice === 'postponed' || !event.when)) return 'EventPostponed'
  if (shownStatus(event) === 'cancelled') return 'EventCancelled'
  if (event.notice === 'moved-online') return 'EventMovedOnline'
  return event.notice === 'rescheduled' || event.was ? 'EventRescheduled' : 'EventScheduled'
}

/** No more exact than what is known: `2026-05` for a month, `2021-W36` for a week (ISO 8601). */
function dates(when: When): { startDate: string; endDate?: string } {
  if (when.precision === 'month') {
    const [start, end] = [when.start.slice(0, 7), when.end.slice(0, 7)]
    return start === end ? { startDate: start } : { startDate: start, endDate: end }
  }
  if (when.precision === 'week') {
    const day = Temporal.PlainDate.from(when.start)
    return { startDate: `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}` }
  }
  return { startDate: moment(when.start, when.startTime, when.timezone), endDate: moment(when.end, when.endTime, when.timezone) }
}

/** A day, or its hour with the place's offset. */
function moment(date: string, time: string | undefined, timezone: string): string {
  return time ? offsetTime(date, time, timezone) : date
}

function located(event: Event): { location?: unknown } {
  const { venue, room, city, country, format } = event.place
  const stream = event.links.find(({ rel }) => rel === 'stream') ?? event.links.find(({ rel }) => rel === 'registration')
  const address = stream && cleanUrl(stream.url)
  const online = format && format !== 'in-person' && { '@type': 'VirtualLocation', ...(address && { url: address }) }
  const name = cleanLine([room, venue].filter(Boolean).join(', '))
  const hall = format !== 'online' &&
    (name || city || country) && {
      '@type': 'Place',
      name: name || cleanLine([city, country].filter(Boolean).join(', ')),
      ...((city || country) && {
        address: {
          '@type': 'PostalAddress',
          ...(city && { addressLocality: cleanLine(city) }),
          ...(country && { addressCountry: cleanLine(country) }),
        },
      }),
    }
  const places = [hall, online].filter(Boolean)
  return places.length ? { location: places.length === 1 ? places[0] : places } : {}
}
