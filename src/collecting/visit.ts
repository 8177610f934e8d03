import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Issue } from '../event/index.ts'
import { FetchError, type Fetcher, fetchPages, type PageVisit } from '../fetch/index.ts'
import type { Projector } from '../project.ts'
import type { Reader } from '../reader.ts'
import { decode, type Page, type Source } from '../source/index.ts'
import { codeVersion } from '../sources.ts'
import type { Store } from '../store/database.ts'
import { type KnownPage, knownPages, readSnapshot } from '../store/pages.ts'

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
export async function visitPages(source: Source, { store, fetcher, now }: Kit): Promise<Visit> {
  const receivedAt = now().toISOString()
  if (source.file) return visitFile(source, source.file, receivedAt)
  const known = knownPages(store, source.id)
  const visits = await fetchPages(source.pages, {
    fetch: fetcher.fetchPage,
    known: (url) => validators(known.get(url)),
    now: () => now().toISOString(),
  })
  if (visits.every(({ outcome }) => outcome === 'failed')) throw allFailed(visits)

  const visit: Visit = { pages: [], received: [], failing: [], issues: [], input: '', receivedAt }
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

/** The pages of a source as they were received last; of a data file, as it is. */
export function keptPages(store: Store, source: Source): Page[] {
  if (source.file) return visitFile(source, source.file, new Date().toISOString()).pages
  return [...knownPages(store, source.id).values()].flatMap((known) => pageOf(store, known))
}

function visitFile(source: Source, file: URL, receivedAt: string): Visit {
  const bytes = readFileSync(file)
  const url = `file:${file.pathname.split('/').at(-1)}`
  const snapshot = createHash('sha256').update(bytes).digest('hex')
  const page: Page = {
    url,
    finalUrl: url,
    body: decode(bytes),
    contentType: 'text/tab-separated-values',
    fetchedAt: receivedAt,
    snapshot,
  }
  return { pages: [page], received: [], failing: [], issues: [], input: inputOf(source, [page]), receivedAt }
}

function inputOf(source: Source, pages: Page[]): string {
  const parts = pages.map(({ url, snapshot }) => `${url} ${snapshot}`).sort()
  return createHash('sha256')
    .update([codeVersion(source), ...parts].join('\n'))
    .digest('base64url')
}

/** A page without a snapshot must come in full: a 304 would stand for nothing. */
function validators(known: KnownPage | undefined) {
  if (!known?.snapshot) return undefined
  return { ...(known.etag && { etag: known.etag }), ...(known.lastModified && { lastModified: known.lastModified }) }
}

function pageOf(store: Store, known: KnownPage): Page[] {
  const bytes = known.snapshot ? readSnapshot(store, known.snapshot) : undefined
  if (!bytes || !known.snapshot) return []
  const { url, finalUrl, contentType, charset, fetchedAt, snapshot, truncated } = known
  const body = decode(bytes, charset ? `${contentType}; charset=${charset}` : contentType)
  return [{ url, finalUrl, body, contentType, fetchedAt, snapshot, ...(truncated && { truncated }) }]
}

function rowOf(
  source: Source,
  { url, page, charset, validators: { etag, lastModified } }: Extract<PageVisit, { outcome: 'page' }>,
): KnownPage {
  const { finalUrl, contentType, fetchedAt, snapshot = null, truncated = false } = page
  const validators = { etag: etag ?? null, lastModified: lastModified ?? null }
  return {
    sourceId: source.id,
    url,
    finalUrl,
    ...validators,
    contentType,
    charset: charset ?? null,
    snapshot,
    truncated,
    fetchedAt,
    failingSince: null,
  }
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
