import type { Language } from '../publish/index.ts'
import { findWithText } from '../store/events/events.ts'
import { copyOf } from '../web/feeds/single.ts'
import { eventPage } from '../web/pages/event.ts'
import { filePath, readerOf } from '../web/pages/frame/reader.ts'
import type { Site } from '../web/site.ts'
import type { Document } from './documents.ts'

/** The documents of one meeting: its page in each language, and its copy for a calendar. */
export function meeting(site: Site, slug: string, languages: Language[], marks: { page: string; copy: string }): Document[] {
  const path = `/events/${slug}`
  const pages = languages.map((language) => {
    const url = `${path}?lang=${language}`
    const make = () => eventPage(readerOf(site, url, undefined), find(site, slug).event)
    return { file: pageFile(path, language), url, mark: marks.page, make }
  })
  const copy = () => {
    const { event, vevent } = find(site, slug)
    return copyOf(site, event, vevent, 'en')
  }
  return [...pages, { file: `events/${slug}.ics`, url: `${path}.ics`, mark: marks.copy, make: copy }]
}

/** The file of a page in a language. */
export function pageFile(path: string, language: Language): string {
  return filePath(path, language)
    .slice(1)
    .replace(/(^|\/)$/, '$1index.html')
}

function find({ store }: Site, slug: string) {
  const found = findWithText(store, slug)
  if (!found) throw new Error(`The meeting ${slug} went while it was written.`)
  return found
}
