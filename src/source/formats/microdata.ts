import { load } from 'cheerio/slim'
import { fold } from '../markup/fold.ts'
import { scan } from '../markup/scan.ts'
import { tagOf } from '../markup/tags.ts'
import { beyond, type Extract, type RawListing } from '../raw.ts'

/** What is read of events: so many of a page, each of so many characters and elements, all of so many elements. */
const most = { events: 500, characters: 40_000, elements: 1000, all: 50_000 }
const marked = /vevent|h-event|tribe[_-]events?|schema\.org\/\w*Event/i
const isEvent = /(?:^|\s)(?:vevent|h-event|type-tribe_events|tribe_events|eventitem)(?:\s|$)/i

/** Reads events marked in a page's own elements: hCalendar, h-event, schema.org microdata, and the markup of WordPress calendars. */
export function microdata(): Extract {
  return (page) => {
    if (!marked.test(page.body)) return { listings: [] }
    const listings: RawListing[] = []
    const { found, isCut } = slices(page.body)
    // The markup of one event may stand there twice, for narrow screens too.
    for (const slice of new Set(found)) {
      const listing = toListing(slice)
      if (listing) listings.push(listing)
    }
    return isCut ? { listings, issues: [beyond(found.length, page)] } : { listings }
  }
}

/** The markup of each element that says it is an event, the outermost of nested ones; those too long for one event are left. */
function slices(body: string): { found: string[]; isCut: boolean } {
  const found: string[] = []
  let isCut = false
  let all = 0
  let start = -1
  let tag = ''
  let depth = 0
  let elements = 0
  scan(body, {
    open(name, attribute, at) {
      if (start >= 0) {
        elements++
        if (name === tag) depth++
      } else if (
        !tagOf(name).empty &&
        (isEvent.test(attribute('class') ?? '') || /schema\.org\/\w*Event$/i.test(attribute('itemtype') ?? ''))
      ) {
        start = at
        tag = name
        depth = 1
        elements = 0
      }
    },
    close(name, at) {
      if (start < 0 || name !== tag || --depth > 0) return
      if (at - start <= most.characters && elements <= most.elements) {
        isCut = found.length >= most.events || all + elements > most.all
        if (!isCut) found.push(body.slice(start, at))
        all += elements
      }
      start = -1
    },
    text() {},
    enough: () => isCut,
  })
  return { found, isCut }
}

function toListing(markup: string): RawListing | undefined {
  const $ = load(markup)
  const first = (...selectors: string[]) => {
    for (const selector of selectors) {
      const found = $(selector).first()
      if (found.length > 0) return found
    }
    return undefined
  }
  const words = (...selectors: string[]) => fold(first(...selectors)?.text() ?? '')
  const stamp = (...selectors: string[]) => {
    const found = first(...selectors)
    const inner = found?.find('[datetime], .value-title').first()
    const said =
      found?.attr('content') ??
      found?.attr('datetime') ??
      inner?.attr('datetime') ??
      inner?.attr('title') ??
      found?.attr('title') ??
      found?.text()
    return said === undefined ? '' : fold(said)
  }
  const heading = '[class*="event-title"], .entry-title, .eventitem-title, h1, h2, h3, h4'
  const title = stampless(
    words('.summary, .p-name', '[itemprop="name"]', '[class*="event-title-link"], [class*="event-url"]', heading),
  )
  if (title === '') return undefined
  const listing: RawListing = { title, printed: fold($.root().text()).slice(0, 500) }
  const start = stamp(
    '.dtstart, .dt-start',
    '[itemprop="startDate"]',
    'time[class*="event-datetime"], time[datetime]',
    '.tribe-event-date-start',
  )
  if (/\d/.test(start)) listing.start = start
  const end = stamp('.dtend, .dt-end', '[itemprop="endDate"]', 'time[class*="event-end"]')
  if (/\d/.test(end)) listing.end = end
  const when = words('time[class*="event-datetime"], [class*="event-schedule"], time[datetime]')
  if (/\d/.test(when)) listing.when = when
  const location = words(
    '.location, .p-location',
    '[itemprop="location"]',
    '[class*="event-venue-title"], [class*="venue-details"], address',
  )
  if (location !== '') listing.location = location
  const url = first('a.url, a.u-url', 'a[itemprop="url"]', '[class*="event-title"] a', 'h2 a, h3 a')?.attr('href')
  if (url) listing.url = url
  const label = words('[class*="status-label"]')
  if (/cancel/i.test(label)) listing.status = 'cancelled'
  if (/postpone/i.test(label)) listing.notice = 'postponed'
  return listing
}

function stampless(title: string): string {
  return title.replace(/^(?:cancell?ed|postponed)\s+/i, '')
}
