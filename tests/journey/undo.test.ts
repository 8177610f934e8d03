import { afterEach, beforeEach, expect, test } from 'vitest'
import { aJourney, aPage, type Told } from './journey.ts'

const cnd = aPage('cnd', { atLeast: 1 })
const un = aPage('un', { trust: 'un' })
const session = 'Seventieth session of the Commission on Narcotic Drugs, Vienna, 15-19 March 2027'
const briefings = Array.from({ length: 12 }, (_, index) => `Briefing on topic ${index + 1}, Vienna, ${index + 1} February 2027`)

let journey: Awaited<ReturnType<typeof aJourney>>
let uid = ''
beforeEach(async () => {
  journey = await aJourney([cnd, un])
  await journey.print(cnd, session, 'Constructive Dialogue on Firearms, Vienna, 3 April 2027', ...briefings)
  await journey.print(un, session.replace('15-19', '16-19'), 'Fourth constructive dialogue on firearms, Vienna, 3 April 2027')
  uid = (await journey.list()).find(({ session: number }) => number === 70)?.uid ?? ''
})
afterEach(() => journey.close())

/** All that a reader and an editor see, but for the stamps that only ever grow. */
async function scene() {
  const events = (await journey.list()).map(({ sequence: _, lastModified: __, ...said }: Told) => said)
  const waiting = (await journey.reviews()).map(({ id }) => id).sort()
  const sources = (await journey.ask('GET', '/api/sources')).json.sources.map(({ id, state }: { id: string; state: string }) => [
    id,
    state,
  ])
  const saved: { name: string; state: string }[] = (await journey.ask('GET', '/api/feeds')).json.feeds
  return { events, waiting, sources, feeds: saved.filter(({ state }) => state !== 'closed').map(({ name }) => name) }
}
const reviewOf = async (kind: string) => (await journey.reviews()).find((review) => review.kind === kind)?.id
const undo = (id: number) => journey.ask('POST', `/api/history/${id}/undo`, {})
const newest = async () => (await journey.ask('GET', '/api/history?limit=2')).json.actions

const draft = { title: 'Briefing of new members', body: 'ALLIANCE', kind: 'briefing', start: '2027-02-09' }
const acts: Record<string, () => Promise<{ status: number; json: { actionId: number } }>> = {
  'a change of fields': () => journey.ask('PATCH', `/api/events/${uid}`, { title: 'CND', start: '2027-03-16' }),
  'a replacement': () => journey.ask('PUT', `/api/events/${uid}`, { ...draft, title: 'Another' }),
  'an entry': () => journey.ask('POST', '/api/events', draft),
  'a series': () => journey.ask('POST', '/api/series', { ...draft, rule: 'FREQ=MONTHLY;COUNT=4' }),
  'a cancellation': () => journey.ask('POST', `/api/events/${uid}/cancel`, { note: 'By mail.' }),
  'a postponement': () => journey.ask('POST', `/api/events/${uid}/postpone`, { start: '2027-05-03', end: '2027-05-07' }),
  'a postponement without days': () => journey.ask('POST', `/api/events/${uid}/postpone`, {}),
  'a withdrawal': () => journey.ask('POST', `/api/events/${uid}/withdraw`, {}),
  '"same"': async () => journey.answer(await reviewOf('possible-duplicate'), 'same'),
  '"not the same"': async () => journey.answer(await reviewOf('possible-duplicate'), 'different'),
  'the dates of another source taken': async () => journey.answer(await reviewOf('conflict'), 'take 2'),
  'a pause of a source': () => journey.ask('POST', '/api/sources/cnd/pause', {}),
  'a saved feed': () => journey.ask('POST', '/api/feeds', { name: 'drugs', title: 'Drugs', selection: { body: ['CND'] } }),
  'an accepted run': async () => {
    await journey.print(
      cnd,
      session.replace('15-19', '22-26'),
      'Constructive Dialogue on Firearms, Vienna, 3 April 2027',
      ...briefings,
    )
    return { status: 200, json: { actionId: (await newest())[0].id } }
  },
}

for (const [name, act] of Object.entries(acts))
  test(`${name} is taken back by one call, in the history too, and comes again by one more`, async () => {
    const before = await scene()
    const done = await act()
    expect([done.status, done.json]).toEqual([expect.toSatisfy((status) => status < 300), expect.anything()])
    const after = await scene()
    expect(after).not.toEqual(before)

    const undone = await undo(done.json.actionId)
    expect(undone.status).toBe(200)
    expect(await scene()).toEqual(before)
    const [entry, made] = await newest()
    expect(entry).toMatchObject({ id: undone.json.actionId, actor: 'secretary', sentence: `took back: ${made.sentence}` })
    expect(made).toMatchObject({ id: done.json.actionId, undoneAt: entry.at, canUndo: false })
    expect((await undo(done.json.actionId)).status).toBe(409)

    expect((await undo(undone.json.actionId)).status).toBe(200)
    expect(await scene()).toEqual(after)
  })

test('the answer to a refused run, and a field given back to its sources, are taken back by one call', async () => {
  await journey.print(cnd, session)
  for (const answer of ['accept', 'discard', 'pause']) {
    const before = await scene()
    const done = await journey.answer(await reviewOf('run-refused'), answer)
    expect(await scene()).not.toEqual(before)
    expect((await undo(done.json.actionId)).status).toBe(200)
    expect(await scene()).toEqual(before)
  }
  await journey.ask('PATCH', `/api/events/${uid}`, { title: 'CND' })
  const before = await scene()
  const done = await journey.ask('DELETE', `/api/events/${uid}/edits/title`)
  expect(await scene()).not.toEqual(before)
  await undo(done.json.actionId)
  expect(await scene()).toEqual(before)
})
