import { everything } from '../../publish/index.ts'
import { Problem, wrongParameters } from '../http/refuse/problem.ts'
import { readQuery } from '../http/refuse/validate.ts'
import type { FeedSite } from '../site.ts'
import { calendarOf, canonicalPath } from './calendar.ts'
import type { Asked, Moved } from './keeping.ts'
import type { FeedNames, NamedFeed } from './names.ts'
import { newsOf } from './news.ts'
import { FeedQuery, narrowed } from './parameters.ts'

const types = {
  ics: 'text/calendar; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}

/** The address of a feed as it came, the last part of its path, and its parameters as text. */
type Address = { url: string; file: string; query: Record<string, unknown> }

/** What the address of a feed asks for; throws {@link Problem}. */
export function readAddress(site: FeedSite, names: FeedNames, { url, file, query }: Address): Asked | Moved {
  const [, typed = '', ending = ''] = /^([a-z0-9-]+)\.(ics|atom|json)$/i.exec(file) ?? []
  const [name, extension] = [typed.toLowerCase(), ending.toLowerCase()]
  const feed = findByName(names, extension && name, file)
  const moved = 'movedTo' in feed ? feed.movedTo : name
  if ('movedTo' in feed || file !== file.toLowerCase()) return { movedTo: `/feeds/${moved}.${extension}${queryOf(url)}` }
  const wanted = readFeedQuery(query)
  const language = wanted.lang ?? 'en'
  const path = canonicalPath(feed.name, extension, narrowed(everything, wanted), language)
  const asked = { feed, selection: narrowed(feed.selection, wanted), language, path }
  const make = (day: string) =>
    extension === 'ics' ? calendarOf(site, asked, day) : Buffer.from(newsOf(site, asked, extension as 'atom' | 'json'))
  return { path, type: types[extension as keyof typeof types], file: `${feed.name}.${extension}`, make }
}

/** The feed of a name; throws {@link Problem} for one that never was or was closed, which is said as it was typed. */
export function findByName(names: FeedNames, name: string, typed: string): NamedFeed | Moved {
  const feed = names(name)
  if (!feed) throw new Problem(404, `There is no feed ${typed}; /feeds/all.ics has everything.`)
  if ('closedAt' in feed)
    throw new Problem(410, `The feed ${name} was closed on ${feed.closedAt.slice(0, 10)}; /feeds/all.ics has everything.`)
  return feed
}

/** The query of an address with its question mark, or nothing. */
export function queryOf(url: string): string {
  return url.slice(url.split('?')[0]?.length)
}

function readFeedQuery(query: Record<string, unknown>): FeedQuery {
  const { value, faults } = readQuery(FeedQuery, query)
  if (faults.length) throw wrongParameters(faults)
  // A list that was emptied asks for nothing, not for everything.
  for (const list of ['body', 'kind']) if (list in query && !(list in value)) value[list] = ['none']
  return value as FeedQuery
}
