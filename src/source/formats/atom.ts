import { scan } from '../markup/scan.ts'
import { beyond, type Extract, type RawListing } from '../raw.ts'
import { wordsOf } from './words.ts'

/** As many entries as are read of one feed. */
const most = 2000

/**
 * Reads an Atom (RFC 4287) or RSS feed: one listing an entry. A feed's dates are those of its entries, not of meetings, so `start` stays
 * empty, save where the feed is known to put the start into `updated`.
 */
export function atom(options: { startIsUpdated?: boolean } = {}): Extract {
  return (page) => {
    const listings: RawListing[] = []
    if (!/<(?:feed|rss|rdf:RDF)[\s>]/i.test(page.body.slice(0, 2000))) return { listings }
    let fields: Map<string, string> | undefined
    let name = ''
    const entry = /^(?:entry|item)$/
    scan(page.body, {
      open(tag, attribute) {
        if (entry.test(tag)) fields = new Map()
        name = tag
        const href = tag === 'link' ? attribute('href') : undefined
        if (fields && href && (attribute('rel') ?? 'alternate') === 'alternate') fields.set('link', href)
      },
      close(tag) {
        if (fields && entry.test(tag)) {
          const listing = toListing(fields, options.startIsUpdated ?? false)
          if (listing) listings.push(listing)
          fields = undefined
        }
        name = ''
      },
      text(said) {
        if (fields && name !== '') fields.set(name, (fields.get(name) ?? '') + said)
      },
      enough: () => listings.length > most,
    })
    if (listings.length <= most) return { listings }
    return { listings: listings.slice(0, most), issues: [beyond(most, page)] }
  }
}

function toListing(fields: Map<string, string>, startIsUpdated: boolean): RawListing | undefined {
  const get = (...names: string[]) => names.map((name) => wordsOf(fields.get(name) ?? '')).find((said) => said !== '')
  const title = get('title')
  if (!title) return undefined
  const listing: RawListing = { title, printed: title }
  const id = get('id', 'guid')
  if (id) listing.id = id
  const url = get('link')
  if (url) listing.url = url
  const description = get('summary', 'description', 'content')
  if (description) listing.description = description.slice(0, 2000)
  const start = get('ev:startdate', 'start_date') ?? (startIsUpdated ? get('updated') : undefined)
  if (start) listing.start = start
  return listing
}
