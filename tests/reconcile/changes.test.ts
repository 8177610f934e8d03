import { expect, test } from 'vitest'
import { changes, type StoredListing } from '../../src/reconcile/index.ts'
import { aListing, aWhen } from '../build.ts'
import { aDialogue, onDay, run, runs } from './build.ts'

const titles = ['Alpha briefing', 'Bravo briefing', 'Charlie briefing']
const briefing = (title: string, start: string, key = `url:https://x.example/${title}`) => {
  const { session: _, ...listing } = aListing({ key, kind: 'briefing', title, when: aWhen({ start, end: start }) })
  return listing
}

function idsOf(known: StoredListing[]): string[] {
  return known.map((one) => one.id)
}

test('a listing found for the first time is added, and is the same when nothing changed', () => {
  const known = runs('ccpcj', [[aListing()]])
  const found = changes('ccpcj', known, [aListing()], onDay(1))
  expect(found).toMatchObject({ added: [], changed: [], missing: [], over: [] })
  expect(found.same.map((one) => one.id)).toEqual(['ccpcj/ccpcj/session/35'])
})

test('other blanks, another order of fields and empty texts are no change', () => {
  const known = runs('ccpcj', [[aListing({ description: 'Two words' })]])
  const again = { ...aListing({ description: ' Two   words ', access: '' }), links: [] }
  expect(changes('ccpcj', known, [again], onDay(1)).changed).toEqual([])
})

test('a change says which field, from what, to what', () => {
  const known = runs('ccpcj', [[aListing()]])
  const when = aWhen({ start: '2026-06-01', end: '2026-06-05' })
  const [change] = changes('ccpcj', known, [aListing({ when })], onDay(1)).changed
  expect(change?.fields).toEqual([{ field: 'when', from: aWhen(), to: when }])
})

test('a coming listing that is not printed is missing, a past one is over, and both come back when printed again', () => {
  const past = aListing({
    key: 'ccpcj/session/34',
    session: 34,
    title: 'Thirty-fourth session',
    when: aWhen({ start: '2025-05-19', end: '2025-05-23' }),
  })
  const known = runs('ccpcj', [[aListing(), past], []])
  expect(known.find((one) => one.identity.session === 35)).toMatchObject({ missingSince: onDay(1), missingRuns: 1 })
  expect(known.find((one) => one.identity.session === 34)).toMatchObject({ overAt: onDay(1), missingRuns: 0 })
  const found = changes('ccpcj', known, [aListing(), past], onDay(2))
  expect(found.returned).toHaveLength(2)
  const back = run(known, [aListing(), past], { day: 2 })
  expect(back.every((one) => !one.missingSince && !one.overAt && one.missingRuns === 0)).toBe(true)
})

test('a meeting printed on two pages is one, and the page that says more completes it', () => {
  const { when: _, ...undated } = aListing({ access: 'NGOs in consultative status' })
  const known = runs('ccpcj', [[undated, aListing()]])
  expect(known).toHaveLength(1)
  expect(known[0]?.listing).toMatchObject({ when: aWhen(), access: 'NGOs in consultative status' })
})

test('two parts under one key stay two, in any order of the pages', () => {
  const part = (word: string, start: string, end: string) =>
    aListing({
      key: 'cnd/thematic/66',
      body: 'CND',
      kind: 'thematic',
      session: 66,
      title: `Thematic session, ${word} part`,
      when: aWhen({ start, end }),
    })
  const [first, second] = [part('first', '2026-10-23', '2026-10-25'), part('second', '2026-12-04', '2026-12-06')]
  const known = runs('cnd', [
    [first, second],
    [second, first],
  ])
  expect(known.map((one) => [one.key, one.listing.title])).toEqual([
    ['cnd/thematic/66', first.title],
    ['cnd/thematic/66~2', second.title],
  ])
  expect(known.every((one) => one.missingRuns === 0)).toBe(true)
  const moved = { ...second, when: aWhen({ start: '2026-12-08', end: '2026-12-10' }) }
  const [change] = changes('cnd', known, [moved, first], onDay(2)).changed
  expect(change).toMatchObject({ id: 'cnd/cnd/thematic/66~2', fields: [{ field: 'when' }] })
})

test('the next edition of a yearly meeting without a number is another meeting', () => {
  const known = runs('untoc', [[aDialogue({ when: aWhen({ start: '2026-02-03', end: '2026-02-03' }) })]])
  const next = aDialogue({ when: aWhen({ start: '2027-02-04', end: '2027-02-04' }) })
  const found = changes('untoc', known, [next], onDay(60))
  expect(found.added.map((one) => one.id)).toEqual(['untoc/untoc/constructive-dialogue/firearms~2'])
  expect(found.over).toEqual(['untoc/untoc/constructive-dialogue/firearms'])
})

test('the same meeting still to come and given other days, even of another year, has moved', () => {
  const known = runs('untoc', [[aDialogue({ when: aWhen({ start: '2026-04-05', end: '2026-04-05' }) })]])
  const found = changes('untoc', known, [aDialogue({ when: aWhen({ start: '2027-04-05', end: '2027-04-05' }) })], onDay(5))
  expect(found.added).toEqual([])
  expect(found.changed[0]?.fields[0]?.field).toBe('when')
})

test('a session with a number is itself in any year', () => {
  const known = runs('ccpcj', [[aListing({ when: aWhen({ start: '2025-05-18', end: '2025-05-22' }) })]])
  expect(changes('ccpcj', known, [aListing()], onDay(1))).toMatchObject({ added: [], changed: [{ fields: [{ field: 'when' }] }] })
})

test('a wrong year put right is the same meeting again', () => {
  const right = aDialogue({ when: aWhen({ start: '2026-04-29', end: '2026-04-29' }) })
  const wrong = aDialogue({ when: aWhen({ start: '2025-04-29', end: '2025-04-29' }) })
  const known = runs('untoc', [[right], [wrong], [right]])
  expect(known).toHaveLength(1)
  expect(known[0]?.listing.when?.start).toBe('2026-04-29')
})

test('a held meeting printed once under the next year is taken back when the next run puts it right', () => {
  const held = aDialogue({ when: aWhen({ start: '2026-02-03', end: '2026-02-03' }) })
  const wrong = aDialogue({ when: aWhen({ start: '2027-02-03', end: '2027-02-03' }) })
  const known = [[held], [held], [wrong], [held]].reduce(
    (left, found, index) => run(left, found, { source: 'untoc', day: index * 20 }),
    runs('untoc', []),
  )
  expect(known.map((one) => [one.listing.when?.start, Boolean(one.retractedAt)])).toEqual([
    ['2026-02-03', false],
    ['2027-02-03', true],
  ])
  expect(
    run(run(known, [wrong], { source: 'untoc', day: 80 }), [wrong], { source: 'untoc', day: 100 })[1]?.retractedAt,
  ).toBeUndefined()
})

test('another session number is believed when it was printed three times', () => {
  const misprint = aListing({
    key: 'ccpcj/session/36',
    session: 36,
    title: 'Thirty-sixth session of the Commission on Crime Prevention and Criminal Justice',
  })
  const [first, , third] = [1, 2, 3].map(
    (times) => runs('ccpcj', [[aListing()], ...Array.from({ length: times }, () => [misprint])])[0],
  )
  expect(first).toMatchObject({ identity: { session: 35 }, listing: { session: 36 } })
  expect(third).toMatchObject({ identity: { session: 36 } })
})

test('a session misprinted under the number of the next stays itself when both are printed, or only the next', () => {
  const numbered36 = {
    key: 'ccpcj/session/36',
    session: 36,
    title: 'Thirty-sixth session of the Commission on Crime Prevention and Criminal Justice',
  }
  const next = aListing({ ...numbered36, when: aWhen({ start: '2027-05-17', end: '2027-05-21' }) })
  const misprinted = [[aListing()], [aListing(numbered36)]]
  const days = (known: StoredListing[]) => known.map((one) => [one.identity.session, one.listing.when?.start])
  const expected = [
    [35, '2026-05-18'],
    [36, '2027-05-17'],
  ]
  expect(days(runs('ccpcj', [...misprinted, [aListing(), next]]))).toEqual(expected)
  expect(days(runs('ccpcj', [...misprinted, [next, aListing()], [aListing(), next]]))).toEqual(expected)
  expect(days(runs('ccpcj', [...misprinted, [next], [next, aListing()]]))).toEqual(expected)
  const moved = aListing({ when: aWhen({ start: '2026-06-01', end: '2026-06-05' }) })
  expect(days(runs('ccpcj', [...misprinted, [moved, next]]))).toEqual([[35, '2026-06-01'], expected[1]])
})

test('a meeting on its own page moves though its number was changed', () => {
  const key = 'url:https://meetings.example/event/7'
  const numbered = aListing({ key, session: 36, title: 'Thirty-sixth session' })
  const moved = { ...numbered, when: aWhen({ start: '2026-06-01', end: '2026-06-05' }) }
  expect(runs('ccpcj', [[aListing({ key })], [numbered], [moved]])).toMatchObject([{ listing: { when: moved.when } }])
})

test('of two session numbers the one printed twice is believed, if the other was printed in the first run only', () => {
  const [right, wrong] = [35, 36].map((session) => aListing({ session, title: `Session ${session}` }))
  const believed = (...found: (typeof right)[]) =>
    runs(
      'ccpcj',
      found.map((one) => (one ? [one] : [])),
    )[0]?.identity.session
  expect(believed(wrong, right)).toBe(36)
  expect(believed(wrong, right, right)).toBe(35)
  expect(believed(right, right, wrong, wrong)).toBe(35)
  expect(believed(right, wrong, right, wrong, wrong)).toBe(35)
})

test('the next edition without a date does not take the place of one long held', () => {
  const { when: _, ...undated } = aDialogue()
  const known = runs('untoc', [[aDialogue({ when: aWhen({ start: '2026-01-05', end: '2026-01-05' }) })], []])
  expect(changes('untoc', known, [undated], onDay(30)).added).toHaveLength(1)
})

test('of two editions under one key what is printed without a date is the one to come, not the one held', () => {
  const { when: _, ...undated } = aDialogue()
  const [held, next] = ['2026-01-05', '2026-06-05'].map((start) => aDialogue({ when: aWhen({ start, end: start }) }))
  const known = runs('untoc', [held && next ? [held, next] : []])
  const nextId = known.find(({ listing }) => listing.when?.start === '2026-06-05')?.id
  expect(changes('untoc', known, [undated], onDay(1))).toMatchObject({ added: [], missing: [], same: [{ id: nextId }] })
})

test('the ordinal of a dialogue is no identity', () => {
  const known = runs('untoc', [[aDialogue({ title: 'Fourth Constructive Dialogue on Firearms' })]])
  const found = changes('untoc', known, [aDialogue({ title: 'Third Constructive Dialogue on Firearms' })], onDay(1))
  expect(found).toMatchObject({ added: [], missing: [], changed: [{ fields: [{ field: 'title' }] }] })
})

test('a source whose ids all change at once is re-mapped, not doubled', () => {
  const before = titles.map((title, index) => briefing(title, `2026-05-1${index}`))
  const known = runs('cnd', [before])
  const after = before.map((listing) => ({ ...listing, key: listing.key.replace('x.example', 'new.example') }))
  const found = changes('cnd', known, after, onDay(1))
  expect(found.renamed.map((one) => one.id)).toEqual(idsOf(known))
  expect(found).toMatchObject({ added: [], missing: [] })
  expect(idsOf(run(known, after, { source: 'cnd', day: 1 }))).toEqual(idsOf(known))
})

test('a key that gains a session number is recognised, and the guess says why', () => {
  const { session: _, ...without } = aListing({
    key: 'cosp/working-group/prevention',
    body: 'COSP',
    kind: 'working-group',
    group: 'prevention',
    title: 'Working Group on Prevention',
  })
  const numbered = {
    ...without,
    session: 13,
    key: 'cosp/working-group/13/prevention',
    title: 'Thirteenth session of the Working Group on Prevention',
  }
  const found = changes('cosp', runs('cosp', [[without]]), [numbered], onDay(1))
  expect(found).toMatchObject({ added: [], missing: [], renamed: [{ from: without.key, to: numbered.key }] })
  expect(found.guesses[0]?.reason).toContain('same body, kind and days')
})

test('a session renumbered on the same days is recognised', () => {
  const renumbered = aListing({
    key: 'ccpcj/session/36',
    session: 36,
    title: 'Thirty-sixth session of the Commission on Crime Prevention and Criminal Justice',
  })
  const found = changes('ccpcj', runs('ccpcj', [[aListing()]]), [renumbered], onDay(1))
  expect(found).toMatchObject({ added: [], missing: [], renamed: [{ to: 'ccpcj/session/36' }] })
})

test('next session on other days is not taken for this one', () => {
  const next = aListing({
    key: 'ccpcj/session/36',
    session: 36,
    title: 'Thirty-sixth session of the Commission on Crime Prevention and Criminal Justice',
    when: aWhen({ start: '2026-09-01', end: '2026-09-05' }),
  })
  const found = changes('ccpcj', runs('ccpcj', [[aListing()]]), [next], onDay(1))
  expect(found.added.map((one) => one.key)).toEqual(['ccpcj/session/36'])
  expect(found.missing).toHaveLength(1)
})

test('where two could be meant, none is guessed', () => {
  const known = runs('cnd', [
    [
      briefing('Briefing for civil society organisations, morning', '2026-05-10'),
      briefing('Briefing for civil society organisations, evening', '2026-05-11'),
    ],
  ])
  const found = changes(
    'cnd',
    known,
    [briefing('Briefing for civil society organisations', '2026-05-20', 'url:https://x.example/new')],
    onDay(1),
  )
  expect(found.renamed).toEqual([])
  expect(found.added).toHaveLength(1)
})

test('a listing that is printed under an older key again is known by it', () => {
  const before = briefing('Alpha briefing', '2026-05-10', 'url:https://x.example/a')
  const moved = { ...before, key: 'url:https://x.example/b' }
  const known = runs('cnd', [[before], [moved]])
  const back = { ...before, title: 'A wholly different name', when: aWhen({ start: '2026-08-01', end: '2026-08-01' }) }
  const found = changes('cnd', known, [back], onDay(2))
  expect(found).toMatchObject({ added: [], renamed: [{ reason: 'known under this key before' }] })
})

test('a date that is no longer printed, or only assumed, does not replace one that was read', () => {
  const { when: _, ...undated } = aListing()
  const known = runs('ccpcj', [[aListing()], [undated]])
  expect(known[0]).toMatchObject({ undatedSince: onDay(1), listing: { when: aWhen() } })
  const assumed = aListing({ when: aWhen({ start: '2027-05-18', end: '2027-05-22' }), proposed: true })
  const [after] = run(known, [assumed], { day: 2 })
  expect(after?.listing.when).toEqual(aWhen())
  expect(after?.listing.proposed).toBeUndefined()
})

test('a field that changes at every run is noise after twenty, and keeps its value until it is calm', () => {
  const counted = (n: number) => aListing({ description: `Seen ${n} times` })
  const known = runs(
    'ccpcj',
    Array.from({ length: 21 }, (_, n) => [counted(n)]),
  )
  const [next] = changes('ccpcj', known, [counted(21)], onDay(21)).same
  expect(next?.noise).toEqual(['description'])
  const after = runs(
    'ccpcj',
    Array.from({ length: 40 }, (_, n) => [counted(n)]),
  )
  expect(after[0]?.listing.description).toBe('Seen 20 times')
  const calm = [40, 41, 42].reduce((left, day) => run(left, [counted(99)], { day }), after)
  expect(calm[0]?.listing.description).toBe('Seen 99 times')
})

test('dates are never noise', () => {
  const days = Array.from({ length: 30 }, (_, n) => [
    aListing({ when: aWhen({ start: `2026-05-${n % 2 ? 18 : 19}`, end: '2026-05-22' }) }),
  ])
  const known = runs('ccpcj', days)
  expect(known[0]?.listing.when?.start).toBe('2026-05-18')
})

test('the order in which pages print their listings does not matter', () => {
  const found = [...titles.map((title, index) => briefing(title, `2026-05-1${index}`, 'cnd/briefing')), aListing()]
  expect(runs('cnd', [[...found].reverse()])).toEqual(runs('cnd', [found]))
})

test('a meeting first printed under a year that was past is itself when that is put right, under another title too', () => {
  const when = (year: number) => aWhen({ start: `${year}-04-30`, end: `${year}-04-30` })
  const slip = aDialogue({ key: 'title:one', when: when(2025) })
  const right = aDialogue({ key: 'title:other', title: 'The Constructive Dialogue on Firearms', when: when(2026) })
  const known = runs('untoc', [[slip], [right]])
  expect(known).toHaveLength(1)
  expect(known[0]?.listing.when?.start).toBe('2026-04-30')
})

test('a composite meeting printed beside its first part, under one key and on the same days, is neither swallowed nor taken for it', () => {
  const parts = [
    { body: 'CCPCJ' as const, kind: 'session' as const, session: 35 },
    { body: 'CND' as const, kind: 'session' as const, session: 70 },
  ]
  const [part, both] = [aListing(), aListing({ title: `${aListing().title} and session of another`, parts })]
  const known = runs('ccpcj', [
    [part, both],
    [both, part],
  ])
  expect(known.map(({ listing }) => listing.parts?.length)).toEqual([undefined, 2])
  const { changed, same, added } = changes('ccpcj', known, [both, part], onDay(2))
  expect([changed.length, same.length, added.length]).toEqual([0, 2, 0])
})

test('a composite meeting does not take the place of its part that is left out, nor the part its', () => {
  const parts = [
    { body: 'CCPCJ' as const, kind: 'session' as const, session: 35 },
    { body: 'CND' as const, kind: 'session' as const, session: 70 },
  ]
  const part = aListing()
  const both = aListing({ title: `${part.title} and session of another`, parts })
  for (const composite of [both, { ...both, key: 'ccpcj/session/35-and-cnd' }]) {
    expect(changes('ccpcj', runs('ccpcj', [[part]]), [composite], onDay(1))).toMatchObject({
      missing: ['ccpcj/ccpcj/session/35'],
    })
    expect(changes('ccpcj', runs('ccpcj', [[composite]]), [part], onDay(1)).added).toHaveLength(1)
    expect(runs('ccpcj', [[part], [composite], [part, composite]]).map(({ listing }) => listing.title)).toEqual([
      part.title,
      both.title,
    ])
  }
})

test('a meeting that is read as a composite from one day on is the same under the same words', () => {
  const parts = [
    { body: 'CCPCJ' as const, kind: 'session' as const, session: 35 },
    { body: 'CND' as const, kind: 'session' as const, session: 70 },
  ]
  expect(runs('ccpcj', [[aListing()], [aListing({ parts })]])).toMatchObject([{ listing: { parts } }])
})

test('a meeting printed once under the number of one that is not printed for a while is not that one moved', () => {
  const session = (number: number, start: string, end: string) =>
    aListing({
      key: `identity:CCPCJ:session:${number}`,
      session: number,
      title: `Session ${number}`,
      when: aWhen({ start, end }),
    })
  const [coming, later] = [session(36, '2026-05-18', '2026-05-22'), session(37, '2027-05-17', '2027-05-21')]
  const misprint = session(37, '2026-05-18', '2026-05-22')
  const known = runs('ccpcj', [[coming, later], [coming], [misprint], [coming]])
  expect(known.map(({ identity, listing, missingSince }) => [identity.session, listing.when?.start, missingSince])).toEqual([
    [36, '2026-05-18', undefined],
    [37, '2027-05-17', onDay(1)],
  ])
})
