import { createHash } from 'node:crypto'
import type { Issue } from '../event/index.ts'
import { FetchError, type Fetcher, fetchPages, type PageVisit } from '../fetch/index.ts'
import type { Projector } from '../project.ts'
import { whyNoPage } from '../read/page/no-page.ts'
import type { Reader } from '../reader.ts'
import type { Page, Source } from '../source/index.ts'
import { codeVersion } from '../sources.ts'
import type { Store } from '../store/database.ts'
import { type KnownPage, knownPages } from '../store/visits/pages.ts'
import { filePage, pageOf, rowOf, validators } from './kept.ts'

/** What a run works with: the rooms with windows, the clock and chance. */
export type Kit = {
  store: Store
  fetcher: Fetcher
  reader: Reader
  projector: Projector
  now: () => Date
  /** A number from 0 to 1, so that visits do not fall into step. */
  chance: () => number
}

/** The pages of one run, before anything of them is stored. */
export type Visit = {
  pages: Page[]
  /** Those that came now, as they will be remembered. */
  received: { bytes: Buffer; row: KnownPage }[]
  /** Addresses that gave no page. */
  failing: string[]
  issues: Issue[]
  /** Names the pages and the code that reads them: equal inputs are understood equally. */
  input: string
  receivedAt: string
}

/**
 * The pages of a source as they are now: those that answered, those unchanged and those that cannot be reached for the moment from
 * their snapshots. A page its host says is gone (404, 410) is left out. Throws {@link FetchError} when no page answered.
 */
export async function visitPages(source: Source, kit: Kit): Promise<Visit> {
  const receivedAt = kit.now().toISOString()
  if (source.file) {
    const pages = [filePage(source.file, receivedAt)]
    return { pages, received: [], failing: [], issues: [], input: inputOf(source, pages), receivedAt }
  }
  const known = knownPages(kit.store, source.id)
  const own = new Set(source.pages.flat())
  const followed = [...known.keys()].filter((url) => !own.has(url))
  const visits = await fetchAll([...source.pages, ...followed], kit, known)
  if (visits.slice(0, source.pages.length).every(({ outcome }) => outcome === 'failed')) throw allFailed(visits)
  return withPages(source, kit, { pages: [], received: [], failing: [], issues: [], input: '', receivedAt }, visits, known)
}

/** A visit with further addresses, found on its pages. */
export async function addPages(source: Source, kit: Kit, visit: Visit, addresses: string[]): Promise<Visit> {
  const known = knownPages(kit.store, source.id)
  return withPages(source, kit, visit, await fetchAll(addresses, kit, known), known)
}

function fetchAll(pages: Source['pages'], { fetcher, now }: Kit, known: Map<string, KnownPage>): Promise<PageVisit[]> {
  return fetchPages(pages, {
    fetch: fetcher.fetchPage,
    known: (url) => validators(known.get(url)),
    now: () => now().toISOString(),
    noPage: whyNoPage,
  })
}

function withPages(source: Source, { store }: Kit, before: Visit, visits: PageVisit[], known: Map<string, KnownPage>): Visit {
  const visit = {
    ...before,
    pages: [...before.pages],
    received: [...before.received],
    failing: [...before.failing],
    issues: [...before.issues],
  }
  for (const one of visits) {
    const errors = one.outcome === 'failed' ? one.errors : one.passed
    visit.failing.push(...errors.map(({ url }) => url))
    const standIn = errors.find(({ url, status }) => status !== 404 && status !== 410 && known.get(url)?.snapshot)
    if (one.outcome === 'failed' || standIn) visit.issues.push(...errors.map((error) => issueOf(source, error, known)))
    const kept = known.get(standIn?.url ?? one.url)
    if (one.outcome === 'page' && !standIn) {
      visit.pages.push(one.page)
      visit.received.push({ bytes: one.bytes, row: rowOf(source, one) })
    } else if (kept && (standIn || one.outcome === 'unchanged')) visit.pages.push(...pageOf(store, kept))
  }
  return { ...visit, input: inputOf(source, visit.pages) }
}

function inputOf(source: Source, pages: Page[]): string {
  const parts = pages.map(({ url, snapshot }) => `${url} ${snapshot}`).sort()
  return createHash('sha256')
    .update([codeVersion(source), ...parts].join('\n'))
    .digest('base64url')
}

function issueOf(source: Source, error: FetchError, known: Map<string, KnownPage>): Issue {
  const kept = known.get(error.url)
  const copy = kept ? ` It was read from the copy of ${kept.fetchedAt.slice(0, 10)}.` : ''
  const gone = error.status === 404 || error.status === 410
  return { sentence: `${source.id}: ${error.message}${gone ? '' : copy}`, url: error.url }
}

function allFailed(visits: PageVisit[]): FetchError {
  const errors = visits.flatMap((visit) => (visit.outcome === 'failed' ? visit.errors : []))
  const sentences = [...new Set(errors.map(({ message }) => message))]
  const retryAt = errors
    .flatMap((error) => error.retryAt ?? [])
    .sort()
    .at(-1)
  const [first] = errors
  if (!first) return new FetchError('', 'it lists no page.')
  return new FetchError(first.url, sentences.join(' '), retryAt ? { retryAt } : {})
}
