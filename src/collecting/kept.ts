import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { PageVisit } from '../fetch/index.ts'
import { decode, type Page, type Source } from '../source/index.ts'
import type { Store } from '../store/database.ts'
import { type KnownPage, knownPages, readSnapshot } from '../store/visits/pages.ts'

/** The pages of a source as they were received last; of a data file, as it is. */
export function keptPages(store: Store, source: Source): Page[] {
  if (source.file) return [filePage(source.file, new Date().toISOString())]
  return [...knownPages(store, source.id).values()].flatMap((known) => pageOf(store, known))
}

/** The data file of a source as a page received at `receivedAt`. */
export function filePage(file: URL, receivedAt: string): Page {
  const bytes = readFileSync(file)
  const url = `file:${file.pathname.split('/').at(-1)}`
  const snapshot = createHash('sha256').update(bytes).digest('hex')
  return { url, finalUrl: url, body: decode(bytes), contentType: 'text/tab-separated-values', fetchedAt: receivedAt, snapshot }
}

/** What makes the next request for a page conditional; nothing for one without a snapshot, of which a 304 would stand for nothing. */
export function validators(known: KnownPage | undefined) {
  if (!known?.snapshot) return undefined
  return { ...(known.etag && { etag: known.etag }), ...(known.lastModified && { lastModified: known.lastModified }) }
}

/** A page from its snapshot; none when it has none. */
export function pageOf(store: Store, known: KnownPage): Page[] {
  const bytes = known.snapshot ? readSnapshot(store, known.snapshot) : undefined
  if (!bytes || !known.snapshot) return []
  const { url, finalUrl, contentType, charset, fetchedAt, snapshot, truncated } = known
  const body = decode(bytes, charset ? `${contentType}; charset=${charset}` : contentType)
  return [{ url, finalUrl, body, contentType, fetchedAt, snapshot, ...(truncated && { truncated }) }]
}

/** A page just received, as it will be remembered. */
export function rowOf(
  source: Source,
  { url, page, charset, validators: { etag, lastModified } }: Extract<PageVisit, { outcome: 'page' }>,
): KnownPage {
  const { finalUrl, contentType, fetchedAt, snapshot = null, truncated = false } = page
  const conditions = { etag: etag ?? null, lastModified: lastModified ?? null }
  return {
    sourceId: source.id,
    url,
    finalUrl,
    ...conditions,
    contentType,
    charset: charset ?? null,
    snapshot,
    truncated,
    fetchedAt,
    failingSince: null,
  }
}
