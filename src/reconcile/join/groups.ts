import type { Decision } from '../people.ts'
import type { StoredListing } from '../stored.ts'
import { addressesOf } from './addresses.ts'
import { type Clusters, clusters } from './clusters.ts'
import { byDays, isAmbiguous, mayShareAddress, needsDays } from './exact.ts'
import { contradict } from './identity.ts'
import { keyOf } from './ties.ts'

/**
 * Which listings are one event: those a person called the same, those with the same exact identity, those with the same address of their own; never
 * those a person told apart. Of contradicting answers the later counts. Dates do not veto, except where one key has several meetings.
 * @param listings a whole component: all that are tied to each other in any way
 */
export function groupsOf(listings: StoredListing[], decisions: Decision[]): StoredListing[][] {
  if (listings.length === 1) return [listings]
  const sorted = [...listings].sort((a, b) => (a.id < b.id ? -1 : 1))
  if (!decisions.length && isPlainPair(sorted)) return [sorted]
  const parts = clusters(sorted)
  for (const { verdict, a, b } of latestFirst(decisions)) {
    if (verdict === 'same') parts.join(a, b)
    else parts.keepApart(a, b)
  }
  for (const group of grouped(sorted, (one) => [keyOf(one)])) joinByIdentity(group, parts)
  for (const group of grouped(sorted, addressesOf)) joinByAddress(group, parts)
  return parts.groups()
}

/** Two sources that list one meeting under one exact key: most groups are that. */
function isPlainPair([one, other, ...rest]: StoredListing[]): boolean {
  if (!one || !other || rest.length || one.source === other.source || needsDays(one)) return false
  const key = keyOf(one)
  return key !== undefined && key === keyOf(other)
}

function latestFirst(decisions: Decision[]): Decision[] {
  return decisions.filter((one) => !one.undoneAt).sort((a, b) => (`${a.at} ${a.id}` > `${b.at} ${b.id}` ? -1 : 1))
}

function joinByIdentity(group: StoredListing[], parts: Clusters): void {
  const [first] = group
  if (!first) return
  if (needsDays(first) || isAmbiguous(group)) for (const run of byDays(group)) joinAll(run, parts)
  else joinAll(group, parts)
}

function joinByAddress(group: StoredListing[], parts: Clusters): void {
  const usable = mayShareAddress(group)
  if (!usable) return
  for (const run of usable === 'days' ? byDays(group) : [group]) {
    for (const [index, one] of run.entries()) {
      for (const other of run.slice(0, index)) {
        if (one.source !== other.source) parts.join(one.id, other.id, (a, b) => !isContrary(a, b))
      }
    }
  }
}

function isContrary(a: StoredListing, b: StoredListing): boolean {
  return contradict(a.identity, b.identity) || Boolean(a.listing.parts?.length) !== Boolean(b.listing.parts?.length)
}

/** Joins each with every group formed so far, so that a veto between two does not part the rest. */
function joinAll(group: StoredListing[], parts: Clusters): void {
  const roots: StoredListing[] = []
  for (const one of group) {
    const joined = roots.filter((root) => parts.join(root.id, one.id)).length > 0
    if (!joined) roots.push(one)
  }
}

function grouped(listings: StoredListing[], keysOf: (one: StoredListing) => (string | undefined)[]): StoredListing[][] {
  const groups = new Map<string, StoredListing[]>()
  for (const one of listings) {
    for (const key of keysOf(one)) {
      const group = key === undefined ? undefined : groups.get(key)
      if (group) group.push(one)
      else if (key !== undefined) groups.set(key, [one])
    }
  }
  return [...groups.keys()].sort().flatMap((key) => {
    const group = groups.get(key) ?? []
    return group.length > 1 ? [group] : []
  })
}
