import type { Issue, Listing } from '../event/index.ts'
import { html, type Page, type PageText, type Source } from '../source/index.ts'
import { pageTitle } from './lines/around.ts'
import { type Found, meetingsIn, type TextOptions } from './meeting/from-text.ts'
import { fromRaw } from './meeting/raw.ts'
import { forget } from './once.ts'
import { outcomeOf } from './page/kind.ts'
import type { PageKind, Reading } from './reading.ts'
import { distinct } from './same/distinct.ts'
import { likeness } from './same/likeness.ts'
import { joined, type Rated } from './same/same.ts'

/** What a source's page says: its meetings, what was left and why. `captured` is the day of capture (`YYYY-MM-DD`), never a default year. */
export function read(page: Page, source: Source, captured: string): Reading {
  return readWhole(page, source, captured).reading
}

/** A reading with what the text was taken for, for those who explain it. */
export function readWhole(page: Page, source: Source, captured: string): { reading: Reading; found?: Found } {
  const whole = understood(page, source, captured)
  forget()
  return whole
}

function understood(page: Page, source: Source, captured: string): { reading: Reading; found?: Found } {
  const extraction = source.extract(page)
  const issues: Issue[] = (extraction.issues ?? []).map((sentence) => ({
    sentence: `${source.id}: ${sentence}`,
    url: page.finalUrl,
  }))
  const isMarkup = extraction.text !== undefined || /html|^$/.test(page.contentType)
  const text = extraction.text ?? (isMarkup ? html(page) : undefined)
  const state = text ? outcomeOf(page, text) : { outcome: 'ok' as const }
  const isFile = extraction.listings.length > 0 && /^\s*BEGIN:VCALENDAR|<(?:feed|rss|rdf:RDF)[\s>]/i.test(page.body.slice(0, 500))
  const isPage = isFile || state.outcome === 'ok' || state.outcome === 'partial'
  if (!isPage && !isFile) {
    issues.push({ sentence: `${source.id}: ${page.finalUrl} is no page to read: ${state.why}`, url: page.finalUrl })
    return { reading: { outcome: state.outcome, kind: 'no-page', listings: [], issues, left: [] } }
  }
  const rated: Rated[] = []
  const words = text ? [pageTitle(text.title)] : []
  for (const raw of extraction.listings) {
    const listing = fromRaw(raw, { url: page.finalUrl, words, ...(page.snapshot ? { snapshot: page.snapshot } : {}) }, source)
    if (typeof listing === 'string') issues.push({ sentence: `${source.id}: ${listing} on ${page.finalUrl}`, url: page.finalUrl })
    else rated.push(listing)
  }
  const options: TextOptions = { captured, timezone: source.timezone }
  if (source.body) options.body = source.body
  if (page.snapshot) options.snapshot = page.snapshot
  const found = extraction.text && !isFile ? meetingsIn(extraction.text, options) : undefined
  if (found) {
    rated.push(...found.rated)
    issues.push(...found.issues.map((issue) => ({ ...issue, sentence: `${source.id}: ${issue.sentence}` })))
  }
  const listings = assemble(rated, found, extraction.about)
  const reading: Reading = {
    outcome: isFile ? 'ok' : state.outcome,
    kind: kindOfPage(listings, extraction.text, source, extraction.about),
    listings,
    issues: distinctIssues(issues),
    left: found?.left ?? [],
  }
  if (extraction.follow && extraction.follow.length > 0) reading.follow = extraction.follow
  return found ? { reading, found } : { reading }
}

function assemble(rated: Rated[], found: Found | undefined, about: RegExp | undefined): Listing[] {
  const dated = joined(rated.filter(({ listing }) => listing.when !== undefined)).map(({ listing }) => listing)
  const structuredUndated = rated.filter(({ listing }) => listing.when === undefined).map(({ listing }) => listing)
  const all = distinct([...dated, ...withoutThose(dated, [...structuredUndated, ...(found?.undated ?? [])])])
  return about ? all.filter((listing) => listing.title.search(about) >= 0 || listing.provenance.text.search(about) >= 0) : all
}

/** Listings without a date that are none of those with one. */
function withoutThose(dated: Listing[], undated: Listing[]): Listing[] {
  if (undated.length === 0) return undated
  const keys = new Set(dated.map(({ key }) => key))
  const titles = new Map<string, Set<string>>()
  for (const listing of dated) {
    const alike = titles.get(partOf(listing)) ?? new Set()
    if (alike.size < mostTitles) titles.set(partOf(listing), alike.add(listing.title))
  }
  const isDated = (listing: Listing) =>
    keys.has(listing.key) || [...(titles.get(partOf(listing)) ?? [])].some((title) => likeness(title, listing.title) > 0.8)
  return undated.filter((listing) => !isDated(listing))
}

/** As many titles of one body as those without a date are compared with: a bound on cost that no real page reaches. */
const mostTitles = 400

function partOf({ body, part }: Listing): string {
  return `${body} ${part ?? ''}`
}

function kindOfPage(listings: Listing[], text: PageText | undefined, source: Source, about: RegExp | undefined): PageKind {
  if (listings.some(({ when }) => when)) return 'meetings'
  if (listings.length > 0) return 'none-scheduled'
  if (!text) return 'none-scheduled'
  const heading = about ?? /\b(?:sessions?|meetings?|events?|calendar|conference|schedule)\b/i
  const said = text.blocks.filter((block) => block.role === 'heading' || block.bold === true || block.text.length > 60)
  const named = `${text.title}\n${said.map((block) => block.text).join('\n')}`
  return named.search(heading) >= 0 || (source.quiet ?? false) ? 'none-scheduled' : 'layout-changed'
}

function distinctIssues(issues: Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [issue.sentence, issue])).values()]
}
