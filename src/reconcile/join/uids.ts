import type { PreviousEvent } from '../people.ts'
import type { StoredListing } from '../stored.ts'
import { type Homes, homesOf } from './homes.ts'

/** A group of listings with the event it goes on being, if it was one. */
export type Named = { members: StoredListing[]; memory?: PreviousEvent }

/** Which group each event known before goes on as; those that go on as none were merged into the group named. */
export type Naming = { named: Named[]; merged: { memory: PreviousEvent; into: Named | undefined }[] }

/**
 * Gives the groups of a component their events. An event stays with the group that has most of the listings that were its own (not those of an event
 * merged into it); of several events in one group the oldest stays, the others are merged into it; an event merged away comes back when its
 * listings leave.
 */
export function naming(groups: StoredListing[][], memories: PreviousEvent[]): Naming {
  const named: Named[] = groups.map((members) => ({ members }))
  const groupOf = new Map(named.flatMap((group) => group.members.map((one) => [one.id, group] as const)))
  const homes = homesOf(memories)
  const merged: PreviousEvent[] = []
  for (const memory of memories.filter((one) => one.state !== 'merged').sort(olderFirst)) {
    const group = choices(memory, groupOf, homes).find((choice) => !choice.memory)
    if (group) group.memory = memory
    else merged.push(memory)
  }
  for (const memory of memories.filter((one) => one.state === 'merged').sort(olderFirst)) {
    const own = memory.members.filter((id) => homes.get(id) === memory.uid)
    const group = byCount(own, groupOf).find((choice) => !choice.memory)
    if (group) group.memory = memory
    else merged.push(memory)
  }
  return { named, merged: merged.map((memory) => ({ memory, into: byCount(memory.members, groupOf)[0] })) }
}

/** The groups that have listings of an event, best first: not those it only got by a merge, then most of its listings, then its first one. */
function choices(memory: PreviousEvent, groupOf: Map<string, Named>, homes: Homes): Named[] {
  const ranked = byCount(memory.members, groupOf)
  if (ranked.length < 2) return ranked
  const isGuest = (group: Named) => {
    const here = memory.members.filter((id) => groupOf.get(id) === group)
    return here.filter((id) => homes.get(id) !== memory.uid).length * 2 > here.length
  }
  const guests = ranked.filter(isGuest)
  return guests.length === ranked.length ? ranked : ranked.filter((group) => !guests.includes(group))
}

function byCount(ids: string[], groupOf: Map<string, Named>): Named[] {
  const counts = new Map<Named, number>()
  for (const id of ids) {
    const group = groupOf.get(id)
    if (group) counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  if (counts.size < 2) return [...counts.keys()]
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (firstSeen(a[0].members) < firstSeen(b[0].members) ? -1 : 1))
    .map(([group]) => group)
}

/** The oldest listing of a group, as a text to order groups by. */
export function firstSeen(members: StoredListing[]): string {
  let first = ''
  for (const one of members) {
    const seen = `${one.firstSeenAt} ${one.id}`
    if (!first || seen < first) first = seen
  }
  return first
}

function olderFirst(a: PreviousEvent, b: PreviousEvent): number {
  return `${a.createdAt} ${a.uid}` < `${b.createdAt} ${b.uid}` ? -1 : 1
}
