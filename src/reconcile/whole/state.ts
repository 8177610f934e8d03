import type { Merged } from '../merged.ts'
import type { Contradiction, MergedEvent, Suggestion } from '../people.ts'
import { type Block, blocksOf, type Entry, entryOf } from '../suggest/entry.ts'
import { allSuggestions, pairsOfBlock } from '../suggest/suggestions.ts'
import type { Made } from './events.ts'
import type { Index } from './known.ts'

/** What merging made, by uid. */
export type State = {
  events: Map<string, MergedEvent>
  /** For events with edits: what the sources say of the fields edited. */
  beneath: Map<string, Record<string, unknown>>
  contradictions: Map<string, Contradiction[]>
  /** The blocks in which each event is compared, and the events in each. */
  blocks: Map<string, Block[]>
  entries: Map<string, Entry>
  inBlock: Map<Block, string[]>
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
    blocks: new Map(),
    entries: new Map(),
    inBlock: new Map(),
    pairs: new Map(),
    order: [],
  }
}

/** A copy that may be changed. */
export function stateCopy(state: State): State {
  return {
    events: new Map(state.events),
    beneath: new Map(state.beneath),
    contradictions: new Map(state.contradictions),
    blocks: new Map(state.blocks),
    entries: new Map(state.entries),
    inBlock: new Map(state.inBlock),
    pairs: new Map(state.pairs),
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
    const { uid } = event
    for (const name of state.blocks.get(uid) ?? []) {
      state.inBlock.set(name, state.inBlock.get(name)?.filter((other) => other !== uid) ?? [])
      dirty.add(name)
    }
    if (event.state !== 'listed') {
      state.entries.delete(uid)
      state.blocks.delete(uid)
      continue
    }
    const entry = entryOf(event, members)
    const names = blocksOf(entry)
    state.entries.set(uid, entry)
    state.blocks.set(uid, names)
    for (const name of names) {
      const uids = state.inBlock.get(name)
      if (uids && isFirst) uids.push(uid)
      else state.inBlock.set(name, uids ? [...uids, uid] : [uid])
      dirty.add(name)
    }
  }
  for (const name of dirty) {
    const uids = state.inBlock.get(name) ?? []
    if (!uids.length) state.inBlock.delete(name)
    if (uids.length < 2 && !state.pairs.has(name)) continue
    const entries = uids.flatMap((uid) => state.entries.get(uid) ?? [])
    const pairs = pairsOfBlock(entries, (id) => index.decisionsOf.get(id))
    setOrDrop(state.pairs, name, pairs.length ? pairs : undefined)
  }
}

/** All that was made, in order. */
export function mergedOf(state: State, index: Index): Omit<Merged, 'splits'> {
  if (state.order.length !== state.events.size) state.order = [...state.events.keys()].sort()
  const previous = index.memories.size === state.order.length ? state.order : [...index.memories.keys()].sort()
  const memories = previous.flatMap((uid) => index.memories.get(uid) ?? [])
  return {
    events: state.order.flatMap((uid) => state.events.get(uid) ?? []),
    suggestions: allSuggestions(state.pairs.values()),
    contradictions: [...state.contradictions.keys()].sort().flatMap((uid) => state.contradictions.get(uid) ?? []),
    retired: memories.flatMap(({ uid, mergedInto, mergedAt }) =>
      mergedInto === undefined ? [] : [{ uid, mergedInto, since: mergedAt ?? '' }],
    ),
    previous: memories,
  }
}

function setOrDrop<K, T>(map: Map<K, T>, name: K, value: T | undefined): void {
  if (value === undefined) map.delete(name)
  else map.set(name, value)
}
