import type { Listing } from '../../../src/event/index.ts'
import { generalSource, read, toPrinted } from '../../../src/read/index.ts'
import type { Printed } from '../../../src/read/printed.ts'
import type { Reading } from '../../../src/read/reading.ts'

/** What the general reader makes of a page with this markup in its body. */
export function pageOf(markup: string, url?: string): Printed {
  return toPrinted(readingOf(markup, url))
}

/** The only meeting of such a page. */
export function meetingOf(markup: string, url?: string): Printed['events'][number] | undefined {
  const { events } = pageOf(markup, url)
  return events.length === 1 ? events[0] : undefined
}

/** The listings of such a page. */
export function listingsOf(markup: string, url?: string): Listing[] {
  return readingOf(markup, url).listings
}

/** All that the general reader makes of such a page. */
export function readingOf(markup: string, url = 'https://www.example.org/page'): Reading {
  const body = `<!doctype html><html lang="en"><head><title>Page</title></head><body>${markup}</body></html>`
  const page = { url, finalUrl: url, body, contentType: 'text/html', fetchedAt: '2024-01-15T00:00:00Z' }
  return read(page, generalSource, '2024-01-15')
}
