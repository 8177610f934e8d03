import { Temporal } from 'temporal-polyfill'
import { bodies, type Listing, type When, wordKey } from '../../event/index.ts'
import type { RawListing, Source } from '../../source/index.ts'
import { absolute } from '../../source/links.ts'
import { ianaZone } from '../calendar/zones/aliases.ts'
import { findDates, resolve } from '../dates/index.ts'
import { identityOf } from '../identity/identity.ts'
import { shortened } from '../lines/titles.ts'
import { placeOf } from '../place/place.ts'
import type { Rated } from '../same/same.ts'
import { saidOf } from '../status.ts'
import { findTimes, zoneOf } from '../times/index.ts'
import { keyOf } from './listing.ts'

/** As many characters as are read of one field. */
const longest = 2000

/** A structured listing understood; a sentence when it cannot be. */
export function fromRaw(
  given: RawListing,
  page: { url: string; snapshot?: string; words: string[] },
  source: Pick<Source, 'timezone' | 'body'>,
): Rated | string {
  const raw = Object.values(given).some((value) => String(value).length > longest) ? cut(given) : given
  const identity = identityOf(raw.title, source.body ? { words: page.words, body: source.body } : { words: page.words })
  const { named, ...who } = identity
  const place = { ...placeOf(raw.location ? `Location: ${raw.location}` : '') }
  if (raw.format) place.format = raw.format
  const zone =
    ianaZone(raw.timezone ?? '') ??
    zoneOf(raw.location ?? '') ??
    (source.timezone === 'Europe/Vienna' ? bodies[who.body].seat : source.timezone)
  const when = whenFrom(raw, zone)
  if (typeof when === 'string') return when
  const said = saidOf(raw.title)
  const listing: Listing = {
    ...who,
    key: '',
    title: shortened(raw.title.replace(/\s*[([](?:postponed|cancell?ed|tentative|tbc)[)\]]\s*$/i, '')),
    status: raw.status ?? said.status ?? 'confirmed',
    place,
    links: [],
    deadlines: [],
    provenance: {
      text: (raw.printed ?? `${raw.title} ${raw.start ?? ''} ${raw.end ?? ''}`).trim().slice(0, 500),
      url: page.url,
      year: 'printed',
    },
  }
  if (page.snapshot) listing.provenance.snapshot = page.snapshot
  if (raw.body) listing.body = raw.body
  if (raw.kind) listing.kind = raw.kind
  if (raw.session !== undefined) listing.session = raw.session
  if (raw.group) listing.group = raw.group
  if (raw.part) listing.part = raw.part
  const notice = raw.notice ?? said.notice
  if (notice) listing.notice = notice
  if (raw.description) listing.description = raw.description
  if (raw.organizer) listing.organizer = raw.organizer
  if (when) listing.when = when
  const url = raw.url ? absolute(raw.url, { url: page.url, base: '' }) : undefined
  if (url) listing.links.push({ rel: 'page', url })
  listing.key = raw.id ? `id:${raw.id}` : url && url !== page.url ? `url:${url}` : keyOf(listing, named)
  if (listing.key === '') listing.key = `title:${wordKey(raw.title)}`
  return { listing, weight: 10, named: named || raw.body !== undefined, structured: true, own: raw.title }
}

function cut(raw: RawListing): RawListing {
  const fields = Object.entries(raw).map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, longest) : value])
  return Object.fromEntries(fields)
}

function whenFrom(raw: RawListing, zone: string): When | string | undefined {
  if (!raw.start) return undefined
  const start = moment(raw.start, zone)
  if (!start) return inWords(raw, zone)
  const end = raw.end ? moment(raw.end, zone) : undefined
  if (raw.end && !end) return `cannot read the end "${raw.end}" of "${raw.title}"`
  const allDay = start.time === '00:00' && (end === undefined || end.time === '00:00' || /^23:5/.test(end.time ?? ''))
  const lastDay = end
    ? end.time === '00:00' && start.time !== undefined && end.day > start.day
      ? dayBefore(end.day)
      : end.day
    : start.day
  if (lastDay < start.day) return `"${raw.title}" ends (${raw.end}) before it begins (${raw.start})`
  const when: When = { precision: raw.precision ?? 'day', start: start.day, end: lastDay, timezone: zone }
  const startTime = raw.startTime ?? (allDay ? undefined : start.time)
  const endTime = raw.endTime ?? (allDay || end?.time === '00:00' ? undefined : end?.time)
  if (startTime) when.startTime = startTime
  if (endTime) when.endTime = endTime
  return raw.when ? filledFrom(raw.when, when) : when
}

/** What is said of the same days in words fills what the moments leave open: the last day, the hours. */
function filledFrom(words: string, when: When): When {
  const [date] = findDates(words)
  const found = date ? resolve(date, Number(when.start.slice(0, 4))) : undefined
  const filled = { ...when }
  if (found && 'start' in found && found.start === when.start && when.end === when.start) filled.end = found.end
  const [time] = when.startTime ? [] : findTimes(words)
  if (time) filled.startTime = time.start
  if (time?.end) filled.endTime = time.end
  return filled
}

function inWords(raw: RawListing, zone: string): When | string {
  const words = raw.end && !raw.start?.includes(raw.end) ? `${raw.start} - ${raw.end}` : (raw.start ?? '')
  const [date] = findDates(words)
  const found = date ? resolve(date) : undefined
  if (!found || !('start' in found)) return `cannot read the date "${words}" of "${raw.title}"`
  const when: When = { precision: found.precision, start: found.start, end: found.end, timezone: zone }
  if (found.days) when.days = found.days
  const [time] = findTimes(words)
  if (time) when.startTime = time.start
  if (time?.end) when.endTime = time.end
  return when
}

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i

/** Day and wall time of an ISO moment; UTC is moved into the zone, any other offset is that of the place. */
function moment(said: string, zone: string): { day: string; time?: string } | undefined {
  const match = iso.exec(said.trim())
  if (!match) return undefined
  const [, year, month, day, hour, minute, offset] = match
  if (
    Number(month) < 1 ||
    Number(month) > 12 ||
    Number(day) < 1 ||
    Number(day) > 31 ||
    Number(hour ?? 0) > 23 ||
    Number(minute ?? 0) > 59
  )
    return undefined
  const written = `${year}-${month}-${day}`
  if (Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }).toString() !== written)
    return undefined
  if (hour === undefined) return { day: written }
  if (offset && /^(?:Z|[+-]00:?00)$/i.test(offset) && !(hour === '00' && minute === '00')) {
    const local = Temporal.Instant.from(`${written}T${hour}:${minute}:00Z`).toZonedDateTimeISO(zone)
    return { day: local.toPlainDate().toString(), time: local.toPlainTime().toString().slice(0, 5) }
  }
  return { day: written, time: `${hour}:${minute}` }
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
}
