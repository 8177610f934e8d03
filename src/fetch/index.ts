/** The window on the web: polite visits to pages, and what came of them. */
export { FetchError } from './error.ts'
export { type Fetched, type Known, type Received, toPage, type Unchanged } from './fetched.ts'
export { type Fetcher, type FetcherSettings, fetcher } from './fetcher.ts'
export { fetchPages, type PagesSettings, type PageVisit } from './pages.ts'
export type { RobotsCopy, RobotsShelf } from './robots.ts'
export { checkAddress } from './wire/address.ts'
