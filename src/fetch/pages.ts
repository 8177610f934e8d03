import type { Page } from '#source'
import { FetchError } from './error.ts'
import { type Known, toPage, validatorsOf } from './fetched.ts'
import type { Fetcher } from './fetcher.ts'

/** What came of one page of a source. `url` is the candidate that answered; `passed` says why those before it did not. */
export type PageVisit =
  | { outcome: 'page'; url: string; page: Page; bytes: Buffer; charset?: string; validators: Known; passed: FetchError[] }
  | { outcome: 'unchanged'; url: string; validators: Known; passed: FetchError[] }
  | { outcome: 'failed'; url: string; errors: FetchError[] }

/** How pages are fetched. */
type PagesSettings = {
  fetch: Fetcher['fetchPage']
  /** The validators kept for an address; undefined when its page must come in full. */
  known: (url: string) => Known | undefined
  /** The instant (ISO 8601, UTC) at which a page was received. */
  now: () => string
  /** Why something received is no page (a login, a challenge, an error sent with 200); undefined when it is one. */
  noPage?: (page: Page) => string | undefined
}

/**
 * The pages of a source, one outcome each, in their order. A list among them names candidates for one page: the first that answers with
 * a page, new or unchanged, is taken. Errors other than {@link FetchError} are bugs and are thrown.
 */
export async function fetchPages(pages: (string | string[])[], settings: PagesSettings): Promise<PageVisit[]> {
  const visits: PageVisit[] = []
  for (const candidates of pages) visits.push(await fetchFirst([candidates].flat(), settings))
  return visits
}

async function fetchFirst(candidates: string[], settings: PagesSettings): Promise<PageVisit> {
  const errors: FetchError[] = []
  for (const url of candidates) {
    const tried = await fetchOne(url, settings)
    if (!(tried instanceof FetchError)) return { ...tried, passed: errors }
    errors.push(tried)
  }
  return { outcome: 'failed', url: candidates[0] ?? '', errors }
}

async function fetchOne(url: string, { fetch, known, now, noPage }: PagesSettings) {
  const fetched = await fetch(url, known(url)).catch((error: unknown) => {
    if (error instanceof FetchError) return error
    throw error
  })
  if (fetched instanceof FetchError) return fetched
  const validators = validatorsOf(fetched)
  if (fetched.unchanged) return { outcome: 'unchanged', url, validators } as const
  const page = toPage(fetched, now())
  const why = noPage?.(page)
  if (why) return new FetchError(url, why, { status: fetched.status })
  const { bytes, charset } = fetched
  return { outcome: 'page', url, page, bytes, ...(charset && { charset }), validators } as const
}
