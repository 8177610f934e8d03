import { type Property, propertiesOf } from './lines.ts'

/** A component (RFC 5545 section 3.6) with its own properties and the components inside it. */
export type Component = { name: string; properties: Property[]; parts: Component[]; isClosed: boolean }

/** What stands in a file: its calendars' events and zones, the properties of the calendar each event is in, and what else there is. */
export type Contents = {
  events: { event: Component; calendar: Property[] }[]
  /** By TZID. */
  zones: Map<string, Component>
  /** How many of each other component there are: `VTODO`. */
  others: Map<string, number>
  calendars: number
  /** Whether the file names itself a calendar. */
  isCalendar: boolean
  /** Whether the file has more events than are read. */
  isCut: boolean
}

const limits = { events: 5000, properties: 2000, depth: 20, zones: 500 }
const ignored = new Set(['VALARM', 'STANDARD', 'DAYLIGHT', 'VTIMEZONE', 'VCALENDAR', 'VEVENT'])

/** Takes a file apart, however it is broken: an event that does not end ends where the next begins. */
export function contentsOf(text: string): Contents {
  const contents: Contents = { events: [], zones: new Map(), others: new Map(), calendars: 0, isCalendar: false, isCut: false }
  let open: Component[] = []
  let calendar: Property[] = []
  for (const property of propertiesOf(text)) {
    if (contents.isCut) break
    const value = property.value.trim().toUpperCase()
    if (property.name === 'BEGIN' && value === 'VCALENDAR') {
      open = []
      calendar = []
      contents.calendars += 1
      contents.isCalendar = true
    } else if (property.name === 'BEGIN') open = begin(value, open, calendar, contents)
    else if (property.name === 'END') open = end(value, open)
    else if (open.length === 0) calendar.push(...(calendar.length < limits.properties ? [property] : []))
    else {
      const inside = open.at(-1)
      if (inside && inside.properties.length < limits.properties) inside.properties.push(property)
    }
    if (open[0]?.name === 'VTIMEZONE' && property.name === 'TZID' && contents.zones.size < limits.zones) {
      contents.zones.set(property.value.trim(), open[0])
    }
  }
  return contents
}

function begin(name: string, open: Component[], calendar: Property[], contents: Contents): Component[] {
  const component: Component = { name, properties: [], parts: [], isClosed: false }
  const isOuter = ['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE'].includes(name)
  if (!ignored.has(name)) contents.others.set(name.slice(0, 40), (contents.others.get(name.slice(0, 40)) ?? 0) + 1)
  if (name === 'VEVENT') {
    if (contents.events.length < limits.events) contents.events.push({ event: component, calendar })
    else contents.isCut = true
  }
  const kept = isOuter ? [] : open
  kept.at(-1)?.parts.push(component)
  return kept.length < limits.depth ? [...kept, component] : kept
}

function end(name: string, open: Component[]): Component[] {
  const at = open.findLastIndex((component) => component.name === name)
  if (at < 0) return open
  for (const component of open.slice(at)) component.isClosed = true
  return open.slice(0, at)
}
