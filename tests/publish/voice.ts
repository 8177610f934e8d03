import type { Event } from '../../src/event/index.ts'
import { everything, type Feed, type Selection, select, toCalendar, toVevent, type Voice } from '../../src/publish/index.ts'

/** The service that speaks in these tests. */
export const voice: Voice = {
  publicUrl: 'https://calendar.example',
  organizer: { name: 'UN Crime Calendar', email: 'calendar@calendar.example' },
}

/** The feed that is read in these tests. */
export const feed: Feed = {
  name: 'UN crime meetings',
  description: 'Meetings of the United Nations bodies on crime, drugs and corruption',
  source: 'https://calendar.example/feeds/all.ics',
  url: 'https://calendar.example/',
  color: 'steelblue',
}

/** The day on which these tests are read. */
export const now = '2026-02-01T06:00:00Z'

/** A whole calendar of what a selection takes of some events. */
export function calendarOf(events: Event[], selection: Partial<Selection> = {}): string {
  const selected = select(events, { ...everything, ...selection }, now, voice.language)
  return toCalendar(
    feed,
    selected.map((event) => toVevent(event, voice)),
  )
}

/** The content lines of a calendar, unfolded (RFC 5545 section 3.1). */
export function linesOf(calendar: string): string[] {
  return calendar.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)
}

/** The value of a property's first line, its parameters included when asked by name and `;`. */
export function property(calendar: string, name: string): string | undefined {
  const line = linesOf(calendar.slice(calendar.indexOf('BEGIN:VEVENT'))).find(
    (each) => each.startsWith(`${name}:`) || each.startsWith(`${name};`),
  )
  return line?.slice(name.length + 1)
}
