import type { Event } from '../../event/index.ts'
import {
  canonicalQuery,
  daysBefore,
  envelope,
  everything,
  fitting,
  type Language,
  monthsAfter,
  onlyBodies,
  type Selection,
  select,
  toVevent,
  trigger,
  withAlarm,
} from '../../publish/index.ts'
import { eventsWithText, type Row } from '../../store/events/events.ts'
import { byUid, keptEvents } from '../../store/events/kept.ts'
import type { FeedSite } from '../site.ts'
import { labels, type NamedFeed } from './names.ts'

/** A feed as it was asked for: its name's promise, what it shall hold, and its own canonical path with query. */
export type AskedFeed = { feed: NamedFeed; selection: Selection; language: Language; path: string }

/** The path of a feed with its query, in the one order that all who ask for the same agree on. */
export function canonicalPath(name: string, extension: string, asked: Selection, language: Language): string {
  const query = [canonicalQuery(asked), language !== 'en' && `lang=${language}`]
    .filter(Boolean)
    .join('&')
    .split('&')
    .sort()
    .join('&')
  return `/feeds/${name}.${extension}${query && `?${query}`}`
}

/** The octets of a feed's iCalendar on a day (`YYYY-MM-DD`, UTC): an envelope around the stored octets of its events. */
export function calendarOf(site: FeedSite, { feed, selection, language, path }: AskedFeed, day: string): Buffer {
  const now = `${day}T00:00:00Z`
  const rows = rowsOf(site, selection, now)
  const voice = { ...site.voice, language }
  const octetsOf = (event: Event) =>
    (language === 'en' && rows.get(event.uid)?.vevent) || rendered(event, () => toVevent(event, voice), language)
  const events = select(
    [...rows.values()].map(({ event }) => event),
    selection,
    now,
    language,
  )
  const alarm = selection.alarm && trigger(selection.alarm)
  const vevents = fitting(events, (event) => octetsOf(event).length, now).map(octetsOf)
  const { title, description } = labels(feed, language)
  const [before, after] = envelope({
    name: title,
    description,
    source: site.publicUrl + path,
    url: site.publicUrl + feed.page,
    color: feed.color,
  })
  const inside = alarm ? vevents.map((vevent) => Buffer.from(withAlarm(vevent.toString(), alarm))) : vevents
  return Buffer.concat([Buffer.from(before), ...inside, Buffer.from(after)])
}

/** Every event that the feed can hold, and others: what most feeds ask for is kept. */
function rowsOf({ store }: FeedSite, selection: Selection, now: string): ReadonlyMap<string, Row> {
  const { deadlines, from, to, pastDays, aheadMonths } = selection
  const first = daysBefore(now, pastDays)
  const last = monthsAfter(now, aheadMonths)
  const usual = pastDays === everything.pastDays && aheadMonths === everything.aheadMonths && !from && !to && !deadlines
  if (usual) return keptEvents(store, { from: first, to: last })
  // Deadlines may be far from their event.
  const days = deadlines ? {} : from || to ? { from, to } : { from: first, to: last }
  return byUid(eventsWithText(store, { states: ['listed', 'withdrawn', 'merged'], bodies: onlyBodies(selection), ...days }))
}

const texts = new Map<string, Buffer>()

/** Texts that are not stored (other languages, deadlines) are rendered once for each revision too; the oldest of many are forgotten. */
function rendered(event: Event, render: () => string, language: Language): Buffer {
  const key = `${language} ${event.uid} ${event.revision} ${event.modifiedAt}`
  const known = texts.get(key)
  if (known !== undefined) return known
  const text = Buffer.from(render())
  texts.set(key, text)
  if (texts.size > 6000) texts.delete(texts.keys().next().value as string)
  return text
}
