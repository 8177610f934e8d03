import { expect, test } from 'vitest'
import type { Merged, StoredListing } from '../../src/reconcile/index.ts'
import { aListing, aWhen } from '../build.ts'
import { aDecision, aDialogue, anEdit, merged, minter, onDay, run, runs } from './build.ts'

const one = runs('a', [[aDialogue()]])
const two = runs('b', [[aDialogue({ title: 'Firearms dialogue' })]], 1)
const [a, b] = [one[0]?.id ?? '', two[0]?.id ?? '']

/** Merges on the next days, one input after the other, as a service would. */
function days(
  ...inputs: { listings: StoredListing[]; decisions?: ReturnType<typeof aDecision>[]; edits?: ReturnType<typeof anEdit>[] }[]
): Merged[] {
  const mint = minter()
  let previous: Merged['previous'] = []
  return inputs.map((input, index) => {
    const result = merged({ ...input, previous, now: onDay(index + 1), mint })
    previous = result.previous
    return result
  })
}

function live(result: Merged | undefined): string[] {
  return (result?.events ?? [])
    .filter((event) => event.state === 'listed')
    .map((event) => `${event.uid}: ${event.members.join(' ')}`)
}

test('a uid survives a move and a rename', () => {
  const before = runs('ccpcj', [[aListing()]])
  const after = run(before, [aListing({ title: 'The 35th session', when: aWhen({ start: '2026-06-01', end: '2026-06-05' }) })], {
    day: 1,
  })
  const [, second] = days({ listings: before }, { listings: after })
  expect(second?.events).toMatchObject([{ uid: 'uid-1', title: 'The 35th session', notice: 'rescheduled', was: aWhen() }])
})

test('of two events the older goes on, the younger is merged into it', () => {
  const same = aDecision({ a, b })
  const [first, second] = days({ listings: [...one, ...two] }, { listings: [...one, ...two], decisions: [same] })
  expect(live(first)).toEqual([`uid-1: ${a}`, `uid-2: ${b}`])
  expect(live(second)).toEqual([`uid-1: ${a} ${b}`])
  expect(second?.events[1]).toMatchObject({ uid: 'uid-2', state: 'merged', mergedInto: 'uid-1', title: 'Firearms dialogue' })
  expect(second?.retired).toEqual([{ uid: 'uid-2', mergedInto: 'uid-1', since: onDay(2) }])
})

test('an event merged by mistake comes back as itself', () => {
  const same = aDecision({ a, b })
  const listings = [...one, ...two]
  const undone = { ...same, undoneAt: onDay(3) }
  const results = days(
    { listings },
    { listings, decisions: [same] },
    { listings, decisions: [undone] },
    {
      listings,
      decisions: [
        { ...undone, id: 'd2' },
        { ...same, id: 'd3' },
      ],
    },
  )
  expect(live(results[2])).toEqual([`uid-1: ${a}`, `uid-2: ${b}`])
  expect(results[2]?.retired).toEqual([])
  expect(live(results[3])).toEqual([`uid-1: ${a} ${b}`])
})

test('an event merged by mistake comes back as itself, even if it had most of the listings', () => {
  const more = ['c', 'd', 'e'].flatMap((source) => runs(source, [[aListing()]], 1))
  const same = aDecision({ a, b: more[0]?.id ?? '' })
  const listings = [...one, ...more]
  const results = days({ listings }, { listings, decisions: [same] }, { listings })
  expect(live(results[2])).toEqual(live(results[0]))
})

test('of a split event the listings that are most keep the uid', () => {
  const listings = ['a', 'b', 'c'].flatMap((source) => runs(source, [[aListing()]]))
  const [, , third] = ['a', 'b', 'c'].map((source) => `${source}/ccpcj/session/35`)
  const apart = ['a', 'b'].map((source) =>
    aDecision({ id: source, verdict: 'different', a: `${source}/ccpcj/session/35`, b: third ?? '' }),
  )
  const [, second] = days({ listings }, { listings, decisions: apart })
  expect(live(second)).toEqual(['uid-1: a/ccpcj/session/35 b/ccpcj/session/35', 'uid-2: c/ccpcj/session/35'])
  expect(second?.splits).toEqual([{ from: 'uid-1', to: 'uid-2', listings: ['c/ccpcj/session/35'] }])
})

test('a chain of merges ends at the one that goes on', () => {
  const three = runs('c', [[aDialogue({ title: 'Dialogue, firearms' })]], 2)
  const listings = [...one, ...two, ...three]
  const c = three[0]?.id ?? ''
  const later = aDecision({ id: 'd1', a: b, b: c })
  const all = aDecision({ id: 'd2', a, b })
  const results = days({ listings }, { listings, decisions: [later] }, { listings, decisions: [later, all] })
  expect(live(results[2])).toEqual([`uid-1: ${a} ${b} ${c}`])
  expect(results[2]?.retired.map((event) => event.mergedInto)).toEqual(['uid-1', 'uid-1'])
})

test('a listing that gains its session number joins the event of that session, and the older uid stays', () => {
  const { session: _, ...without } = aListing({ key: 'x' })
  const before = [...runs('a', [[without]]), ...runs('b', [[aListing()]], 1)]
  const named = run(before.slice(0, 1), [aListing({ key: 'x' })], { source: 'a', day: 2 })
  const [first, second] = days({ listings: before }, { listings: [...named, ...before.slice(1)] })
  expect(live(first)).toHaveLength(2)
  expect(live(second)).toEqual(['uid-1: a/x b/ccpcj/session/35'])
})

test('a listing that loses its session number stays where it was', () => {
  const { session: _, ...without } = aListing({ title: 'Session of the Commission' })
  const before = runs('a', [[aListing()]])
  const other = runs('b', [[aListing()]])
  const [, second] = days(
    { listings: [...before, ...other] },
    { listings: [...run(before, [without], { source: 'a', day: 1 }), ...other] },
  )
  expect(live(second)).toHaveLength(1)
})

test('a projection built anew from what is remembered is the same', () => {
  const listings = [...one, ...two, ...runs('c', [[aListing()]])]
  const [first] = days({ listings, decisions: [aDecision({ a, b })] })
  expect(
    merged({ listings, decisions: [aDecision({ a, b })], previous: first?.previous ?? [], mint: () => 'never' }).events,
  ).toEqual(first?.events)
})

test('an address once given stays, and is given once', () => {
  const next = aDialogue({ key: 'next', when: aWhen({ start: '2027-05-18', end: '2027-05-18' }) })
  const before = runs('a', [[aDialogue(), next]])
  const after = run(before, [aDialogue({ title: 'Renamed' }), next], { source: 'a', day: 1 })
  const [first, second] = days({ listings: before }, { listings: after })
  const slugs = (result: Merged | undefined) => result?.events.map((event) => event.slug).sort()
  expect(slugs(first)).toEqual(['untoc-constructive-dialogue-on-firearms-2026', 'untoc-constructive-dialogue-on-firearms-2027'])
  expect(slugs(second)).toEqual(slugs(first))
})

test('what was taken back and is printed again under the same exact key is itself again, whoever prints it and on whatever days', () => {
  const [gone] = runs('a', [[aListing()]]).map((one) => ({ ...one, retractedAt: onDay(1) }))
  const before = merged({ listings: gone ? [gone] : [] })
  expect(before.events).toMatchObject([{ uid: 'uid-1', state: 'withdrawn' }])
  const later = aListing({ when: aWhen({ start: '2026-05-25', end: '2026-05-29' }) })
  const listings = [...(gone ? [gone] : []), ...runs('b', [[later]], 3)]
  expect(merged({ listings, previous: before.previous }).events).toMatchObject([{ uid: 'uid-1', state: 'listed' }])
})

test('what was taken back and is printed again without an exact key waits for a person, and "same" gives it its uid back', () => {
  const gone = runs('a', [[aDialogue()]]).map((one) => ({ ...one, retractedAt: onDay(2) }))
  const beside = runs('c', [[aDialogue({ title: 'Dialogue on Firearms' })]], 1)
  const first = merged({ listings: [...gone, ...beside] })
  expect(first.events.map(({ state }) => state)).toEqual(['withdrawn', 'listed'])
  expect(first.suggestions).toEqual([])

  const listings = [...gone, ...runs('b', [[aDialogue()]], 3)]
  const { events, suggestions, previous } = merged({ listings, previous: first.previous.slice(0, 1), now: onDay(3) })
  expect(events.map(({ uid, state }) => [uid, state])).toEqual([
    ['uid-1', 'withdrawn'],
    ['uid-2', 'listed'],
  ])
  expect(suggestions).toMatchObject([
    { uids: ['uid-1', 'uid-2'], reasons: expect.arrayContaining(['one was taken back on 2026-02-03']) },
  ])
  const same = aDecision({ a: suggestions[0]?.a ?? '', b: suggestions[0]?.b ?? '', at: onDay(4) })
  expect(merged({ listings, previous, decisions: [same] }).events).toMatchObject([
    { uid: 'uid-1', state: 'listed' },
    { uid: 'uid-2', state: 'merged', mergedInto: 'uid-1' },
  ])
})

test('what a person withdrew is not asked for again', () => {
  const listings = runs('a', [[aDialogue()]])
  const edits = [anEdit({ field: 'state', value: 'withdrawn' })]
  const { previous } = merged({ listings, edits })
  const again = merged({ listings: [...listings, ...runs('b', [[aDialogue()]], 3)], edits, previous, now: onDay(3) })
  expect(again.events.map(({ state }) => state)).toEqual(['withdrawn', 'listed'])
  expect(again.suggestions).toEqual([])
})
