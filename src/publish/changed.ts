import { createHash } from 'node:crypto'
import type { Event, When } from '../event/index.ts'
import { cleanLine } from './ical/clean.ts'
import { describe } from './ical/description.ts'
import { addressOf } from './ical/vevent.ts'
import { shownTitle, shownWhen } from './shown.ts'
import { dateWords } from './words/dates.ts'
import { type Language, pageWordsOf, wordsOf } from './words/language.ts'
import type { What } from './words/words.ts'

/** One change of one event, as Atom and JSON Feed tell it. */
export type Changed = {
  /** Unique and lasting among the changes of the event: its revision, or a number of the store. */
  id: string
  /** When it changed: an instant, UTC. */
  at: string
  what: What
  /** The event as it was after the change, or as it is now. */
  event: Event
  /** The day before a move. */
  was?: When
  /** What changed, in a few words: `place, links`. */
  fields?: string[]
}

/** What a feed of changes says of itself. */
export type ChangesFeed = {
  title: string
  description: string
  /** The address of this very feed, canonical. */
  self: string
  /** The page for people. */
  page: string
  publicUrl: string
  author: string
  language?: Language
}

/** What both formats say of one change. */
export type Entry = { id: string; title: string; url: string; at: string; text: string; tags: string[] }

/** Changes as entries, latest first; the same change is the same entry for ever, whatever the host is called. */
export function entries(feed: ChangesFeed, changes: Changed[]): Entry[] {
  return [...changes]
    .sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : entryId(a) < entryId(b) ? -1 : 1))
    .map((change) => {
      const url = addressOf(change.event, feed)
      return {
        id: entryId(change),
        title: entryTitle(change, feed.language),
        url,
        at: change.at,
        text: describe(change.event, url, feed.language),
        tags: [change.event.body, change.event.kind],
      }
    })
}

/** The time of the latest change; without any, the first second of Unix time, since the time of asking would be no change. */
export function updatedAt(changes: Changed[]): string {
  return changes.reduce((latest, { at }) => (at > latest ? at : latest), '1970-01-01T00:00:00Z')
}

function entryTitle(change: Changed, language: Language = 'en'): string {
  const when = shownWhen(change.event)
  const date = when ? dateWords(when, language) : ''
  const was = change.was && dateWords(change.was, language)
  const dates = was && was !== date ? `${was} → ${date || '?'}` : date
  const names: Record<string, string> = pageWordsOf(language).event.map
  const named = change.fields?.flatMap((field) => names[field] ?? (language === 'en' ? field : [])).join(', ')
  const fields = named ? ` (${named})` : ''
  const title = `${shownTitle(change.event, language)}${dates && ` (${dates})`}`
  return cleanLine(wordsOf(language).labelled(`${wordsOf(language).changes[change.what]}${fields}`, title))
}

/** A UUID of form 8 (RFC 9562 section 5.8) of the event's uid and the change. */
function entryId({ event, id }: Changed): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([event.uid, id]))
    .digest()
    .subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
}
