import { canonical, type Listing, type Place, type When } from '../../event/index.ts'
import { plainAddress } from '../join/addresses.ts'
import { overlap, refines, sameDays } from '../likeness/days.ts'
import type { MergedEvent } from '../people.ts'
import type { FieldChange } from '../stored.ts'

/**
 * What a meeting found says otherwise than the event it is, as fields that a person may set. What it leaves out changes nothing, nor does what
 * it says less exactly; `isOwn` (the same entry, handed in again) lets its title and description count too.
 */
export function differences(listing: Listing, event: MergedEvent, isOwn: boolean): FieldChange[] {
  const fields: FieldChange[] = []
  const add = (field: string, from: unknown, to: unknown) => fields.push({ field, ...(from !== undefined && { from }), to })
  if (isOwn && plain(listing.title) !== plain(event.title)) add('title', event.title, listing.title)
  const when = listing.when && whenAfter(listing.when, event.when)
  if (when) add('when', event.when, when)
  if (listing.status !== 'confirmed' && listing.status !== event.status) add('status', event.status, listing.status)
  if (listing.notice && listing.notice !== event.notice) add('notice', event.notice, listing.notice)
  const place = placeAfter(listing.place, event.place)
  if (place) add('place', event.place, place)
  const links = listing.links.filter(({ url }) => !event.links.some((link) => plainAddress(link.url) === plainAddress(url)))
  if (links.length > 0) add('links', event.links, [...event.links, ...links])
  const deadlines = listing.deadlines.filter(
    ({ date, kind }) => !event.deadlines.some((one) => one.date === date && one.kind === kind),
  )
  if (deadlines.length > 0) add('deadlines', event.deadlines, [...event.deadlines, ...deadlines])
  for (const field of ['access', 'organizer', 'description'] as const) {
    const said = listing[field]
    if (said && (event[field] === undefined || (isOwn && canonical(said) !== canonical(event[field]))))
      add(field, event[field], said)
  }
  return fields
}

/** The dates after the change; undefined when the event says them already, or more exactly. Hours that are not said stay. */
function whenAfter(said: When, known: When | undefined): When | undefined {
  if (!known) return said
  if (refines(known, said)) return undefined
  // Months and weeks are written down from their first day to their last, wherever that is.
  if (said.precision !== 'day' && said.precision === known.precision && overlap(said, known)) return undefined
  const isSame = sameDays(said, known)
  const hasTimes =
    said.startTime !== undefined && !(said.startTime === known.startTime && (said.endTime ?? known.endTime) === known.endTime)
  if (isSame && (!hasTimes || (said.timezone !== known.timezone && sameInstant(said, known)))) return undefined
  if (!isSame) return said
  return {
    ...known,
    ...said,
    ...(said.endTime === undefined &&
      known.endTime !== undefined &&
      said.startTime === known.startTime && { endTime: known.endTime }),
  }
}

/** Wall times of two zones are compared by a day that both are on. */
function sameInstant(a: When, b: When): boolean {
  const minutes = (when: When) => {
    const [hour = 0, minute = 0] = (when.startTime ?? '').split(':').map(Number)
    return hour * 60 + minute - offsetMinutes(when)
  }
  return b.startTime !== undefined && minutes(a) === minutes(b)
}

function offsetMinutes({ start, timezone }: When): number {
  const shown = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' }).format(
    new Date(`${start}T12:00:00Z`),
  )
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(shown) ?? []
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
}

/** The place after the change; undefined when all that is said is known. */
function placeAfter(said: Place, known: Place): Place | undefined {
  const words = plain([known.venue, known.room, known.city, known.country].join(' '))
  const isKnown = (text: string | undefined) =>
    text === undefined ||
    plain(text)
      .split(' ')
      .every((word) => words.includes(word))
  const isSamePlace = isKnown(said.venue) && isKnown(said.room) && isKnown(said.city)
  const isSameFormat = said.format === undefined || said.format === known.format
  if (isSamePlace && isSameFormat) return undefined
  if (isSamePlace) return { ...known, ...(said.format && { format: said.format }) }
  // A room alone is a room of the house that is known.
  const isRoomOnly = said.room !== undefined && said.city === undefined && known.city !== undefined
  if (isRoomOnly && known.venue) {
    const house = known.room ? known.venue.replace(known.room, '').replace(/^[\s,]+/, '') : known.venue
    return { ...known, room: said.room as string, venue: `${said.room}, ${house}`, ...(said.format && { format: said.format }) }
  }
  return { ...(known.format && { format: known.format }), ...said }
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
