import type { Trust } from '../source/define.ts'
import type { Merged, MergeInput } from './merged.ts'
import type { Decision, Edit, MergedEvent } from './people.ts'
import type { StoredListing } from './stored.ts'
import { componentsOf, named } from './whole/component.ts'
import { christen, type Frame, type Made, made } from './whole/events.ts'
import { copyOf, type Index, indexOf, putDecision, putEdit, putListing, putMemory } from './whole/known.ts'
import { isOnlySeen, seenAgain } from './whole/seen.ts'
import { emptyState, mergedOf, put, type State, stateCopy, suggestAgain } from './whole/state.ts'

/** The events, and what is needed to merge again only what a change touches. Never changed; each merge makes a new one. */
export type Projection = {
  merged: Merged
  /** Uids of events that are new or say something else than in the projection before. */
  touched: string[]
  /** Uids of events of which nothing changed but when their listings were last seen. */
  seen: string[]
  index: Index
  state: State
}

/** What changed since a projection: listings, edits and decisions as they are now. */
export type Delta = {
  listings?: StoredListing[]
  edits?: Edit[]
  decisions?: Decision[]
  trust: Record<string, Trust>
  now: string
  mint: () => string
}

/** Merges everything. */
export function merge(input: MergeInput): Merged {
  return project(input).merged
}

/** Merges everything, ready to be merged further by {@link reproject}. */
export function project(input: MergeInput): Projection {
  const index = indexOf(input)
  return remade(index, emptyState(), index.listings.keys(), input)
}

/** Merges again what a change can affect, and nothing else; the result is that of {@link project} over everything. */
export function reproject(before: Projection, delta: Delta): Projection {
  const index = copyOf(before.index)
  const seeds = new Set<string>()
  const seen: StoredListing[] = []
  for (const one of delta.listings ?? []) {
    const old = index.listings.get(one.id)
    const isQuiet = old !== undefined && isOnlySeen(old, one)
    if (!isQuiet) addNeighbours(index, one.id, seeds)
    putListing(index, one)
    if (isQuiet) seen.push(one)
    else addNeighbours(index, one.id, seeds.add(one.id))
  }
  for (const decision of delta.decisions ?? []) {
    putDecision(index, decision)
    seeds.add(decision.a).add(decision.b)
  }
  for (const edit of delta.edits ?? []) {
    putEdit(index, edit)
    for (const id of index.memories.get(edit.uid)?.members ?? (edit.listing ? [edit.listing] : [])) seeds.add(id)
  }
  const state = stateCopy(before.state)
  const patched = seenAgain(index, state, seen)
  const after = remade(index, state, seeds, delta)
  const touched = new Set(after.touched)
  return { ...after, seen: patched.filter((uid) => !touched.has(uid)) }
}

function addNeighbours(index: Index, id: string, seeds: Set<string>): void {
  for (const tie of index.tiesOf.get(id) ?? []) for (const other of index.byTie.get(tie) ?? []) seeds.add(other)
}

function remade(index: Index, state: State, seeds: Iterable<string>, { trust, now, mint }: Omit<Frame, 'index'>): Projection {
  const frame: Frame = { index, trust, now, mint }
  const namings = componentsOf(index, seeds).map((component) => named(index, component))
  christen(
    namings.flatMap((one) => one.named),
    frame,
  )
  const splits = new Map<string, Map<string, string[]>>()
  const results: Made[] = []
  for (const naming of namings) {
    for (const one of made(naming, frame)) {
      results.push(one)
    }
  }
  const merged = new Set(results.filter(({ event }) => event.state === 'merged').map(({ event }) => event.uid))
  for (const one of results) noteSplits(one, index, merged, splits)
  const touched: string[] = []
  for (const one of results) {
    putMemory(index, one.memory)
    if (put(state, one)) touched.push(one.event.uid)
  }
  suggestAgain(state, index, results)
  return { merged: { ...mergedOf(state, index), splits: listOf(splits) }, touched: touched.sort(), seen: [], index, state }
}

/** Listings that came to an event from another one that goes on. */
function noteSplits(
  { event }: { event: MergedEvent },
  index: Index,
  gone: Set<string>,
  splits: Map<string, Map<string, string[]>>,
): void {
  if (event.state === 'merged') return
  for (const id of event.members) {
    for (const uid of index.uidsOf.get(id) ?? []) {
      const memory = index.memories.get(uid)
      if (!memory || uid === event.uid || memory.state === 'merged' || gone.has(uid)) continue
      const to = splits.get(uid) ?? new Map<string, string[]>()
      splits.set(uid, to.set(event.uid, [...(to.get(event.uid) ?? []), id]))
    }
  }
}

function listOf(splits: Map<string, Map<string, string[]>>): Merged['splits'] {
  return [...splits]
    .flatMap(([from, to]) => [...to].map(([uid, listings]) => ({ from, to: uid, listings })))
    .sort((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1))
}
