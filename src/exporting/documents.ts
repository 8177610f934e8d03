import { hash } from 'node:crypto'
import { bodyIds } from '../event/index.ts'
import type { Language } from '../publish/index.ts'
import { allEventMarks, type EventMark } from '../store/events/marks.ts'
import { allFeeds, formerNames, type StoredFeed } from '../store/named-feeds.ts'
import { watchRuns } from '../store/visits/runs-watch.ts'
import { builtInNames } from '../web/feeds/names.ts'
import { writePosition } from '../web/http/cursor.ts'
import { assets } from '../web/pages/frame/assets.ts'
import { dayInVienna, inFolder } from '../web/pages/frame/reader.ts'
import { lastingPages } from '../web/pages/sitemap.ts'
import type { Site } from '../web/site.ts'
import { meetings, pageFile } from './meeting.ts'
import { type Sums, sumUp } from './sums.ts'

/**
 * A file that is written: the address whose answer it holds, and a text that moves whenever that answer could. `make` gives the same text
 * without asking: there are ten thousands of meetings, and asking costs more than writing one.
 */
export type Document = { file: string; url: string; mark: string; make?: () => string }

/** Events on a page of the list as JSON. */
const listed = 200

/** Every document of the reading side as it is now, and where each stands. */
export function documentsOf(site: Site, languages: Language[]): Document[] {
  const { store } = site
  const now = site.now()
  const today = dayInVienna(now)
  const day = `${now.toISOString().slice(0, 10)} ${today}`
  const events = allEventMarks(store)
  const sums = sumUp(events)
  const saved = allFeeds(store).filter(({ closedAt }) => !closedAt)
  const meeting = meetings(site, languages)
  const feed = feeds(languages, day, sums)
  const runs = `${watchRuns(store)()}`
  const page = (path: string, ...from: string[]) => {
    const mark = markOf(day, ...from)
    return languages.map((language) => ({ file: pageFile(path, language), url: `${path}?lang=${language}`, mark }))
  }
  return [
    ...[...assets.keys()].map((name) => still(`/assets/${name}`)),
    ...['/embed.js', '/robots.txt', '/openapi.json'].map(still),
    { file: 'sitemap.xml', url: '/sitemap.xml', mark: markOf(sums.all) },
    ...[...lastingPages.filter((path) => !path.startsWith('/bodies/')), '/month', '/year'].flatMap((path) =>
      page(path, runs, sums.all, JSON.stringify(saved)),
    ),
    ...bodyIds.flatMap((body) => page(`/bodies/${body.toLowerCase()}`, runs, sums.of(`body ${body}`))),
    ...sums.months.flatMap((month) => page(`/month/${month}`, runs, sums.of(month))),
    ...sums.years.flatMap((year) => page(`/year/${year}`, runs, sums.of(year))),
    ...events.flatMap((event) => meeting(event.slug, { page: markOf(day, sums.own(event)), copy: markOf(sums.own(event)) })),
    ...builtInNames.flatMap((name) => feed(name, name)),
    ...saved.flatMap((one) => [one.name, ...formerNames(store, one)].flatMap((name) => feed(name, one.name, one))),
    ...saved.flatMap(({ name }) => page(`/feeds/${name}`, runs, sums.all, JSON.stringify(saved))),
    ...listPages(events, sums, today),
  ]
}

function still(url: string): Document {
  return { file: url.slice(1), url, mark: '' }
}

/** A feed under one of its names in each language, with the embed of it; a name it had holds the same. */
function feeds(languages: Language[], day: string, sums: Sums) {
  return function feed(name: string, now: string, saved?: StoredFeed): Document[] {
    const mark = markOf(day, saved || name === 'all' ? sums.all : sums.of(`body ${name.toUpperCase()}`), JSON.stringify(saved))
    return languages.flatMap((language) => {
      const one = (path: string, url: string) => ({ file: inFolder(path, language).slice(1), url, mark })
      const asked = `feed=${now}&lang=${language}`
      return [
        ...['ics', 'atom', 'json'].map((ending) => one(`/feeds/${name}.${ending}`, `/feeds/${now}.${ending}?lang=${language}`)),
        one(`/embed/list/${name}.html`, `/embed/list?${asked}`),
        one(`/embed/list/${name}.json`, `/embed/list.json?${asked}`),
        one(`/embed/frame/${name}.html`, `/embed/frame?${asked}`),
      ]
    })
  }
}

/** What is coming, as JSON: `api/events.json`, then `api/events-2.json` and so on. */
function listPages(events: EventMark[], sums: Sums, today: string): Document[] {
  const coming = events.filter(({ state, end }) => state === 'listed' && end !== null && end >= today)
  return Array.from({ length: Math.max(1, Math.ceil(coming.length / listed)) }, (_, i) => {
    const before = coming[i * listed - 1]
    const after = before ? `&cursor=${writePosition(before)}` : ''
    const these = coming.slice(i * listed, (i + 1) * listed + 1)
    return {
      file: `api/events${i ? `-${i + 1}` : ''}.json`,
      url: `/api/events?from=${today}&limit=${listed}${after}`,
      mark: markOf(today, before?.uid ?? '', ...these.map((event) => sums.own(event))),
    }
  })
}

function markOf(...from: string[]): string {
  return hash('sha256', from.join('\n'), 'base64url').slice(0, 16)
}
