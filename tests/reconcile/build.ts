import type { Listing } from '../../src/event/index.ts'
import type { Decision, Edit, Merged, MergeInput, StoredListing } from '../../src/reconcile/index.ts'
import { apply, changes, merge } from '../../src/reconcile/index.ts'
import { aListing } from '../build.ts'

/** The first day of every test here. */
export const start = '2026-02-01T06:00:00Z'

/** Days after {@link start}, as an instant. */
export function onDay(days: number): string {
  return new Date(Date.parse(start) + days * 86_400_000).toISOString().replace('.000', '')
}

/** Runs of one source, one a day from the first day on, each applied to what the ones before left. */
export function runs(source: string, days: Listing[][], from = 0): StoredListing[] {
  return days.reduce<StoredListing[]>((known, found, index) => run(known, found, { source, day: from + index }), [])
}

/** One accepted run. */
export function run(known: StoredListing[], found: Listing[], { source = 'ccpcj', day = 0 } = {}): StoredListing[] {
  const now = onDay(day)
  return apply(known, changes(source, known, found, now), now)
}

/** Merges with what is named, nothing else said; uids are `uid-1`, `uid-2`, … */
export function merged(input: Partial<MergeInput> = {}): Merged {
  const previous = input.previous ?? []
  return merge({
    listings: [],
    edits: [],
    decisions: [],
    previous,
    trust: {},
    now: start,
    mint: minter(previous.length),
    ...input,
  })
}

/** Uids in order, from `uid-1` on. */
export function minter(taken = 0): () => string {
  let count = taken
  return () => {
    count += 1
    return `uid-${count}`
  }
}

/** A person's value for a title. */
export function anEdit(said: Partial<Edit> = {}): Edit {
  return { id: 'edit-1', uid: 'uid-1', field: 'title', value: 'The crime commission', author: 'secretary', at: onDay(1), ...said }
}

/** A person's answer about two listings. */
export function aDecision(said: Partial<Decision> = {}): Decision {
  return { id: 'decision-1', verdict: 'same', a: 'a', b: 'b', author: 'secretary', at: onDay(1), ...said }
}

/** A meeting that has no session number. */
export function aDialogue(said: Partial<Listing> = {}): Listing {
  const { session: _, ...listing } = aListing()
  return {
    ...listing,
    key: 'untoc/constructive-dialogue/firearms',
    body: 'UNTOC',
    kind: 'constructive-dialogue',
    group: 'firearms',
    title: 'Constructive Dialogue on Firearms',
    ...said,
  }
}
