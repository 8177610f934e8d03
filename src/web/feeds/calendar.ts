import type { Event } from '../../event/index.ts'
import {
  canonicalQuery,
  daysBefore,
  everything,
  fitting,
  type Language,
  monthsAfter,
  onlyBodies,
  type Selection,
  select,
  toCalendar,
  toVevent,
  trigger,
  withAlarm,
} from '../../publish/index.ts'
import { eventsWithText } from '../../store/events/events.ts'
import { keptEvents, type Row } from '../../store/events/kept.ts'
import type { Site } from '../site.ts'
import type { NamedFeed } from './names.ts'

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

/** The iCalendar text of a feed on a day (`YYYY-MM-DD`, UTC): an envelope around the stored texts of its events. */
export function calendarOf(site: Site, { feed, selection, language, path }: AskedFeed, day: string): string {
  const now = `${day}T00:00:00Z`
  const rows = rowsOf(site, selection, now)
  const texts = new Map(language === 'en' ? rows.map(({ event, vevent }) => [event.uid, vevent]) : [])
  const voice = { ...site.voice, language }
  const textOf = (event: Event) => texts.get(event.uid) ?? rendered(event, () => toVevent(event, voice), language)
  const events = select(
    rows.map(({ event }) => event),
    selection,
    now,
    language,
  )
  const before = selection.alarm && trigger(selection.alarm)
  const vevents = fitting(events, (event) => Buffer.byteLength(textOf(event)), now).map(textOf)
  return toCalendar(
    {
      name: feed.title,
      description: feed.description,
      source: site.publicUrl + path,
      url: site.publicUrl + feed.page,
      color: feed.color,
    },
    before ? vevents.map((vevent) => withAlarm(vevent, before)) : vevents,
  )
}

/** Every event that the feed can hold, and others: what most feeds ask for is kept. */
function rowsOf({ store }: Site, selection: Selection, now: string): Row[] {
  const { deadlines, from, to, pastDays, aheadMonths } = selection
  const first = daysBefore(now, pastDays)
  const last = monthsAfter(now, aheadMonths)
  const usual = pastDays === everything.pastDays && aheadMonths === everything.aheadMonths && !from && !to && !deadlines
  if (usual) return keptEvents(store, { from: first, to: last })
  // Deadlines may be far from their event.
  const days = deadlines ? {} : from || to ? { from, to } : { from: first, to: last }
  return eventsWithText(store, { states: ['listed', 'withdrawn', 'merged'], bodies: onlyBodies(selection), ...days })
}

const texts = new Map<string, string>()

/** Texts that are not stored (other languages, deadlines) are rendered once for each revision too; the oldest of many are forgotten. */
function rendered(event: Event, render: () => string, language: Language): string {
  const key = `${language} ${event.uid} ${event.revision} ${event.modifiedAt}`
  const known = texts.get(key)
  if (known !== undefined) return known
  const text = render()
  texts.set(key, text)
  if (texts.size > 6000) texts.delete(texts.keys().next().value as string)
  return text
}
