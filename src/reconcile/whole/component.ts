import { groupsOf } from '../join/groups.ts'
import { type Naming, naming } from '../join/uids.ts'
import type { Decision, PreviousEvent } from '../people.ts'
import type { StoredListing } from '../stored.ts'
import type { Index } from './known.ts'

/** Listings that are tied to each other, and to no others, by keys, addresses, decisions or an event they are or were in. */
export type Component = { ids: string[] }

/** The components of the listings named; every listing is in exactly one. */
export function componentsOf(index: Index, seeds: Iterable<string>): Component[] {
  const seen = new Set<string>()
  const ties = new Set<string>()
  const components: Component[] = []
  for (const seed of seeds) {
    if (seen.has(seed) || !index.listings.has(seed)) continue
    const ids = [seed]
    seen.add(seed)
    if (isAlone(index, seed)) {
      components.push({ ids })
      continue
    }
    for (let at = 0; at < ids.length; at += 1) {
      for (const id of neighbours(index, ids[at] ?? '', ties)) {
        if (seen.has(id) || !index.listings.has(id)) continue
        seen.add(id)
        ids.push(id)
      }
    }
    components.push({ ids })
  }
  return components
}

function isAlone(index: Index, id: string): boolean {
  if (index.decisionsOf.has(id) || index.uidsOf.has(id)) return false
  for (const tie of index.tiesOf.get(id) ?? []) if (index.byTie.get(tie)?.length !== 1) return false
  return true
}

/** Listings one tie away; each tie is followed once. */
function neighbours(index: Index, id: string, followed: Set<string>): string[] {
  const found: string[] = []
  for (const tie of index.tiesOf.get(id) ?? []) {
    const list = index.byTie.get(tie)
    if (!list || list.length < 2 || followed.has(tie)) continue
    followed.add(tie)
    for (const other of list) found.push(other)
  }
  for (const { a, b } of index.decisionsOf.get(id) ?? []) found.push(a === id ? b : a)
  for (const uid of index.uidsOf.get(id) ?? []) found.push(...(index.memories.get(uid)?.members ?? []))
  return found
}

/** A component's listings in groups, each with the event it goes on being. Listings only proposed are left out unless they were an event already. */
export function named(index: Index, { ids }: Component): Naming {
  const [only] = ids
  if (ids.length === 1 && only !== undefined) return namedAlone(index, only)
  const listings: StoredListing[] = []
  const memories = new Map<string, PreviousEvent>()
  const decisions = new Set<Decision>()
  for (const id of ids) {
    const one = index.listings.get(id)
    const uids = index.uidsOf.get(id) ?? []
    if (one && (!one.listing.proposed || uids.length)) listings.push(one)
    for (const uid of uids) {
      const memory = index.memories.get(uid)
      if (memory) memories.set(uid, memory)
    }
    for (const decision of index.decisionsOf.get(id) ?? []) decisions.add(decision)
  }
  if (!listings.length) return { named: [], merged: [] }
  return naming(groupsOf(listings, [...decisions]), [...memories.values()])
}

/** Most listings are tied to no other and were one event, or none. */
function namedAlone(index: Index, id: string): Naming {
  const members = [index.listings.get(id)].filter((one) => one !== undefined)
  const uids = index.uidsOf.get(id) ?? []
  const memories = uids.flatMap((uid) => index.memories.get(uid) ?? [])
  if (!memories.length) return { named: members[0]?.listing.proposed ? [] : [{ members }], merged: [] }
  return naming([members], memories)
}
