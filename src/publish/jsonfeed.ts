import { type Changed, type ChangesFeed, entries } from './changed.ts'
import { cleanLine, cleanText, cleanUrl } from './ical/clean.ts'

/** A JSON Feed 1.1 of the same changes as the Atom feed; the value, not its text. */
export function toJsonFeed(feed: ChangesFeed, changes: Changed[]) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: cleanLine(feed.title),
    description: cleanText(feed.description),
    home_page_url: cleanUrl(feed.page),
    feed_url: cleanUrl(feed.self),
    language: feed.language ?? 'en',
    authors: [{ name: cleanLine(feed.author) }],
    items: entries(feed, changes).map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_text: entry.text,
      date_published: entry.at,
      date_modified: entry.at,
      tags: entry.tags,
    })),
  }
}
