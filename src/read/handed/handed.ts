import type { Body, Listing } from '../../event/index.ts'
import type { Page, RawListing } from '../../source/index.ts'
import { fromRaw } from '../meeting/raw.ts'
import type { ColumnRole, TableReading } from '../tables/index.ts'

/** What a person hands in: words, a page of the web as it was received, or a file as it is. */
export type Handed = { text: string } | { page: Page } | { name: string; bytes: Buffer; contentType?: string | undefined }

/**
 * How it is read: the instant it was handed in (UTC), the day it was written on (`YYYY-MM-DD`) when that is another, the zone of times that
 * name none; for a table a sheet and columns in place of those guessed.
 */
export type ImportSettings = {
  now: string
  written?: string | undefined
  timezone: string
  body?: Body | undefined
  url?: string | undefined
  sheet?: string | undefined
  columns?: (ColumnRole | undefined)[] | undefined
}

/** A meeting that was found, with what had to be assumed; `isAssumed` when that is its year or day. */
export type Imported = { listing: Listing; doubts: string[]; isAssumed: boolean; from?: string }

/** How a table was read, for a person to see and change. */
export type TableShown = Pick<TableReading, 'header' | 'sample'> & {
  columns: (ColumnRole | undefined)[]
  sheet?: string
  sheets?: string[]
}

/** All that was handed in was understood to say: `refused` says why it could not be read at all. */
export type ImportReading = {
  form: 'text' | 'calendar' | 'table' | 'page'
  found: Imported[]
  issues: string[]
  refused?: string
  table?: TableShown
}

/** Why nothing of it is read. */
export function refusal(form: ImportReading['form'], refused: string): ImportReading {
  return { form, found: [], issues: [], refused }
}

/** A structured listing as a meeting found; what cannot be understood is an issue. */
export function understood(
  raw: RawListing,
  said: Omit<Imported, 'listing'>,
  settings: ImportSettings,
  issues: string[],
): Imported[] {
  const rated = fromRaw(
    raw,
    { url: settings.url ?? raw.url ?? '', words: [] },
    { timezone: settings.timezone, ...(settings.body && { body: settings.body }) },
  )
  if (typeof rated === 'string') {
    issues.push(`${said.from ? `${said.from}, ` : ''}"${raw.title.slice(0, 80)}" was left: ${rated}`)
    return []
  }
  const { listing } = rated
  return [
    {
      ...said,
      listing: said.isAssumed ? { ...listing, proposed: true, provenance: { ...listing.provenance, year: 'proposed' } } : listing,
    },
  ]
}
