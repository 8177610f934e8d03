import { beyond, type Extract, type RawListing } from '../raw.ts'
import { field, type Json, parseJson } from './json.ts'
import { wordsOf } from './words.ts'

/** As many events as are read of one page. */
const most = 2000
/** How far from its type the ends of a tag are looked for. */
const around = 300

/** Reads the schema.org events in a page's `<script type="application/ld+json">`. A block that is no JSON is an issue. */
export function jsonLd(): Extract {
  return (page) => {
    const listings: RawListing[] = []
    const issues: string[] = []
    const kind = /application\/ld\+json/gi
    let broken = false
    for (let match = kind.exec(page.body); match && listings.length <= most; match = kind.exec(page.body)) {
      const before = page.body.slice(Math.max(0, match.index - around), match.index).toLowerCase()
      const end = page.body.slice(match.index, match.index + around).indexOf('>')
      const open = before.lastIndexOf('<')
      if (end < 0 || open < 0 || !before.startsWith('<script', open)) continue
      const from = match.index + end + 1
      const to = closing(page.body, from)
      const said = parseJson(page.body.slice(from, to))
      if (said === undefined) broken = true
      else collect(said, listings)
      // All up to its end belongs to the block: what it quotes is none.
      kind.lastIndex = to
    }
    if (broken) issues.push(`the structured data of ${page.finalUrl} is broken and was left`)
    if (listings.length > most) issues.push(beyond(most, page))
    listings.splice(most)
    return issues.length > 0 ? { listings, issues } : { listings }
  }
}

function closing(body: string, from: number): number {
  const end = /<\/script/gi
  end.lastIndex = from
  return end.exec(body)?.index ?? body.length
}

function collect(root: Json, listings: RawListing[]): void {
  const waiting: Json[] = [root]
  while (waiting.length > 0 && listings.length <= most) {
    const value = waiting.pop() as Json
    if (Array.isArray(value)) waiting.push(...value.slice(0, most).reverse())
    else if (typeof value === 'object' && value !== null) {
      const listing = isEvent(value) ? toListing(value) : undefined
      if (listing) listings.push(listing)
      for (const name of ['@graph', 'mainEntity', 'itemListElement', 'item', 'subEvent', 'subEvents', 'event', 'events']) {
        const inner = field(value, name)
        if (inner !== undefined) waiting.push(inner)
      }
    }
  }
}

function isEvent(value: Json): boolean {
  const type = field(value, '@type')
  return (Array.isArray(type) ? type : [type]).some(
    (name) => typeof name === 'string' && /(?:Event|Festival|Hackathon)$/.test(name),
  )
}

function toListing(value: Json): RawListing | undefined {
  const title = words(field(value, 'name'))
  const start = words(field(value, 'startDate'))
  if (!title) return undefined
  const listing: RawListing = { title }
  if (start) listing.start = start
  const end = words(field(value, 'endDate'))
  if (end) listing.end = end
  const zone = words(field(value, 'eventTimezone')) ?? words(field(value, 'timezone'))
  if (zone) listing.timezone = zone
  const location = place(field(value, 'location'))
  if (location) listing.location = location
  const url = words(field(value, 'url'))
  if (url) listing.url = url
  const description = words(field(value, 'description'))
  if (description) listing.description = description.slice(0, 2000)
  const organizer = words(field(field(value, 'organizer'), 'name'))
  if (organizer) listing.organizer = organizer
  const mode = words(field(value, 'eventAttendanceMode')) ?? ''
  if (/Mixed/.test(mode)) listing.format = 'hybrid'
  else if (/Online/.test(mode)) listing.format = 'online'
  else if (/Offline/.test(mode)) listing.format = 'in-person'
  const status = words(field(value, 'eventStatus')) ?? ''
  if (/Cancell?ed/.test(status)) listing.status = 'cancelled'
  if (/Postponed/.test(status)) listing.notice = 'postponed'
  else if (/Rescheduled/.test(status)) listing.notice = 'rescheduled'
  else if (/MovedOnline/.test(status)) listing.notice = 'moved-online'
  return listing
}

function place(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return wordsOf(value) || undefined
  const spots = Array.isArray(value) ? value : value === undefined ? [] : [value]
  const said = spots.map((spot) => {
    if (typeof spot === 'string') return wordsOf(spot)
    if (words(field(spot, '@type')) === 'VirtualLocation') return ''
    const address = field(spot, 'address')
    const parts = [words(field(spot, 'name'))]
    if (typeof address === 'string') parts.push(wordsOf(address))
    else
      for (const part of ['streetAddress', 'addressLocality', 'addressRegion', 'addressCountry'])
        parts.push(words(field(address, part)))
    const unset = /^no (?:location|address) set$/i
    return [...new Set(parts.filter((part) => part && !unset.test(part)))].join(', ')
  })
  return said.filter((spot) => spot !== '').join('; ') || undefined
}

function words(value: Json | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value
  if (typeof first === 'object') return words(field(first, 'name'))
  return typeof first === 'string' || typeof first === 'number' ? wordsOf(String(first)) || undefined : undefined
}
