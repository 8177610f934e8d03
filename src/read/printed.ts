import type { Format, Kind, Link, Precision, Sitting, Status } from '../event/index.ts'
import type { Outcome, Reading } from './reading.ts'

/** A meeting as the command `read` prints it; `start` and `end` are `YYYY-MM-DD`, the end inclusive. */
export type PrintedEvent = {
  title: string
  start: string
  end: string
  startTime?: string
  endTime?: string
  timezone: string
  precision: Precision
  status: Status | 'postponed'
  venue?: string
  format?: Format
  body: string
  kind: Kind
  url?: string
  days?: string[]
  /** The sittings of each day, when there are several. */
  sittings?: Sitting[]
  /** Where to register, to watch, and the documents. */
  links?: Pick<Link, 'rel' | 'url'>[]
  /** Year or day was assumed; a person has to confirm it. */
  proposed?: true
}

/** What the command `read` prints. */
export type Printed = { outcome: Outcome; events: PrintedEvent[]; undated: string[]; issues: string[] }

/** A reading as the command `read` prints it. */
export function toPrinted(reading: Reading): Printed {
  const events: PrintedEvent[] = []
  const undated: string[] = []
  for (const { title, when, status, notice, place, body, kind, links, proposed } of reading.listings) {
    if (!when) {
      undated.push(title)
      continue
    }
    const event: PrintedEvent = {
      title,
      start: when.start,
      end: when.end,
      timezone: when.timezone,
      precision: when.precision,
      status: notice === 'postponed' ? 'postponed' : status,
      body,
      kind,
    }
    if (when.startTime) event.startTime = when.startTime
    if (when.endTime) event.endTime = when.endTime
    if (when.days) event.days = when.days
    if (place.venue) event.venue = place.venue
    if (place.format) event.format = place.format
    const page = links.find(({ rel }) => rel === 'page')
    if (page) event.url = page.url
    if (when.sittings) event.sittings = when.sittings
    const others = links.filter(({ rel }) => rel !== 'page').map(({ rel, url }) => ({ rel, url }))
    if (others.length > 0) event.links = others
    if (proposed) event.proposed = true
    events.push(event)
  }
  return { outcome: reading.outcome, events, undated, issues: reading.issues.map(({ sentence }) => sentence) }
}
