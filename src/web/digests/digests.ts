import type { Digest } from '../../publish/index.ts'

/** What is told of what changed. */
export type Digests = {
  /** What the next digest would tell were it made now; nothing is stored or sent. */
  next(): Digest
}
