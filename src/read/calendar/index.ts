import { clockOf } from './clock.ts'
import { type Contents, contentsOf } from './components.ts'
import { dayMs } from './moment.ts'
import { type Frame, meetingsOf } from './occurrences.ts'
import { type FoundEvent, rawOf } from './raw.ts'
import { type Draft, draftOf } from './vevent.ts'
import { type Zone, zoneOf } from './zones/index.ts'

/** What a calendar file was understood to say: its meetings, and a sentence for each thing that could not be taken. */
export type CalendarReading = { found: FoundEvent[]; issues: string[] /** Why it is no calendar at all. */; refused?: string }

const ignoredNames = new Map([
  ['VTODO', 'tasks'],
  ['VJOURNAL', 'journal entries'],
  ['VFREEBUSY', 'free/busy times'],
])

/**
 * Reads a foreign iCalendar file (RFC 5545), and the vCalendar 1.0 that came before it: an event that is broken loses only itself. Series with
 * an end are followed to it, others from a year before `now` (an instant, UTC) to two years after. Bounded in time for any text.
 */
export function readCalendar(text: string, { now }: { now: string }): CalendarReading {
  const contents = contentsOf(text.replace(/^\ufeff/, ''))
  if (!contents.isCalendar && contents.events.length === 0)
    return { found: [], issues: [], refused: 'it is no calendar: it has no BEGIN:VCALENDAR' }
  const year = 366 * dayMs
  const frame: Frame = {
    clock: clockOf(contents.zones),
    window: { from: Date.parse(now) - year, to: Date.parse(now) + 2 * year },
    budget: { events: 5000, periods: 40_000, dates: 20_000 },
  }
  const issues: string[] = []
  const found: FoundEvent[] = []
  for (const group of grouped(contents, frame, issues)) {
    const { occurrences, left } = meetingsOf(group.drafts, frame)
    issues.push(...left)
    for (const one of occurrences) {
      if (found.length < 10_000) found.push(rawOf(one, { zone: group.zone, isCancelled: group.isCancelled }))
    }
  }
  issues.push(...remarks(contents))
  return { found, issues }
}

type Group = { drafts: Draft[]; zone: Zone | undefined; isCancelled: boolean }

/** The events of one UID belong together; an event without one is by itself. */
function grouped({ events, zones }: Contents, { clock }: Frame, issues: string[]): Group[] {
  const groups = new Map<string, Group>()
  for (const [index, { event, calendar }] of events.entries()) {
    const draft = draftOf(event, clock)
    if (typeof draft === 'string') {
      issues.push(draft)
      continue
    }
    const said = (name: string) => calendar.find((property) => property.name === name)?.value.trim() ?? ''
    const tzid = said('X-WR-TIMEZONE')
    const isCancelled = said('METHOD').toUpperCase() === 'CANCEL'
    const key = `${draft.uid || `${index}`}\n${isCancelled}`
    const group = groups.get(key) ?? { drafts: [], zone: tzid ? zoneOf(tzid, zones.get(tzid)) : undefined, isCancelled }
    group.drafts.push(draft)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** What else is in the file. */
function remarks({ others, isCut, events, isCalendar }: Contents): string[] {
  const found: string[] = []
  for (const [name, count] of others) {
    const called = ignoredNames.get(name)
    if (called) found.push(`${count} ${called} (${name}) were left: they are no meetings`)
  }
  if (isCut) found.push(`the file has more events than are read at once; those after the first ${events.length} were left`)
  if (events.length === 0 && isCalendar) found.push('the calendar has no events')
  if (!isCalendar) found.push('the file does not begin as a calendar does; its events were read all the same')
  return found
}
