import type { Source } from '#source'
import type { Voice } from '../publish/index.ts'
import type { Store } from '../store/database.ts'

/** What every answer is made from: the store, the sources, the clock, and how the service calls itself. */
export type Site = {
  store: Store
  sources: Source[]
  now: () => Date
  /** Address at which readers reach the service, without a slash at its end. */
  publicUrl: string
  voice: Voice
}
