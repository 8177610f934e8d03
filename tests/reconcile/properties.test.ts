import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Listing } from '../../src/event/index.ts'
import {
  apply,
  changes,
  type Decision,
  type Edit,
  merge,
  type Projection,
  project,
  reproject,
  reverted,
  type StoredListing,
  type Undo,
  undoOf,
} from '../../src/reconcile/index.ts'
import { aListing, aWhen } from '../build.ts'
import { minter, onDay } from './build.ts'

/** How many walks each property takes; more for a night. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 60)

const trust = { a: 'body', b: 'un', c: 'other' } as const
const sources = ['a', 'b', 'c'] as const

/** Few values, so that listings meet each other in every way. */
const listing: fc.Arbitrary<Listing> = fc
  .record({
    key: fc.constantFrom('k1', 'k2', 'k3', 'url:https://x.example/1', 'url:https://x.example/2'),
    body: fc.constantFrom('CND' as const, 'CCPCJ' as const, 'OTHER' as const),
    kind: fc.constantFrom('session' as const, 'working-group' as const, 'thematic' as const, 'constructive-dialogue' as const),
    session: fc.option(fc.constantFrom(1, 2, 3), { nil: undefined }),
    group: fc.option(fc.constantFrom('prevention', 'firearms'), { nil: undefined }),
    part: fc.option(fc.constantFrom('resumed', 'second'), { nil: undefined }),
    title: fc.constantFrom(
      'First session on prevention',
      'Second session on prevention',
      'Session on prevention',
      'Dialogue on firearms',
      'Dialogue on firearm',
    ),
    day: fc.option(fc.constantFrom('2025-12-01', '2026-02-03', '2026-05-18', '2026-05-19', '2027-05-18'), { nil: undefined }),
    status: fc.constantFrom('confirmed' as const, 'tentative' as const, 'cancelled' as const),
    proposed: fc.constantFrom(false, false, false, true),
    hasParts: fc.constantFrom(false, false, false, true),
    page: fc.option(fc.constantFrom('https://x.example/1', 'https://x.example/3'), { nil: undefined }),
  })
  .map(({ day, proposed, page, hasParts, session, group, part, ...said }) => {
    const { session: _, when: __, ...plain } = aListing()
    return {
      ...plain,
      ...said,
      ...(session && { session }),
      ...(group && { group }),
      ...(part && { part }),
      ...(day && { when: aWhen({ start: day, end: day }) }),
      ...(proposed && { proposed }),
      ...(hasParts && {
        parts: [
          { body: 'CND', kind: 'session', session: 1 },
          { body: 'CND', kind: 'session', session: 2 },
        ] as Listing['parts'] & {},
      }),
      links: page ? [{ rel: 'page' as const, url: page }] : [],
    }
  })

type Step =
  | { do: 'run'; source: (typeof sources)[number]; found: Listing[] }
  | { do: 'edit'; at: number; field: 'title' | 'when' | 'state' }
  | { do: 'decide'; a: number; b: number; verdict: Decision['verdict'] }
  | { do: 'undo-edit' | 'undo-decision' | 'undo-run'; at: number }

const found = fc.array(listing, { maxLength: 6 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('run' as const), source: fc.constantFrom(...sources), found }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      at: fc.nat(20),
      field: fc.constantFrom('title' as const, 'when' as const, 'state' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      a: fc.nat(20),
      b: fc.nat(20),
      verdict: fc.constantFrom('same' as const, 'different' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('undo-edit' as const, 'undo-decision' as const, 'undo-run' as const),
      at: fc.nat(20),
    }),
  },
)

/** The world after some steps: what is stored, and the projection kept up to date. */
type World = {
  listings: Map<string, StoredListing>
  edits: Edit[]
  decisions: Decision[]
  undos: Undo[]
  projection: Projection
  minted: number
}

function takeStep(
  world: World,
  one: Step,
  day: number,
): { delta: { listings?: StoredListing[]; edits?: Edit[]; decisions?: Decision[] } } {
  const now = onDay(day)
  const all = [...world.listings.values()]
  const pick = <T>(list: T[], at: number): T | undefined => list[at % Math.max(1, list.length)]
  if (one.do === 'run') {
    const known = all.filter((stored) => stored.source === one.source)
    const what = changes(one.source, known, one.found, now)
    const after = apply(known, what, now)
    world.undos.push(undoOf(known, what, after, now))
    return { delta: { listings: after } }
  }
  if (one.do === 'undo-run') {
    const undo = pick(world.undos, one.at)
    return {
      delta: undo
        ? {
            listings: reverted(
              all.filter((stored) => stored.source === undo.source),
              undo,
              now,
            ).listings,
          }
        : {},
    }
  }
  if (one.do === 'edit') {
    const event = pick(world.projection.merged.events, one.at)
    const value = { title: `By hand ${day}`, when: aWhen({ start: '2026-08-01', end: '2026-08-01' }), state: 'withdrawn' }[
      one.field
    ]
    return {
      delta: event
        ? { edits: [{ id: `e${day}`, uid: event.uid, field: one.field, value, basis: event[one.field], author: 'x', at: now }] }
        : {},
    }
  }
  if (one.do === 'decide') {
    const [a, b] = [pick(all, one.a), pick(all, one.b)]
    return {
      delta:
        a && b && a !== b ? { decisions: [{ id: `d${day}`, verdict: one.verdict, a: a.id, b: b.id, author: 'x', at: now }] } : {},
    }
  }
  const list: (Edit | Decision)[] = one.do === 'undo-edit' ? world.edits : world.decisions
  const undone = pick(list, one.at)
  if (!undone) return { delta: {} }
  return { delta: { [one.do === 'undo-edit' ? 'edits' : 'decisions']: [{ ...undone, undoneAt: now }] } }
}

function replaced<T extends { id: string }>(list: T[], news: T[] | undefined): T[] {
  return [...list.filter((old) => !news?.some((item) => item.id === old.id)), ...(news ?? [])]
}

function walk(steps: Step[], check: (world: World, before: Projection, day: number) => void): World {
  const empty = { listings: [], edits: [], decisions: [], previous: [], trust, now: onDay(0), mint: minter() }
  const world: World = { listings: new Map(), edits: [], decisions: [], undos: [], projection: project(empty), minted: 0 }
  for (const [index, one] of steps.entries()) {
    const { delta } = takeStep(world, one, index + 1)
    for (const stored of delta.listings ?? []) world.listings.set(stored.id, stored)
    world.edits = replaced(world.edits, delta.edits)
    world.decisions = replaced(world.decisions, delta.decisions)
    const before = world.projection
    world.projection = reproject(before, {
      ...delta,
      trust,
      now: onDay(index + 1),
      mint: minter(world.projection.merged.previous.length),
    })
    check(world, before, index + 1)
  }
  return world
}

function inputOf(world: World, previous: Projection['merged']['previous'], day: number) {
  const { edits, decisions } = world
  return {
    listings: [...world.listings.values()],
    edits,
    decisions,
    previous,
    trust,
    now: onDay(day),
    mint: minter(previous.length),
  }
}

const steps = fc.array(step, { minLength: 1, maxLength: 14 })

test('merging only what a change touches gives what merging everything gives', () => {
  fc.assert(
    fc.property(steps, (list) => {
      walk(list, (world, before, day) => {
        expect(world.projection.merged).toEqual(merge(inputOf(world, before.merged.previous, day)))
      })
    }),
    { numRuns },
  )
}, 600_000)

test('merging twice changes nothing', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const world = walk(list, () => {})
      const again = merge({
        ...inputOf(world, world.projection.merged.previous, list.length),
        mint: () => expect.fail('a uid was minted'),
      })
      expect({ ...again, splits: [] }).toEqual({ ...world.projection.merged, splits: [] })
    }),
    { numRuns },
  )
}, 600_000)

test('the order of listings, edits, decisions and memories does not matter', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const world = walk(list, () => {})
      const input = inputOf(world, world.projection.merged.previous.slice(0, 3), list.length)
      const turned = {
        ...input,
        listings: input.listings.toReversed(),
        edits: input.edits.toReversed(),
        decisions: input.decisions.toReversed(),
        previous: input.previous.toReversed(),
      }
      expect(merge({ ...turned, mint: minter(100) })).toEqual(merge({ ...input, mint: minter(100) }))
    }),
    { numRuns },
  )
}, 600_000)

test('the order in which sources arrive does not matter for what becomes one event', () => {
  const members = (order: (typeof sources)[number][], pages: Record<string, Listing[]>) => {
    const listings = order.flatMap((source) => apply([], changes(source, [], pages[source] ?? [], onDay(0)), onDay(0)))
    const { events } = merge({ listings, edits: [], decisions: [], previous: [], trust, now: onDay(0), mint: minter() })
    return events.map(({ uid, slug, ...event }) => event)
  }
  fc.assert(
    fc.property(fc.record({ a: found, b: found, c: found }), (pages) => {
      expect(members(['c', 'a', 'b'], pages)).toEqual(members(['a', 'b', 'c'], pages))
    }),
    { numRuns },
  )
}, 600_000)

test('no sequence of runs, edits, decisions and undos loses a listing, an edit or a uid, or gives one uid or address to two events', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const seen = { ids: new Set<string>(), uids: new Set<string>() }
      walk(list, ({ listings, projection }) => {
        const { events } = projection.merged
        const live = events.filter((event) => event.state !== 'merged')
        for (const id of seen.ids) expect(listings.has(id)).toBe(true)
        for (const uid of seen.uids) expect(events.some((event) => event.uid === uid)).toBe(true)
        expect(new Set(events.map((event) => event.uid)).size).toBe(events.length)
        expect(new Set(events.map((event) => event.slug)).size).toBe(events.length)
        const members = live.flatMap((event) => event.members)
        expect(new Set(members).size).toBe(members.length)
        const missing = [...listings.values()].filter((one) => !one.listing.proposed && !members.includes(one.id))
        expect(missing).toEqual([])
        const liveUids = new Set(live.map((event) => event.uid))
        for (const event of events) if (event.state === 'merged') expect(liveUids.has(event.mergedInto ?? '')).toBe(true)
        for (const id of listings.keys()) seen.ids.add(id)
        for (const event of events) seen.uids.add(event.uid)
      })
    }),
    { numRuns },
  )
}, 600_000)

test('an edit not undone is shown on its event, or on the one it was merged into, or another edit is', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const { edits, projection } = walk(list, () => {})
      const events = new Map(projection.merged.events.map((event) => [event.uid, event]))
      for (const edit of edits.filter((one) => !one.undoneAt)) {
        const own = events.get(edit.uid)
        const event = own?.state === 'merged' ? events.get(own.mergedInto ?? '') : own
        expect(event?.said[edit.field]?.by).toBe('x')
      }
    }),
    { numRuns },
  )
}, 600_000)

test('a run applied twice changes nothing the second time', () => {
  fc.assert(
    fc.property(found, found, (first, second) => {
      const known = apply([], changes('a', [], first, onDay(0)), onDay(0))
      const after = apply(known, changes('a', known, second, onDay(1)), onDay(1))
      const again = changes('a', after, second, onDay(2))
      expect({ added: again.added, changed: again.changed, renamed: again.renamed }).toEqual({
        added: [],
        changed: [],
        renamed: [],
      })
    }),
    { numRuns },
  )
}, 600_000)
