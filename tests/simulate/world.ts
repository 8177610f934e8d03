import type { Listing } from '../../src/event/index.ts'
import {
  apply,
  brake,
  changes,
  type Decision,
  type Edit,
  type Projection,
  project,
  type RefusedRun,
  reproject,
  type StoredListing,
  type Undo,
  undoOf,
} from '../../src/reconcile/index.ts'
import { printers } from './sources.ts'

const trust = { desk: 'own' as const, ...Object.fromEntries(printers.map(({ id, trust: word }) => [id, word])) }

/** A service without windows: what its store would hold, and what it publishes. */
export type World = {
  /** By source, then by id. */
  known: Map<string, StoredListing[]>
  projection: Projection
  /** Refused runs that wait for a person; one a source, the latest. */
  refused: Map<string, { run: RefusedRun; found: Listing[]; isRight: boolean }>
  /** Everything of which an accepted run ever spoke. */
  printed: Set<string>
  /** Meetings that a person entered by hand. */
  own: Set<string>
  /** What takes the last accepted run of a source back. */
  undos: Map<string, Undo>
  decisions: Map<string, Decision>
  edits: Map<string, Edit>
  counts: Record<string, number>
  mint: () => string
}

/** A world in which nothing was read yet. */
export function newWorld(now: string): World {
  let minted = 0
  const mint = () => {
    minted += 1
    return `uid-${String(minted).padStart(5, '0')}`
  }
  const projection = project({ listings: [], edits: [], decisions: [], previous: [], trust, now, mint })
  return {
    known: new Map(),
    projection,
    refused: new Map(),
    printed: new Set(),
    own: new Set(),
    undos: new Map(),
    decisions: new Map(),
    edits: new Map(),
    counts: {},
    mint,
  }
}

/** Counts what happened. */
export function count(world: World, what: string, by = 1): void {
  world.counts[what] = (world.counts[what] ?? 0) + by
}

/** One run of a source, with the brake on unless a person accepted it. Finding nothing is refused before anything is compared, as `atLeast` does. */
export function run(
  world: World,
  source: string,
  found: Listing[],
  now: string,
  { isAccepted = false, isRight = true } = {},
): boolean {
  if (!found.length) {
    count(world, 'runs that found nothing')
    return false
  }
  const known = world.known.get(source) ?? []
  const what = changes(source, known, found, now)
  const refusal = isAccepted ? undefined : brake(what, known, now)
  if (refusal) {
    count(world, 'runs refused')
    world.refused.set(source, { run: { id: `${source} ${now}`, source, at: now, refusal }, found, isRight })
    return false
  }
  count(world, 'runs accepted')
  world.refused.delete(source)
  const after = apply(known, what, now)
  world.known.set(source, after)
  world.undos.set(source, undoOf(known, what, after, now))
  for (const listing of found) world.printed.add(listing.provenance.text)
  change(world, { listings: after }, now)
  return true
}

/** Merges what changed. */
export function change(
  world: World,
  delta: { listings?: StoredListing[]; edits?: Edit[]; decisions?: Decision[] },
  now: string,
): void {
  for (const one of delta.edits ?? []) world.edits.set(one.id, one)
  for (const one of delta.decisions ?? []) world.decisions.set(one.id, one)
  world.projection = reproject(world.projection, { ...delta, trust, now, mint: world.mint })
}

/** The truth that a listing was printed from. */
export function truthOf(world: World, listing: string): string {
  return world.projection.index.listings.get(listing)?.listing.provenance.text ?? ''
}
