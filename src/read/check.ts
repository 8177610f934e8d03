import type { Issue, Listing } from '../event/index.ts'
import type { Source } from '../source/index.ts'
import type { Reading } from './reading.ts'

/** A page and what was understood of it. */
export type ReadPage = { url: string; reading: Reading }

/** Whether what was read may speak for the source: `failed` when no page was one, `refused` when what was read is not to be believed. */
export type Verdict =
  | { outcome: 'readable'; found: Listing[]; issues: Issue[] }
  | { outcome: 'refused' | 'failed'; sentence: string; issues: Issue[] }

/** Accepts what the pages of one run of a source say, or refuses it with a sentence. */
export function check(source: Source, pages: ReadPage[]): Verdict {
  const issues = pages.flatMap(({ reading }) => reading.issues)
  const said = (outcome: 'refused' | 'failed', why: string): Verdict => ({ outcome, sentence: `${source.id}: ${why}`, issues })
  const real = pages.filter(({ reading }) => reading.kind !== 'no-page')
  if (!real.length)
    return said('failed', pages.map(({ url, reading }) => `${url} is ${noPage(reading)}.`).join(' ') || 'no page was received.')

  const found = real.flatMap(({ reading }) => reading.listings)
  const changed = real.filter(({ reading }) => reading.kind === 'layout-changed')
  const noPages = pages.filter(({ reading }) => reading.kind === 'no-page')
  for (const { url, reading } of noPages) issues.push({ sentence: `${source.id}: ${url} is ${noPage(reading)}.`, url })
  if (!found.length && changed[0] && !source.quiet) {
    return said(
      'refused',
      `${changed[0].url} has no meeting and none of the headings it is known by; its layout may have changed.`,
    )
  }
  const atLeast = source.quiet ? 0 : (source.atLeast ?? 0)
  if (found.length < atLeast) return said('refused', `found ${found.length} meetings where at least ${atLeast} are expected.`)
  return { outcome: 'readable', found, issues }
}

function noPage(reading: Reading): string {
  return reading.outcome === 'blocked'
    ? 'a login or challenge page, not the page itself'
    : 'empty or an error page, not the page itself'
}
