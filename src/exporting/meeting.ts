import type { Language } from '../publish/index.ts'
import { findWithText } from '../store/events/events.ts'
import { copyOf } from '../web/feeds/single.ts'
import { eventPage } from '../web/pages/event.ts'
import { filePath, inFolder, readerOf } from '../web/pages/frame/reader.ts'
import type { Site } from '../web/site.ts'
import type { Document } from './documents.ts'

/** The documents of meetings: of each its page in each language, and its copy for a calendar. */
export function meetings(site: Site, languages: Language[]): (slug: string, marks: { page: string; copy: string }) => Document[] {
  const readers = languages.map((language) => readerOf(site, `/?lang=${language}`, undefined))
  // The documents of one are made after each other, and each asks for it.
  let last: ReturnType<typeof findWithText>
  function find(slug: string) {
    if (last?.event.slug !== slug) last = findWithText(site.store, slug)
    if (!last) throw new Error(`The meeting ${slug} went while it was written.`)
    return last
  }
  return function documents(slug, marks) {
    const path = `/events/${slug}`
    return readers.flatMap((reader) => {
      const { language } = reader
      const page = () => eventPage({ ...reader, path }, find(slug).event)
      const copy = () => copyOf(site, find(slug), language)
      return [
        { file: pageFile(path, language), url: `${path}?lang=${language}`, mark: marks.page, make: page },
        { file: inFolder(`${path}.ics`, language).slice(1), url: `${path}.ics?lang=${language}`, mark: marks.copy, make: copy },
      ]
    })
  }
}

/** The file of a page in a language. */
export function pageFile(path: string, language: Language): string {
  return filePath(path, language)
    .slice(1)
    .replace(/(^|\/)$/, '$1index.html')
}
