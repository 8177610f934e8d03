import { type Changed, type ChangesFeed, entries, updatedAt } from './changed.ts'
import { cleanText, cleanUrl } from './ical/clean.ts'

/**
 * An Atom feed (RFC 4287) of changes, latest first. `updated` is the time of a change, never of the asking: the same changes give the same
 * bytes. Texts are plain, so nothing a source wrote is ever markup.
 */
export function toAtom(feed: ChangesFeed, changes: Changed[]): string {
  const self = cleanUrl(feed.self) ?? ''
  const head = [
    element('id', self),
    element('title', feed.title),
    element('subtitle', feed.description),
    element('updated', updatedAt(changes)),
    `<author>${element('name', feed.author)}</author>`,
    link('self', self, 'application/atom+xml'),
    link('alternate', cleanUrl(feed.page) ?? '', 'text/html'),
  ]
  const parts = entries(feed, changes).map((entry) =>
    [
      '<entry>',
      element('id', entry.id),
      element('title', entry.title),
      element('updated', entry.at),
      element('published', entry.at),
      link('alternate', entry.url, 'text/html'),
      ...entry.tags.map((term) => `<category term="${xml(term)}"/>`),
      `<content type="text">${xml(entry.text)}</content>`,
      '</entry>',
    ].join('\n'),
  )
  const open = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language ?? 'en'}">`
  return ['<?xml version="1.0" encoding="utf-8"?>', open, ...head, ...parts, '</feed>', ''].join('\n')
}

/** Text as it may stand in an element or a quoted attribute of XML 1.0: cleaned of what XML cannot hold, then escaped. */
export function xml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function element(name: string, text: string): string {
  return `<${name}>${xml(text)}</${name}>`
}

function link(rel: string, href: string, type: string): string {
  return `<link rel="${rel}" type="${type}" href="${xml(href)}"/>`
}
