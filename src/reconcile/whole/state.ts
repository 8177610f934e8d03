import type { Merged } from '../merged.ts'
import type { Contradiction, MergedEvent, Suggestion } from '../people.ts'
import { type Block, type Entry, entryOf, isCompared } from '../suggest/entry.ts'
import { allSuggestions, pairsOfBlock } from '../suggest/suggestions.ts'
import type { Made } from './events.ts'
import type { Index } from './known.ts'
import { copyOfMap } from './layered.ts'

/** What merging made, by uid. */
export type State = {
  events: Map<string, MergedEvent>
  /** For events with edits: what the sources say of the fields edited. */
  beneath: Map<string, Record<string, unknown>>
  contradictions: Map<string, Contradiction[]>
  /** The events that are compared, by uid and by the blocks in which they are. */
  entries: Map<string, Entry>
  inBlock: Map<Block, Entry[]>
  pairs: Map<Block, Suggestion[]>
  /** All uids in order. */
  order: string[]
}

/** A state with nothing in it. */
export function emptyState(): State {
  return {
    events: new Map(),
    beneath: new Map(),
    contradictions: new Map(),
    entries: new Map(),
    inBlock: new Map(),
    pairs: new Map(),
    order: [],
  }
}

/** A copy that may be changed. */
export function stateCopy(state: State): State {
  return {
    events: copyOfMap(state.events),
    beneath: copyOfMap(state.beneath),
    contradictions: copyOfMap(state.contradictions),
    entries: copyOfMap(state.entries),
    inBlock: copyOfMap(state.inBlock),
    pairs: copyOfMap(state.pairs),
    order: state.order,
  }
}

/** Puts an event in; true if it is new or says something else than before. */
export function put(state: State, { event, beneath, contradictions }: Made): boolean {
  const before = state.events.get(event.uid)
  state.events.set(event.uid, event)
  setOrDrop(state.beneath, event.uid, Object.keys(beneath).length ? beneath : undefined)
  setOrDrop(state.contradictions, event.uid, contradictions.length ? contradictions : undefined)
  return !before || JSON.stringify(before) !== JSON.stringify(event)
}

/** Compares anew what was made with what is near it. */
export function suggestAgain(state: State, index: Index, results: Made[]): void {
  const isFirst = !state.entries.size
  const dirty = new Set<Block>()
  for (const { event, members } of results) {
    const before = state.entries.get(event.uid)
    for (const name of before?.blocks ?? []) {
      state.inBlock.set(name, state.inBlock.get(name)?.filter((other) => other !== before) ?? [])
      dirty.add(name)
    }
    if (!isCompared(event)) {
      state.entries.delete(event.uid)
      continue
    }
    const entry = entryOf(event, members)
    state.entries.set(event.uid, entry)
    for (const name of entry.blocks) {
      const others = state.inBlock.get(name)
      if (others && isFirst) others.push(entry)
      else state.inBlock.set(name, others ? [...others, entry] : [entry])
      if (!isFirst) dirty.add(name)
    }
  }
  const decisionsOf = (id: string) => index.decisionsOf.get(id)
  for (const name of isFirst ? state.inBlock.keys() : dirty) {
    const entries = state.inBlock.get(name) ?? []
    if (!entries.length) state.inBlock.delete(name)
    if (entries.length < 2 && !state.pairs.has(name)) continue
    const pairs = pairsOfBlock(entries, decisionsOf)
    setOrDrop(state.pairs, name, pairs.length ? pairs : undefined)
  }
}

/** All that was made, in order. */
export function mergedOf(state: State, index: Index): Omit<Merged, 'splits'> {
  if (state.order.length !== state.events.size) state.order = [...state.events.keys()].sort()
  const order = index.memories.size === state.order.length ? state.order : [...index.memories.keys()].sort()
  const previous = listed(order, index.memories)
  const retired: Merged['retired'] = []
  for (const { uid, mergedInto, mergedAt } of previous)
    if (mergedInto !== undefined) retired.push({ uid, mergedInto, since: mergedAt ?? '' })
  return {
    events: listed(state.order, state.events),
    suggestions: allSuggestions(state.pairs.values()),
    contradictions: listed([...state.contradictions.keys()].sort(), state.contradictions).flat(),
    retired,
    previous,
  }
}

function listed<T>(names: string[], map: Map<string, T>): T[] {
  const list: T[] = []
  for (const name of names) {
    const item = map.get(name)
    if (item !== undefined) list.push(item)
  }
  return list
}

function setOrDrop<K, T>(map: Map<K, T>, name: K, value: T | undefined): void {
  if (value === undefined) map.delete(name)
  else map.set(name, value)
}
