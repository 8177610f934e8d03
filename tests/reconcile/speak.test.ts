import { expect, test } from 'vitest'
import type { Listing, When } from '../../src/event/index.ts'
import type { MergedEvent, StoredListing } from '../../src/reconcile/index.ts'
import { aListing, aWhen } from '../build.ts'
import { merged, minter, onDay, run, runs } from './build.ts'

const trust = { body: 'body', indico: 'structured', un: 'un', blog: 'other', desk: 'own' } as const

/** The one event that sources make of what each says. */
function eventOf(sources: Record<string, Partial<Listing>>): MergedEvent | undefined {
  const listings = Object.entries(sources).flatMap(([source, said]) => runs(source, [[aListing(said)]]))
  return merged({ listings, trust }).events[0]
}

const june = aWhen({ start: '2026-06-01', end: '2026-06-05' })

test('a person’s own entry speaks before the body, the body before structured, other UN pages and others', () => {
  const order = ['desk', 'body', 'indico', 'un', 'blog']
  for (const [index, source] of order.entries()) {
    const said = Object.fromEntries(
      order
        .slice(index)
        .reverse()
        .map((name) => [name, { title: name }]),
    )
    expect(eventOf(said)).toMatchObject({ title: source, said: { title: { by: source } } })
  }
})

test('each field is asked on its own: who says nothing of it leaves it to the next', () => {
  const event = eventOf({
    body: {},
    un: { access: 'Register by Indico', description: 'About prevention' },
    blog: { access: 'Ask us' },
  })
  expect(event).toMatchObject({ access: 'Register by Indico', said: { title: { by: 'body' }, access: { by: 'un' } } })
})

test('among equals the value that was said later counts, not the page that was seen later', () => {
  const old = runs('one', [[aListing({ title: 'Old' })], [aListing({ title: 'Old' })], [aListing({ title: 'Old' })]])
  const fresh = runs('two', [[aListing({ title: 'Fresh' })]], 1)
  expect(merged({ listings: [...old, ...fresh] }).events[0]?.title).toBe('Fresh')
  const seenAgain = run(old, [aListing({ title: 'Old' })], { source: 'one', day: 9 })
  expect(merged({ listings: [...seenAgain, ...fresh] }).events[0]?.title).toBe('Fresh')
})

test('dates on which sources differ are a conflict that names them, the one shown first', () => {
  const event = eventOf({ body: {}, un: { when: june } })
  expect(event?.when).toEqual(aWhen())
  expect(event?.conflicts).toMatchObject([
    {
      field: 'when',
      values: [
        { value: aWhen(), said: { by: 'body' } },
        { value: june, said: { by: 'un' } },
      ],
    },
  ])
})

test('a month and a day in it are no conflict, and the day is shown whoever says it', () => {
  const may: When = aWhen({ precision: 'month', start: '2026-05-01', end: '2026-05-31' })
  expect(eventOf({ body: { when: may }, blog: {} })).toMatchObject({
    when: aWhen(),
    conflicts: [],
    said: { when: { by: 'blog' } },
  })
})

test('hours come from who prints them, for the same days', () => {
  const event = eventOf({ body: {}, indico: { when: aWhen({ startTime: '10:00' }) } })
  expect(event).toMatchObject({ when: { startTime: '10:00' }, said: { when: { by: 'body' }, times: { by: 'indico' } } })
})

test('a place is completed by who speaks of the same city, and left by who does not', () => {
  const vienna = { venue: 'Vienna', city: 'Vienna' }
  const room = { venue: 'Boardroom D, Vienna', room: 'Boardroom D', city: 'Vienna' }
  expect(eventOf({ body: { place: vienna }, un: { place: room } })?.place).toEqual(room)
  const event = eventOf({ body: { place: vienna }, un: { place: { city: 'New York', room: 'CR 1' } } })
  expect(event).toMatchObject({ place: vienna, conflicts: [{ field: 'place' }] })
})

test('links are kept once each, deadlines by kind', () => {
  const link = { rel: 'page' as const, url: 'https://www.x.example/35/' }
  const deadline = { kind: 'registration' as const, date: '2026-05-01', text: 'by 1 May' }
  const event = eventOf({
    body: { links: [link], deadlines: [deadline] },
    un: {
      links: [{ ...link, url: 'http://x.example/35' }],
      deadlines: [
        { ...deadline, date: '2026-05-04' },
        { ...deadline, kind: 'submission' },
      ],
    },
  })
  expect(event?.links).toEqual([link])
  expect(event?.deadlines.map((one) => [one.kind, one.date])).toEqual([
    ['registration', '2026-05-01'],
    ['submission', '2026-05-01'],
  ])
})

test('a coming event that is not printed is missing since then, after three accepted runs tentative with a note, and never cancelled', () => {
  const statuses = [1, 2, 3, 30].map(
    (days) => merged({ listings: runs('body', [[aListing()], ...Array.from({ length: days }, () => [])]), trust }).events[0],
  )
  expect(statuses.map((event) => event?.status)).toEqual(['confirmed', 'confirmed', 'tentative', 'tentative'])
  expect(statuses[0]).toMatchObject({ missingSince: onDay(1) })
  expect(statuses[3]?.note).toBe('No longer printed by its source since 2 February 2026.')
})

test('a past event that is no longer printed is over, and as it was', () => {
  const past = aListing({ when: aWhen({ start: '2026-01-12', end: '2026-01-16' }) })
  const [event] = merged({ listings: runs('body', [[past], [], [], [], []]), trust }).events
  expect(event).toMatchObject({ status: 'confirmed' })
  expect(event?.missingSince).toBeUndefined()
  expect(event?.note).toBeUndefined()
})

test('an event is missing only when all its sources are, and one that is gone speaks after those that print it', () => {
  const gone = runs('body', [[aListing()], [], [], []])
  const printed = runs('blog', [[aListing({ when: june })]])
  expect(merged({ listings: [...gone, ...printed], trust }).events[0]).toMatchObject({
    when: june,
    status: 'confirmed',
    conflicts: [],
  })
})

test('a cancelled event stays cancelled when its source stops printing it', () => {
  const listings = runs('body', [[aListing({ status: 'cancelled' })], [], [], []])
  expect(merged({ listings, trust }).events[0]?.status).toBe('cancelled')
})

test('a date that its source no longer prints stays, tentative, with a note', () => {
  const { when: _, ...undated } = aListing()
  const [event] = merged({ listings: runs('body', [[aListing()], [undated]]), trust }).events
  expect(event).toMatchObject({ when: aWhen(), status: 'tentative', note: 'Its source prints no date since 2 February 2026.' })
})

/** The event after each run of its source. */
function story(...days: Partial<Listing>[]): (MergedEvent | undefined)[] {
  const mint = minter()
  let known: StoredListing[] = []
  let previous: ReturnType<typeof merged>['previous'] = []
  return days.map((said, day) => {
    known = run(known, [aListing(said)], { source: 'body', day })
    const result = merged({ listings: known, previous, trust, now: onDay(day), mint })
    previous = result.previous
    return result.events[0]
  })
}

test('a moved event says what it was until it is moved back', () => {
  const [, moved, again, back] = story({}, { when: june }, { when: june }, {})
  expect(moved).toMatchObject({ was: aWhen(), notice: 'rescheduled' })
  expect(again?.was).toEqual(aWhen())
  expect(back?.was).toBeUndefined()
  expect(back?.notice).toBeUndefined()
})

test('a month that becomes days was not moved', () => {
  const [, after] = story({ when: aWhen({ precision: 'month', start: '2026-05-01', end: '2026-05-31' }) }, {})
  expect(after?.was).toBeUndefined()
})

test('postponed without new dates keeps its days, with new dates it is rescheduled', () => {
  const { when: _, ...undated } = aListing()
  const [, postponed] = story({}, { status: 'tentative', notice: 'postponed' })
  expect(postponed).toMatchObject({ when: aWhen(), notice: 'postponed', status: 'tentative' })
  const known = run(runs('body', [[aListing()]]), [{ ...undated, notice: 'postponed' }], { source: 'body', day: 1 })
  expect(merged({ listings: known, trust }).events[0]).toMatchObject({ when: aWhen(), notice: 'postponed' })
  expect(story({}, { notice: 'postponed' }, { when: june })[2]).toMatchObject({ when: june, notice: 'rescheduled', was: aWhen() })
})

test('an event whose every run was taken back is withdrawn, not lost', () => {
  const listings = runs('body', [[aListing()]]).map((one) => ({ ...one, retractedAt: onDay(1) }))
  expect(merged({ listings, trust }).events).toMatchObject([{ state: 'withdrawn', title: aListing().title }])
})
