import { tiesOf } from '../join/ties.ts'
import type { MergeInput } from '../merged.ts'
import type { Decision, Edit, PreviousEvent } from '../people.ts'
import type { StoredListing } from '../stored.ts'
import { copyOfMap } from './layered.ts'

/** Everything events are made of, arranged so that what has to do with one listing is found at once. */
export type Index = {
  listings: Map<string, StoredListing>
  tiesOf: Map<string, string[]>
  byTie: Map<string, string[]>
  decisions: Map<string, Decision>
  /** By listing id. */
  decisionsOf: Map<string, Decision[]>
  edits: Map<string, Edit>
  /** By uid, and by listing id for those that name one. */
  editsOf: Map<string, Edit[]>
  memories: Map<string, PreviousEvent>
  /** Uids of events that have or had the listing. */
  uidsOf: Map<string, string[]>
  slugs: Set<string>
}

/** The index of all that is known. */
export function indexOf({
  listings,
  decisions,
  edits,
  previous,
}: Pick<MergeInput, 'listings' | 'decisions' | 'edits' | 'previous'>): Index {
  const index: Index = {
    listings: new Map(listings.map((one) => [one.id, one])),
    tiesOf: new Map(listings.map((one) => [one.id, tiesOf(one)])),
    byTie: new Map(),
    decisions: new Map(decisions.map((one) => [one.id, one])),
    decisionsOf: new Map(),
    edits: new Map(edits.map((one) => [one.id, one])),
    editsOf: new Map(),
    memories: new Map(previous.map((one) => [one.uid, one])),
    uidsOf: new Map(),
    slugs: new Set(previous.map((one) => one.slug)),
  }
  for (const [id, ties] of index.tiesOf) for (const tie of ties) push(index.byTie, tie, id)
  for (const one of index.decisions.values()) for (const id of new Set([one.a, one.b])) push(index.decisionsOf, id, one)
  for (const one of index.edits.values()) for (const name of namesOf(one)) push(index.editsOf, name, one)
  for (const one of index.memories.values()) for (const id of one.members) push(index.uidsOf, id, one.uid)
  return index
}

/** A copy that may be changed; the lists inside are never changed, only replaced. */
export function copyOf(index: Index): Index {
  return {
    listings: copyOfMap(index.listings),
    tiesOf: copyOfMap(index.tiesOf),
    byTie: copyOfMap(index.byTie),
    decisions: copyOfMap(index.decisions),
    decisionsOf: copyOfMap(index.decisionsOf),
    edits: copyOfMap(index.edits),
    editsOf: copyOfMap(index.editsOf),
    memories: copyOfMap(index.memories),
    uidsOf: copyOfMap(index.uidsOf),
    slugs: new Set(index.slugs),
  }
}

/** Puts a listing in, in place of what it said before. */
export function putListing(index: Index, one: StoredListing): void {
  const before = index.tiesOf.get(one.id) ?? []
  const after = tiesOf(one)
  index.listings.set(one.id, one)
  if (before.length === after.length && before.every((tie, at) => tie === after[at])) return
  for (const tie of before) drop(index.byTie, tie, one.id)
  for (const tie of after) add(index.byTie, tie, one.id)
  index.tiesOf.set(one.id, after)
}

/** Puts a decision in, or what became of it. */
export function putDecision(index: Index, decision: Decision): void {
  const before = index.decisions.get(decision.id)
  if (before) for (const id of new Set([before.a, before.b])) drop(index.decisionsOf, id, before)
  index.decisions.set(decision.id, decision)
  for (const id of new Set([decision.a, decision.b])) add(index.decisionsOf, id, decision)
}

/** Puts an edit in, or what became of it. */
export function putEdit(index: Index, edit: Edit): void {
  const before = index.edits.get(edit.id)
  for (const name of before ? namesOf(before) : []) if (before) drop(index.editsOf, name, before)
  index.edits.set(edit.id, edit)
  for (const name of namesOf(edit)) add(index.editsOf, name, edit)
}

/** Puts in what is remembered of an event. */
export function putMemory(index: Index, memory: PreviousEvent): void {
  const before = index.memories.get(memory.uid)
  index.memories.set(memory.uid, memory)
  index.slugs.add(memory.slug)
  if (before && before.members.length === memory.members.length && before.members.every((id, at) => id === memory.members[at]))
    return
  for (const id of before?.members ?? []) if (!memory.members.includes(id)) drop(index.uidsOf, id, memory.uid)
  for (const id of memory.members) if (!before?.members.includes(id)) add(index.uidsOf, id, memory.uid)
}

function namesOf(edit: Edit): string[] {
  return edit.listing === undefined ? [edit.uid] : [edit.uid, edit.listing]
}

/** For lists that nobody else has yet. */
function push<T>(map: Map<string, T[]>, name: string, item: T): void {
  const list = map.get(name)
  if (list) list.push(item)
  else map.set(name, [item])
}

function add<T>(map: Map<string, T[]>, name: string, item: T): void {
  const list = map.get(name)
  map.set(name, list ? [...list, item] : [item])
}

function drop<T>(map: Map<string, T[]>, name: string, item: T): void {
  const rest = map.get(name)?.filter((other) => other !== item) ?? []
  if (rest.length) map.set(name, rest)
  else map.delete(name)
}
