import type { Event } from '../../event/index.ts'
import { type Projection, reviews } from '../../reconcile/index.ts'
import type { Store } from '../../store/database.ts'
import { findEvent } from '../../store/events/events.ts'
import type { PossibleDuplicate } from '../../web/write/acts.ts'

/** What may be the same meeting as one of these events, the likeliest first, with the review that asks. */
export function duplicatesOf(store: Store, { merged, state }: Projection, events: Event[], now: string): PossibleDuplicate[] {
  const uids = new Set(events.map(({ uid }) => uid))
  const suggestions = merged.suggestions.filter((one) => one.uids.some((uid) => uids.has(uid))).slice(0, 20)
  const concerned = [...new Set(suggestions.flatMap((one) => one.uids))].flatMap((uid) => state.events.get(uid) ?? [])
  const asked = reviews({ ...merged, suggestions, events: concerned, contradictions: [] }, { now })
  return asked.flatMap((review) => {
    if (review.kind !== 'possible-duplicate') return []
    const { suggestion } = review
    const other = suggestion.uids.find((uid) => !uids.has(uid)) ?? suggestion.uids[1]
    const event = findEvent(store, other)
    return event ? [{ ...suggestion, review: review.id, event }] : []
  })
}
