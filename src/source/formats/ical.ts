import { beyond, type Extract, type RawListing } from '../raw.ts'
import { wordsOf } from './words.ts'

/** As many events as are read of one calendar. */
const most = 5000

type Property = { name: string; parameters: string; value: string }

/**
 * Reads an iCalendar file (RFC 5545), one VEVENT at a time: a broken one is an issue and troubles no other. Wall times keep their TZID; an
 * all-day DTEND (exclusive, section 3.6.1) becomes the last day.
 */
export function ical(): Extract {
  return (page) => {
    const listings: RawListing[] = []
    const issues: string[] = []
    if (!/^\s*BEGIN:VCALENDAR/i.test(page.body.slice(0, 200))) return { listings }
    let event: Property[] | undefined
    let depth = 0
    let zone = ''
    for (const line of unfolded(page.body)) {
      if (listings.length + issues.length > most) break
      const property = parse(line)
      if (!property) continue
      const { name, value } = property
      if (name === 'BEGIN' && value.toUpperCase() === 'VEVENT') event = []
      else if (event && name === 'BEGIN') depth++
      else if (event && name === 'END' && value.toUpperCase() === 'VEVENT') {
        const listing = toListing(event, zone)
        if (typeof listing === 'string') issues.push(`an event of ${page.finalUrl} was left: ${listing}`)
        else listings.push(listing)
        event = undefined
        depth = 0
      } else if (event && name === 'END') depth = Math.max(0, depth - 1)
      else if (event && depth === 0) event.push(property)
      else if (name === 'X-WR-TIMEZONE') zone = value.trim()
    }
    if (listings.length + issues.length > most) issues.push(beyond(most, page))
    listings.splice(most)
    if (event) issues.push(`the calendar ${page.finalUrl} ends in the middle of an event`)
    return issues.length > 0 ? { listings, issues } : { listings }
  }
}

function* unfolded(body: string): Generator<string> {
  let line = ''
  for (const printed of body.split(/\r\n|\n|\r/)) {
    if (printed.startsWith(' ') || printed.startsWith('\t')) line += printed.slice(1)
    else {
      if (line !== '') yield line
      line = printed
    }
  }
  if (line !== '') yield line
}

function parse(line: string): Property | undefined {
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const c = line.charAt(i)
    if (c === '"') quoted = !quoted
    else if (c === ':' && !quoted) {
      const head = line.slice(0, i)
      const cut = head.indexOf(';')
      return {
        name: (cut < 0 ? head : head.slice(0, cut)).trim().toUpperCase(),
        parameters: cut < 0 ? '' : head.slice(cut),
        value: line.slice(i + 1),
      }
    }
  }
  return undefined
}

function toListing(event: Property[], calendarZone: string): RawListing | string {
  const get = (name: string) => event.find((property) => property.name === name)
  const said = (name: string) => wordsOf(unescaped(get(name)?.value ?? ''))
  const title = said('SUMMARY')
  const start = moment(get('DTSTART'))
  if (title === '') return 'it has no SUMMARY'
  if (start === undefined) return `"${title}" has no DTSTART that can be read`
  const listing: RawListing = { title: title.replace(/ \[[^[\]]{1,40}\]$/, ''), start: start.value, printed: title }
  const end = moment(get('DTEND'))
  if (end) listing.end = /T/.test(end.value) ? end.value : dayBefore(end.value, start.value)
  else {
    const length = lasts(get('DURATION')?.value ?? '', start.value)
    if (length) listing.end = length
  }
  const zone = start.zone ?? (/T.*Z$/.test(start.value) ? undefined : calendarZone)
  if (zone) listing.timezone = zone
  const uid = get('UID')?.value.trim()
  const instance = get('RECURRENCE-ID')?.value.trim()
  if (uid) listing.id = instance ? `${uid}#${instance}` : uid
  const location = said('LOCATION')
  if (location) listing.location = location
  const description = said('DESCRIPTION')
  if (description) listing.description = description.slice(0, 2000)
  const url = get('URL')?.value.trim()
  if (url) listing.url = url
  const organizer = /CN="?([^";:]+)/i.exec(get('ORGANIZER')?.parameters ?? '')?.[1]
  if (organizer) listing.organizer = organizer
  const status = get('STATUS')?.value.trim().toUpperCase()
  if (status === 'CANCELLED') listing.status = 'cancelled'
  else if (status === 'TENTATIVE') listing.status = 'tentative'
  const label = / \[([^[\]]{1,40})\]$/.exec(title)?.[1] ?? ''
  if (/cancel/i.test(label)) listing.status = 'cancelled'
  if (/postpone/i.test(label)) listing.notice = 'postponed'
  return listing
}

function moment(property: Property | undefined): { value: string; zone?: string } | undefined {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(Z?))?$/i.exec(property?.value.trim() ?? '')
  if (!match) return undefined
  const [, year, month, day, hour, minute, , utc] = match
  const zone = /TZID="?([^";:]+)/i.exec(property?.parameters ?? '')?.[1]
  const value = `${year}-${month}-${day}${hour === undefined ? '' : `T${hour}:${minute}:00${utc ? 'Z' : ''}`}`
  return zone && !utc ? { value, zone } : { value }
}

function dayBefore(end: string, start: string): string {
  const day = new Date(Date.parse(`${end}T00:00:00Z`) - 86_400_000)
  const last = Number.isNaN(day.getTime()) ? start : day.toISOString().slice(0, 10)
  return last < start.slice(0, 10) ? start.slice(0, 10) : last
}

function lasts(duration: string, start: string): string | undefined {
  const match = /^P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d+S)?)?$/i.exec(duration.trim())
  const from = Date.parse(/T/.test(start) ? start.replace(/Z?$/, 'Z') : `${start}T00:00:00Z`)
  if (!match || Number.isNaN(from)) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = match.slice(1).map((part) => Number(part ?? 0))
  const end = new Date(from + ((weeks * 7 + days) * 1440 + hours * 60 + minutes) * 60_000).toISOString()
  return /T/.test(start) ? `${end.slice(0, 19)}${start.endsWith('Z') ? 'Z' : ''}` : dayBefore(end.slice(0, 10), start)
}

function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, c: string) => (c === 'n' || c === 'N' ? '\n' : c))
}
