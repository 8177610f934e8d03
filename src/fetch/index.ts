/** The window on the web: polite visits to pages, and what came of them. */
export { FetchError } from './error.ts'
export { type Fetched, type Known, type Received, toPage } from './fetched.ts'
export { type Fetcher, type FetcherSettings, fetcher } from './fetcher.ts'
export { fetchPages, type PageVisit } from './pages.ts'
export { checkAddress } from './wire/address.ts'
