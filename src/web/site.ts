import type { Source } from '#source'
import type { Language, Voice } from '../publish/index.ts'
import type { Store } from '../store/database.ts'

/** What every answer is made from: the store, the sources, the clock, and how the service calls itself. */
export type Site = {
  store: Store
  sources: Source[]
  now: () => Date
  /** Address at which readers reach the service, without a slash at its end. */
  publicUrl: string
  voice: Voice
  /** The languages of a site that is written to files: its pages have no search, and no parameters in their links. */
  files?: Language[]
}
