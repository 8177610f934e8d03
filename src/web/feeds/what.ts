import type { What } from '../../publish/index.ts'
import type { LogEntry } from '../../reconcile/index.ts'

/** What happened to an event, in the words of feeds; being merged away is being withdrawn. */
export function whatOf({ kind, fields }: LogEntry): What {
  if (kind === 'merged') return 'withdrawn'
  if (kind !== 'changed') return kind
  return fields.some(({ field, to }) => field === 'notice' && to === 'postponed') ? 'postponed' : 'changed'
}
