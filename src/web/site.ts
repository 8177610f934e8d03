import type { Source } from '#source'
import type { Language, Voice } from '../publish/index.ts'
import type { Store } from '../store/database.ts'

/** What feeds are made from: the store, the clock, and how the service calls itself. */
export type FeedSite = {
  store: Store
  now: () => Date
  /** Address at which readers reach the service, without a slash at its end. */
  publicUrl: string
  voice: Voice
}

/** What every answer is made from: what feeds are made from, and the sources. */
export type Site = FeedSite & {
  sources: Source[]
  /** The languages of a site that is written to files: its pages have no search, and no parameters in their links. */
  files?: Language[]
}
