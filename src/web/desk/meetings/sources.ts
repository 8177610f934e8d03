import type { Event, Listing } from '../../../event/index.ts'
import type { StoredListing } from '../../../reconcile/index.ts'
import { readEventRow } from '../../../store/events/projection.ts'
import { listingsById } from '../../../store/visits/listings.ts'
import { type Html, html } from '../../pages/frame/html.ts'
import type { Visit } from '../frame/visit.ts'
import { fieldWords, instantWords, valueWords, whoWords } from '../frame/words.ts'

const told = ['title', 'when', 'place', 'status', 'notice', 'note', 'links', 'deadlines', 'access', 'organizer'] as const

const years: Record<string, string> = {
  neighbour: 'The year is that of the lines around it.',
  heading: 'The year is that of the heading above it.',
  address: 'The year is that in the page’s address.',
  dateline: 'The year is that of the page’s own date.',
  proposed: 'The year was assumed.',
}

/** What each source says of a meeting, in its own words, and where. */
export function sourcesSay({ desk: { site } }: Visit, event: Event): Html {
  const members = readEventRow(site.store, event.uid)?.memory.members ?? []
  const listings = listingsById(site.store, members).filter(({ retractedAt }) => !retractedAt)
  return html`<section class="says-all"><h2>What each source says</h2>
${listings.map(one)}</section>`

  function one({ source, listing, lastSeenAt, missingSince }: StoredListing): Html {
    const { text, url, year } = listing.provenance
    const rows = told
      .filter((name) => isSaid(listing, name))
      .map(
        (name) => html`<div><dt>${fieldWords[name]}</dt><dd dir="auto">${valueWords(name, listing[name])}</dd></div>
`,
      )
    return html`<details${listings.length === 1 && html` open`}><summary>${source === 'desk' ? 'Entered here' : whoWords(site, source)}</summary>
<blockquote dir="auto">${text}</blockquote>
<p class="note">${year && years[year]} ${/^https?:/.test(url) && html`<a href="${url}" rel="noopener noreferrer">The page</a>, last read ${instantWords(lastSeenAt)}.`}${missingSince && ` Not found there since ${instantWords(missingSince)}.`}</p>
<dl>${rows}</dl></details>
`
  }
}

function isSaid(listing: Listing, name: (typeof told)[number]): boolean {
  const words = valueWords(name, listing[name])
  return words !== 'nothing' && words !== 'none'
}
