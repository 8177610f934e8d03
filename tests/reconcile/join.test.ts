import { expect, test } from 'vitest'
import type { Listing } from '../../src/event/index.ts'
import { aListing, aWhen } from '../build.ts'
import { aDecision, aDialogue, merged, onDay, run, runs } from './build.ts'

/** Titles of the events' listings, an event a line. */
function groups(listings: ReturnType<typeof runs>, decisions: ReturnType<typeof aDecision>[] = []): string[][] {
  return merged({ listings, decisions }).events.map((event) => event.members)
}

const alone = (source: string, listing: Partial<Listing>) => runs(source, [[aListing(listing)]])

test('listings of one body, kind and session are one event, whatever their titles and dates', () => {
  const listings = [
    ...alone('ccpcj', {}),
    ...alone('un', { title: '35th CCPCJ', when: aWhen({ start: '2026-06-01', end: '2026-06-05' }) }),
  ]
  const { events } = merged({ listings, trust: { ccpcj: 'body', un: 'un' } })
  expect(events).toHaveLength(1)
  expect(events[0]?.when).toEqual(aWhen())
  expect(events[0]?.conflicts.map((one) => one.field)).toContain('when')
})

test('the reconvened sessions of two commissions on the same days stay two', () => {
  const reconvened = { kind: 'reconvened' as const, when: aWhen({ start: '2026-12-03', end: '2026-12-04' }) }
  const listings = [
    ...alone('unis', {
      ...reconvened,
      session: 35,
      title: 'Reconvened thirty-fifth session of the CCPCJ',
      links: [{ rel: 'page', url: 'https://x.example/joint' }],
    }),
    ...alone('unov', {
      ...reconvened,
      body: 'CND',
      session: 69,
      key: 'cnd',
      title: 'Reconvened sixty-ninth session of the CND',
      links: [{ rel: 'page', url: 'https://x.example/joint' }],
    }),
  ]
  const { events, suggestions } = merged({ listings })
  expect(events).toHaveLength(2)
  expect(suggestions).toEqual([])
})

test('the thirteenth sessions of two groups are two, and a resumed session is not the regular one', () => {
  const cosp = { body: 'COSP' as const, session: 13 }
  const listings = [
    ...alone('a', { ...cosp, kind: 'review-group', title: 'Thirteenth session of the Implementation Review Group' }),
    ...alone('b', {
      ...cosp,
      kind: 'working-group',
      group: 'prevention',
      title: 'Thirteenth session of the Working Group on Prevention',
    }),
    ...alone('c', { ...cosp, kind: 'review-group', part: 'first-resumed', title: 'First resumed thirteenth session' }),
    ...alone('d', { ...cosp, kind: 'review-group', part: 'second-resumed', title: 'Second resumed thirteenth session' }),
  ]
  expect(groups(listings)).toHaveLength(4)
})

test('a part names a meeting without a number on its days, whatever its title, and no other year’s', () => {
  const { session: _, ...plain } = aListing({ body: 'CYBERCRIME', part: 'concluding', title: 'Concluding session' })
  const other = { ...plain, title: 'Ad Hoc Committee, concluding session' }
  expect(groups([...runs('a', [[plain]]), ...runs('b', [[other]])])).toHaveLength(1)
  const later = { ...other, when: aWhen({ start: '2027-05-17', end: '2027-05-21' }) }
  expect(groups([...runs('a', [[plain]]), ...runs('b', [[later]])])).toHaveLength(2)
  const { when: __, ...undated } = other
  expect(groups([...runs('a', [[plain]]), ...runs('b', [[undated]])])).toHaveLength(2)
  const { part: ___, ...unnamed } = other
  expect(groups([...runs('a', [[plain]]), ...runs('b', [[unnamed]])])).toHaveLength(2)

  const regional = { kind: 'other' as const, body: 'CONGRESS' as const, session: 15, part: 'regional-preparatory-europe' }
  expect(groups([...alone('a', regional), ...alone('b', { ...regional, title: 'European Regional Meeting' })])).toHaveLength(1)
  expect(groups([...alone('a', regional), ...alone('b', { ...regional, part: 'regional-preparatory-africa' })])).toHaveLength(2)
})

test('a working group that does not say which is joined with none', () => {
  const group = { body: 'COSP' as const, kind: 'working-group' as const, session: 13, title: 'Thirteenth session' }
  expect(groups([...alone('a', group), ...alone('b', group)])).toHaveLength(2)
})

test('the same address of its own joins, however it is written; the page of a list does not', () => {
  const { session: _, ...plain } = aDialogue()
  const one = runs('indico', [[{ ...plain, key: 'id:indico-event-1020020@indico.un.org' }]])
  const other = runs('untoc', [[{ ...plain, links: [{ rel: 'page', url: 'https://www.indico.un.org/event/1020020/overview' }] }]])
  expect(groups([...one, ...other])).toHaveLength(1)

  const listed = (key: string, title: string): Listing => ({
    ...plain,
    key,
    title,
    links: [{ rel: 'page', url: 'https://x.example/list' }],
  })
  const list = runs('a', [[listed('one', 'Dialogue on Firearms'), listed('two', 'Dialogue on Firearms and parts')]])
  const single = runs('b', [[listed('one', 'Dialogue on Firearms')]])
  expect(groups([...list, ...single])).toHaveLength(3)
})

test('meetings without a number on the same days are a suggestion with its reasons, not an event', () => {
  const { events, suggestions } = merged({
    listings: [...runs('a', [[aDialogue()]]), ...runs('b', [[aDialogue({ title: 'Fourth constructive dialogue on firearms' })]])],
  })
  expect(events).toHaveLength(2)
  expect(suggestions).toHaveLength(1)
  expect(suggestions[0]?.reasons).toContain('same days')
})

test('next year is no suggestion, and neither are two that one source prints side by side', () => {
  const next = aDialogue({ when: aWhen({ start: '2027-05-18', end: '2027-05-18' }) })
  expect(merged({ listings: [...runs('a', [[aDialogue()]]), ...runs('b', [[next]])] }).suggestions).toEqual([])
  const nearby = aDialogue({
    key: 'other',
    title: 'Constructive Dialogue on Firearms, side meeting',
    when: aWhen({ start: '2026-05-19', end: '2026-05-19' }),
  })
  expect(merged({ listings: runs('a', [[aDialogue(), nearby]]) }).suggestions).toEqual([])
})

test('typing slips are forgiven, differing numbers are not', () => {
  const briefing = (title: string): Listing => {
    const { session: _, ...plain } = aListing({ kind: 'briefing', title })
    return plain
  }
  const pair = (a: string, b: string) =>
    merged({ listings: [...runs('a', [[briefing(a)]]), ...runs('b', [[briefing(b)]])] }).suggestions.length
  expect(pair('Briefing on asset recovery', 'Briefing on aset recovry')).toBe(1)
  expect(pair('Second briefing on asset recovery', 'Third briefing on asset recovery')).toBe(0)
  expect(pair('2nd briefing on asset recovery', 'Second briefing on asset recovery')).toBe(1)
})

test('"same" joins what nothing else would, also when a listing leaves and comes back', () => {
  const before = runs('a', [[aDialogue()]])
  const other = runs('b', [[aDialogue({ title: 'Firearms dialogue' })]])
  const decisions = [aDecision({ a: before[0]?.id ?? '', b: other[0]?.id ?? '' })]
  expect(groups([...before, ...other], decisions)).toHaveLength(1)
  const left = run(before, [], { source: 'a', day: 1 })
  expect(groups([...left, ...other], decisions)).toHaveLength(1)
  const back = run(left, [aDialogue({ title: 'Dialogue on Firearms' })], { source: 'a', day: 2 })
  expect(groups([...back, ...other], decisions)).toHaveLength(1)
})

test('"not the same" parts what a key joins, ends the suggestion, and its undoing joins again', () => {
  const listings = [...alone('a', {}), ...alone('b', {})]
  const apart = aDecision({ verdict: 'different', a: 'a/ccpcj/session/35', b: 'b/ccpcj/session/35' })
  expect(groups(listings, [apart])).toHaveLength(2)
  expect(merged({ listings, decisions: [apart] }).suggestions).toEqual([])
  expect(groups(listings, [{ ...apart, undoneAt: onDay(3) }])).toHaveLength(1)
})

test('of contradicting answers the later counts', () => {
  const listings = [...alone('a', {}), ...alone('b', {})]
  const pair = { a: 'a/ccpcj/session/35', b: 'b/ccpcj/session/35' }
  const apart = aDecision({ ...pair, id: 'd1', verdict: 'different', at: onDay(1) })
  const together = aDecision({ ...pair, id: 'd2', verdict: 'same', at: onDay(2) })
  expect(groups(listings, [apart, together])).toHaveLength(1)
  expect(groups(listings, [{ ...apart, at: onDay(3) }, together])).toHaveLength(2)
})

test('a composite meeting is linked to its parts and swallows none', () => {
  const irg = { body: 'COSP' as const, kind: 'review-group' as const, session: 13, part: 'resumed' }
  const recovery = { body: 'COSP' as const, kind: 'working-group' as const, group: 'asset-recovery', session: 16 }
  const listings = [
    ...alone('a', { ...irg, key: 'irg', title: 'Resumed thirteenth session of the Implementation Review Group' }),
    ...alone('b', { ...recovery, key: 'wg', title: 'Working Group on Asset Recovery, sixteenth meeting' }),
    ...alone('c', {
      ...irg,
      key: 'both',
      title: 'IRG resumed 13th session, Working Group on Asset Recovery 16th meeting',
      parts: [irg, recovery],
    }),
  ]
  const { events, suggestions } = merged({ listings })
  expect(events).toHaveLength(3)
  expect(events.find((event) => event.members[0] === 'c/both')?.parts).toHaveLength(2)
  expect(suggestions).toEqual([])
})

test('thematic discussions of one session are joined only where their days agree', () => {
  const thematic = {
    body: 'CND' as const,
    kind: 'thematic' as const,
    session: 66,
    key: 'cnd/thematic/66',
    title: 'Thematic session',
  }
  const october = { ...thematic, when: aWhen({ start: '2026-10-23', end: '2026-10-25' }) }
  const december = { ...thematic, when: aWhen({ start: '2026-12-04', end: '2026-12-06' }) }
  expect(groups([...alone('a', october), ...alone('b', december)])).toHaveLength(2)
  expect(groups([...alone('a', october), ...alone('b', { ...october, title: 'Thematic discussions' })])).toHaveLength(1)
})

test('two listings of one source may be one event', () => {
  const twice = [aListing(), aListing({ key: 'url:https://x.example/35', title: 'CCPCJ 35th session' })]
  expect(groups(runs('ccpcj', [twice]))).toHaveLength(1)
})

test('a high-level segment that a source lists under the same session is not swallowed', () => {
  const segment = aListing({
    key: 'url:https://x.example/hls',
    title: 'High-level segment',
    when: aWhen({ start: '2026-05-14', end: '2026-05-15' }),
  })
  const other = alone('b', { when: aWhen({ start: '2026-05-18', end: '2026-05-21' }) })
  expect(
    groups([...runs('a', [[aListing(), segment]]), ...other])
      .map((members) => members.length)
      .sort(),
  ).toEqual([1, 2])
})

test('a listing that is only proposed is no event', () => {
  expect(merged({ listings: alone('a', { proposed: true }) }).events).toEqual([])
})

test('an undated listing is an event without days', () => {
  const { when: _, ...undated } = aListing()
  const [event] = merged({ listings: runs('a', [[undated]]) }).events
  expect(event).toMatchObject({ session: 35, state: 'listed' })
  expect(event?.when).toBeUndefined()
})
