import { bodies, type Event } from '../../event/index.ts'
import { startsAt } from '../instants.ts'
import { shownStatus, shownWhen } from '../shown.ts'
import type { Language } from '../words/language.ts'
import { deadlineEvents } from './deadlines.ts'
import type { Selection } from './selection.ts'
import { standing } from './window.ts'

/**
 * The events of a feed at an instant (ISO 8601, UTC), in its fixed order: by start, then uid. Where deadlines are asked for they are events
 * among the others, wanted as their event is, in the feed by their own day.
 */
export function select(events: Event[], selection: Selection, now: string, language?: Language): Event[] {
  return events
    .filter((event) => wanted(event, selection))
    .flatMap((event) => (selection.deadlines ? [event, ...deadlineEvents(event, language)] : [event]))
    .filter(standing(selection, now))
    .map((event) => ({ event, at: startOf(event) }))
    .sort((a, b) => compare(a.at, b.at) || compare(a.event.uid, b.event.uid))
    .map(({ event }) => event)
}

/** Whether an event is what a selection asks for, whenever it is. */
export function wanted(event: Event, selection: Selection): boolean {
  const status = shownStatus(event)
  return (
    fits(event, selection) &&
    !(selection.cancelled === 'hide' && status === 'cancelled') &&
    !(selection.tentative === 'hide' && status === 'tentative')
  )
}

function fits(event: Event, selection: Selection): boolean {
  const { exclude = {}, within, uids } = selection
  return (
    (uids?.includes(event.uid) || asked(event, selection)) &&
    !exclude.bodies?.includes(event.body) &&
    !exclude.kinds?.includes(event.kind) &&
    !exclude.uids?.includes(event.uid) &&
    !(exclude.q && says(wordsIn(event), exclude.q)) &&
    (!within || fits(event, within))
  )
}

function asked(event: Event, { uids, bodies: ids, kinds, format, place, q }: Selection): boolean {
  if (uids?.length && !ids?.length && !kinds?.length && !format && !place && !q) return false
  return (
    (!ids?.length || ids.includes(event.body)) &&
    (!kinds?.length || kinds.includes(event.kind)) &&
    (!format || event.place.format === format) &&
    (!place || says(Object.values(event.place).join(' '), place)) &&
    (!q || says(wordsIn(event), q))
  )
}

/** What events are ordered by: the opening as an instant, or the first day. */
function startOf(event: Event): string {
  const when = shownWhen(event)
  if (!when) return ''
  return (when.start === when.end && startsAt(when)) || when.start
}

/**
 * As many events as programs take (Google loses more than about 1 MB and 1,000 events without a word), in the order given: the nearest coming
 * first are kept, then the latest past. `octets` says how large an event's text is.
 */
export function fitting(
  events: Event[],
  octets: (event: Event) => number,
  now: string,
  most = { events: 1000, octets: 1_000_000 },
): Event[] {
  const today = now.slice(0, 10)
  const over = (event: Event) => (shownWhen(event)?.end ?? '') < today
  const byNeed = [...events.filter((event) => !over(event)), ...events.filter(over).reverse()].slice(0, most.events)
  const kept = new Set<Event>()
  let sum = 0
  for (const event of byNeed) {
    sum += octets(event)
    if (sum > most.octets) break
    kept.add(event)
  }
  return kept.size === events.length ? events : events.filter((event) => kept.has(event))
}

function wordsIn(event: Event): string {
  return `${event.title} ${event.description ?? ''} ${event.body} ${bodies[event.body].name}`
}

function says(text: string, words: string): boolean {
  const folded = fold(text)
  return fold(words)
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => folded.includes(word))
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
