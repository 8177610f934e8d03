import { cleanLine, cleanName, cleanText, cleanUrl } from './clean.ts'
import { textLine, toOctets } from './lines.ts'

/** Colours of calendars: the CSS names that RFC 7986 section 5.9 asks for, and the values that Apple asks for. */
export const colors = {
  steelblue: '#4682B4',
  seagreen: '#2E8B57',
  darkorange: '#FF8C00',
  indianred: '#CD5C5C',
  slateblue: '#6A5ACD',
  teal: '#008080',
  goldenrod: '#DAA520',
  slategray: '#708090',
  mediumvioletred: '#C71585',
  olivedrab: '#6B8E23',
  royalblue: '#4169E1',
} as const

/** A CSS name that calendars here are coloured with. */
export type Color = keyof typeof colors

/** What a calendar says of itself; all of it constant, or every poll would be news. */
export type Feed = {
  name: string
  description: string
  /** The address of this very feed, canonical. */
  source: string
  /** The page for people. */
  url: string
  color?: Color
}

/** A calendar around VEVENTs already rendered, in their order. */
export function toCalendar(feed: Feed, vevents: string[]): string {
  const [before, after] = envelope(feed)
  return `${before}${vevents.join('')}${after}`
}

/**
 * What stands before and after the VEVENTs of a calendar (RFC 5545 section 3.4, RFC 7986). No UID on the calendar (vdirsyncer would see
 * a single item), no time zones (every time is an instant or a date), CRLF also at the end.
 */
export function envelope(feed: Feed): [before: string, after: string] {
  const name = cleanName(feed.name) || 'Calendar'
  const description = cleanText(feed.description)
  const source = cleanUrl(feed.source)
  const url = cleanUrl(feed.url)
  const color = feed.color ?? 'steelblue'
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//un-crime-calendar//Meetings 1//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    ...(description ? [textLine('DESCRIPTION', description), textLine('X-WR-CALDESC', cleanLine(description))] : []),
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...(source ? [`SOURCE;VALUE=URI:${source}`] : []),
    ...(url ? [`URL:${url}`] : []),
    `COLOR:${color}`,
    `X-APPLE-CALENDAR-COLOR:${colors[color]}`,
  ]
  return [toOctets(head), 'END:VCALENDAR\r\n']
}
