import type { Event } from '../../event/index.ts'
import {
  type Changed,
  type ChangesFeed,
  type Language,
  onlyBodies,
  type Selection,
  toAtom,
  toJsonFeed,
  wanted,
} from '../../publish/index.ts'
import { latestChanges } from '../../store/events/changed.ts'
import type { FeedSite } from '../site.ts'
import { labels, type NamedFeed } from './names.ts'
import { whatOf } from './what.ts'

/** How many changes a news feed tells. */
const most = 50

/** The changes of a selection as Atom or JSON Feed. */
export function newsOf(
  site: FeedSite,
  { feed, selection, language, path }: { feed: NamedFeed; selection: Selection; language: Language; path: string },
  extension: 'atom' | 'json',
): string {
  const about: ChangesFeed = {
    title: labels(feed, language).title,
    description: labels(feed, language).description,
    self: site.publicUrl + path,
    page: site.publicUrl + feed.page,
    publicUrl: site.publicUrl,
    author: site.voice.organizer.name,
    language,
  }
  const bodies = onlyBodies(selection)
  const changes = latestChanges(site.store, { bodies, most, wants: (event) => wanted(event, selection) })
  const told = changes.map(({ id, at, entry, event }) => changed(`${id}`, at, entry, event))
  return extension === 'atom' ? toAtom(about, told) : JSON.stringify(toJsonFeed(about, told))
}

function changed(id: string, at: string, entry: Parameters<typeof whatOf>[0], event: Event): Changed {
  const moved = entry.fields.find(({ field }) => field === 'when')
  const what = whatOf(entry)
  return {
    id,
    at,
    what,
    event,
    ...(moved?.from !== undefined && { was: moved.from as NonNullable<Changed['was']> }),
    ...(what === 'changed' && { fields: entry.fields.map(({ field }) => field) }),
  }
}
