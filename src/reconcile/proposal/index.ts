import type { Listing } from '../../event/index.ts'
import type { MergedEvent } from '../people.ts'
import { type Entry, entryOf } from '../suggest/entry.ts'
import { differences } from './difference.ts'
import { likeIt, matchOf } from './match.ts'
import { type FoundListing, knownOf, type ProposalItem, type Proposed } from './proposal.ts'
import { type Shelf, shelfOf } from './shelf.ts'

export { differences } from './difference.ts'
export type * from './proposal.ts'

/**
 * What would become of each meeting found, were it taken over: nothing is changed. `remembered` names the events that entries of calendars
 * became when they were taken over before, by their id. The same file again, once taken over, is all `same`.
 */
export function proposal(
  found: FoundListing[],
  known: MergedEvent[],
  remembered: ReadonlyMap<string, string> = new Map(),
): Proposed {
  const shelf = shelfOf(known)
  const taken = new Map<string, number>()
  const items: ProposalItem[] = []
  for (const one of found) items.push(itemOf(one, items.length + 1, { shelf, remembered, taken }))
  const counts = { new: 0, change: 0, same: 0, 'possible-duplicate': 0 }
  for (const { kind } of items) counts[kind] += 1
  return { items, counts }
}

type Frame = { shelf: Shelf; remembered: ReadonlyMap<string, string>; taken: Map<string, number> }

function itemOf(found: FoundListing, id: number, { shelf, remembered, taken }: Frame): ProposalItem {
  const { listing } = found
  const item: ProposalItem = { ...found, id, kind: 'new', ticked: false, fields: [], candidates: [] }
  const isSure = !found.isAssumed && found.doubts.length === 0 && listing.when !== undefined
  const self = selfOf(listing)
  const before = taken.get(self)
  if (before !== undefined) return { ...item, kind: 'same', by: `number ${before} of this list says it too` }
  taken.set(self, id)
  const entry = foundEntry(listing)
  const match = matchOf(entry, listing, shelf, remembered)
  const uid = match && `event ${match.event.uid}`
  if (match && uid && !taken.has(uid) && match.event.state === 'listed') {
    taken.set(uid, id)
    const fields = differences(listing, match.event, match.isOwn)
    const event = knownOf(match.event)
    // A year that was assumed, and is that of the event known, needs no confirming.
    return fields.length > 0
      ? { ...item, kind: 'change', event, by: match.by, fields, ticked: isSure }
      : { ...item, kind: 'same', event, by: match.by }
  }
  const like = likeIt(entry, shelf).filter(({ event }) => !taken.has(`event ${event.uid}`))
  const first =
    match && !like.some(({ event }) => event.uid === match.event.uid)
      ? [{ event: match.event, score: 1, reasons: [match.by] }]
      : []
  const candidates = [...first, ...like].map(({ event, score, reasons }) => ({
    ...knownOf(event),
    score,
    reasons: event.state === 'withdrawn' ? [...reasons, 'withdrawn by a person'] : reasons,
  }))
  return candidates.length > 0 ? { ...item, kind: 'possible-duplicate', candidates } : { ...item, ticked: isSure }
}

/** A listing as an event to be compared with others. */
function foundEntry(listing: Listing): Entry {
  const { provenance: _, key: __, parts: ___, ...said } = listing
  return entryOf(
    { ...said, uid: '', slug: '', state: 'listed', speakers: [], said: {}, conflicts: [], createdAt: '', members: [] },
    [],
  )
}

/** Two entries of a list that say just this are one. */
function selfOf({ title, when, place }: Listing): string {
  return JSON.stringify([title.toLowerCase(), when?.start, when?.end, when?.startTime, place.venue])
}
