import { expect, test } from 'vitest'
import { answered, changeLog, type Edit, project, reproject, reviews, sourceValue } from '../../src/reconcile/index.ts'
import { aListing, anEvent, aWhen } from '../build.ts'
import { aDecision, aDialogue, anEdit, merged, minter, onDay, run, runs, start } from './build.ts'

const before = runs('ccpcj', [[aListing()]])
const title = aListing().title
const retitled = run(before, [aListing({ title: 'Session no. 35' })], { day: 2 })

function shown(listings: typeof before, ...edits: Edit[]) {
  const { previous } = merged({ listings: before })
  const result = merged({ listings, edits, previous })
  return { event: result.events[0], contradictions: result.contradictions, result }
}

test('a person’s edit outlives every run, field by field, and says whose it is', () => {
  const { event } = shown(retitled, anEdit({ basis: title }))
  expect(event).toMatchObject({
    title: 'The crime commission',
    said: { title: { by: 'secretary', at: onDay(1) }, status: { by: 'ccpcj' } },
  })
})

test('an edit undone is as if it had not been; of two on a field the later counts', () => {
  expect(shown(before, anEdit({ undoneAt: onDay(2) })).event?.title).toBe(title)
  expect(shown(before, anEdit({ id: 'edit-2', value: 'Later', at: onDay(2) }), anEdit()).event?.title).toBe('Later')
})

test('null empties a field', () => {
  const noted = runs('ccpcj', [[aListing({ note: 'to be confirmed' })]])
  expect(
    merged({ listings: noted, edits: [anEdit({ field: 'note', value: null })], previous: merged({ listings: noted }).previous })
      .events[0]?.note,
  ).toBeUndefined()
})

test('a source that says what it said, or what the person says, contradicts nothing', () => {
  expect(shown(before, anEdit({ basis: title })).contradictions).toEqual([])
  const agreed = run(before, [aListing({ title: 'The crime commission' })], { day: 2 })
  expect(shown(agreed, anEdit({ basis: title })).contradictions).toEqual([])
})

test('a source that says something else is shown beside the edit, with three answers', () => {
  const edit = anEdit({ basis: title })
  const { result } = shown(retitled, edit)
  const [review] = reviews(result, { now: start })
  expect(review).toMatchObject({
    kind: 'edit-contradicted',
    uids: ['uid-1'],
    answers: ['keep', 'take', 'take-until-it-changes'],
    contradiction: { edit, now: 'Session no. 35' },
  })
  expect(result.events[0]?.conflicts).toMatchObject([
    { field: 'title', values: [{ value: 'The crime commission' }, { value: 'Session no. 35', said: { by: 'ccpcj' } }] },
  ])
})

test('keep, take, and take until it changes again', () => {
  const edit = anEdit({ basis: title })
  const again = run(retitled, [aListing({ title: 'CCPCJ 35' })], { day: 3 })
  const by = { id: 'edit-2', author: 'secretary', at: onDay(3) }
  const [kept, taken, yielding] = (['keep', 'take', 'take-until-it-changes'] as const).map((answer) =>
    answered(edit, answer, 'Session no. 35', by),
  )
  expect(shown(retitled, ...(kept ?? []))).toMatchObject({ event: { title: 'The crime commission' }, contradictions: [] })
  expect(shown(again, ...(kept ?? [])).contradictions).toHaveLength(1)
  expect(shown(retitled, ...(taken ?? []))).toMatchObject({ event: { title: 'Session no. 35' }, contradictions: [] })
  expect(shown(retitled, ...(yielding ?? []))).toMatchObject({ event: { title: 'Session no. 35' }, contradictions: [] })
  expect(shown(again, ...(yielding ?? []))).toMatchObject({
    event: { title: 'The crime commission' },
    contradictions: [{ now: 'CCPCJ 35' }],
  })
})

test('an edit made until the source changes gives way then', () => {
  const edit = anEdit({ basis: title, until: 'source-changes' })
  expect(shown(before, edit).event?.title).toBe('The crime commission')
  expect(shown(retitled, edit)).toMatchObject({ event: { title: 'Session no. 35' }, contradictions: [] })
})

test('an edit follows its event through a merge and comes back with it', () => {
  const listings = [...runs('a', [[aDialogue()]]), ...runs('b', [[aDialogue({ title: 'Firearms dialogue' })]], 1)]
  const { previous } = merged({ listings })
  const edits = [anEdit({ uid: 'uid-2', value: 'By hand' })]
  const decisions = [aDecision({ a: listings[0]?.id ?? '', b: listings[1]?.id ?? '' })]
  const together = merged({ listings, previous, edits, decisions })
  expect(together.events.map((event) => [event.state, event.title])).toEqual([
    ['listed', 'By hand'],
    ['merged', 'Firearms dialogue'],
  ])
  const apart = merged({ listings, previous: together.previous, edits })
  expect(apart.events.map((event) => event.title)).toEqual(['Constructive Dialogue on Firearms', 'By hand'])
})

test('a person withdraws an event and restores it; sources have no say in that', () => {
  const withdrawal = anEdit({ field: 'state', value: 'withdrawn', basis: 'listed' })
  expect(shown(retitled, withdrawal)).toMatchObject({ event: { state: 'withdrawn' }, contradictions: [] })
  expect(shown(retitled, { ...withdrawal, undoneAt: onDay(3) }).event?.state).toBe('listed')
})

test('the basis of an edit is what the sources say beneath another edit', () => {
  const input = {
    listings: before,
    edits: [anEdit({ basis: title })],
    decisions: [],
    previous: merged({ listings: before }).previous,
    trust: {},
    now: start,
    mint: minter(1),
  }
  const projection = project(input)
  expect(sourceValue(projection, 'uid-1', 'title')).toBe(title)
  expect(
    sourceValue(
      reproject(projection, { edits: [anEdit({ undoneAt: start })], trust: {}, now: start, mint: minter() }),
      'uid-1',
      'title',
    ),
  ).toBe(title)
})

test('sources that differ on the days of a coming meeting wait for a person, until one has said', () => {
  const listings = [...before, ...runs('un', [[aListing({ when: aWhen({ start: '2026-06-01', end: '2026-06-05' }) })]])]
  const { previous, ...result } = merged({ listings })
  expect(reviews({ ...result, previous }, { now: start })).toMatchObject([{ kind: 'conflict', conflict: { field: 'when' } }])
  const settled = merged({
    listings,
    previous,
    edits: [anEdit({ field: 'when', value: aWhen(), basis: result.events[0]?.when })],
  })
  expect(reviews(settled, { now: start })).toEqual([])
  expect(reviews({ ...result, previous }, { now: '2027-01-01T00:00:00Z' })).toEqual([])
})

test('what a source says of the days after a person said what holds waits again', () => {
  const un = (start: string, end: string) => [aListing({ when: aWhen({ start, end }) })]
  const first = runs('un', [un('2026-06-01', '2026-06-05')])
  const trust = { ccpcj: 'body', un: 'un' } as const
  const { previous, events } = merged({ listings: [...before, ...first], trust })
  const edit = anEdit({ field: 'when', value: aWhen({ start: '2026-06-01', end: '2026-06-05' }), basis: events[0]?.when })
  const again = run(first, un('2026-07-06', '2026-07-10'), { source: 'un', day: 3 })
  const after = merged({ listings: [...before, ...again], previous, edits: [edit], trust })
  expect(after.events[0]?.when?.start).toBe('2026-06-01')
  expect(reviews(after, { now: onDay(3) })).toMatchObject([{ kind: 'conflict', conflict: { field: 'when' } }])
})

test('days that are past by the word of one source and to come by that of another wait', () => {
  const un = runs('un', [[aListing({ when: aWhen({ start: '2027-05-18', end: '2027-05-22' }) })]])
  const result = merged({ listings: [...before, ...un] })
  expect(reviews(result, { now: '2027-01-01T00:00:00Z' })).toMatchObject([{ kind: 'conflict' }])
})

test('everything that waits has an id that stays, and a sentence', () => {
  const listings = [
    ...runs('a', [[aDialogue()]]),
    ...runs('b', [[aDialogue({ title: 'Dialogue on firearms' }), aListing({ proposed: true })]]),
  ]
  const waiting = {
    now: start,
    listings,
    refused: [
      {
        id: '7',
        source: 'cnd',
        at: start,
        refusal: { sentence: 'would remove 14 of 60 coming meetings', coming: 60, gone: [], moved: [] },
      },
    ],
    failing: [{ source: 'cosp', since: start, failures: 3, sentence: 'cosp: 503 from https://x.example', paused: false }],
  }
  const all = reviews(merged({ listings }), waiting)
  expect(all.map((one) => one.kind)).toEqual(['run-refused', 'source-failing', 'possible-duplicate', 'proposed'])
  expect(all[0]?.sentence).toBe('A run of cnd would remove 14 of 60 coming meetings.')
  expect(new Set(all.map((one) => one.id)).size).toBe(4)
  expect(
    reviews(merged({ listings: [...listings].reverse() }), {
      ...waiting,
      failing: [{ ...waiting.failing[0], failures: 9 } as never],
    }).map((one) => one.id),
  ).toEqual(all.map((one) => one.id))
})

test('the history names each change in one word, with what it was and is', () => {
  const event = anEvent()
  const kindOf = (after: Partial<typeof event>, from: Partial<typeof event> = {}) =>
    changeLog([{ ...event, ...from }], [{ ...event, ...after }])[0]?.kind
  expect(changeLog([], [event])[0]?.kind).toBe('new')
  expect(changeLog([event], [event])).toEqual([])
  expect(kindOf({ when: aWhen({ start: '2026-06-01', end: '2026-06-05' }) })).toBe('moved')
  expect(kindOf({ title: 'Other' })).toBe('changed')
  expect(kindOf({ status: 'cancelled' })).toBe('cancelled')
  expect(kindOf({}, { status: 'cancelled' })).toBe('restored')
  expect(kindOf({ state: 'withdrawn' })).toBe('withdrawn')
  expect(kindOf({}, { state: 'withdrawn' })).toBe('restored')
  expect(kindOf({ state: 'merged', mergedInto: 'x' })).toBe('merged')
  expect(changeLog([event], [{ ...event, title: 'Other' }])[0]?.fields).toEqual([
    { field: 'title', from: event.title, to: 'Other' },
  ])
})
