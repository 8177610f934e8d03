import { afterEach, expect, test } from 'vitest'
import { aJourney, aPage } from './journey.ts'

const cnd = aPage('cnd', { atLeast: 1 })
const un = aPage('un', { trust: 'un' })
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `Briefing on topic ${index + 1}, Vienna, ${index + 1} March 2027`)
const dialogue = 'Constructive Dialogue on Firearms, Vienna, 3 April 2027'
const other = 'Fourth constructive dialogue on firearms, Vienna, 3 April 2027'
const session = 'Seventieth session of the Commission on Narcotic Drugs, Vienna, 15-19 March 2027'

let journey: Awaited<ReturnType<typeof aJourney>>
afterEach(() => journey.close())

for (const verdict of ['same', 'different'] as const)
  test(`"${verdict}" is asked once, and outlives a listing that leaves and comes back in other words`, async () => {
    journey = await aJourney([cnd, un])
    await journey.print(cnd, dialogue, session)
    await journey.print(un, other, session)
    const [review, ...more] = await journey.reviews()
    expect([review?.kind, more]).toEqual(['possible-duplicate', []])
    const before = (await journey.list()).filter(({ kind }) => kind === 'constructive-dialogue')
    expect((await journey.answer(review?.id, verdict)).status).toBe(200)
    const answered = await journey.list()
    expect(answered).toHaveLength(verdict === 'same' ? 2 : 3)

    for (let day = 0; day < 4; day += 1) await journey.print(un, session, `<!-- ${day} -->`)
    await journey.print(un, other.replace('Fourth', '4th'), session)
    expect((await journey.list()).map(({ uid }) => uid)).toEqual(answered.map(({ uid }) => uid))
    expect(await journey.reviews()).toEqual([])
    for (const { uid } of before) {
      const { state, mergedInto } = (await journey.ask('GET', `/api/events/${uid}`)).json
      if (state === 'merged') expect(before.map((one) => one.uid)).toContain(mergedInto)
      else expect(state).toBe('listed')
    }
  })

test('a refused run is readable, and accepted, discarded or answered with a pause by one call each', async () => {
  journey = await aJourney([cnd])
  await journey.print(cnd, ...many(20))
  const before = await journey.list()
  expect((await journey.print(cnd, ...many(12))).outcome).toBe('refused')
  expect(await journey.list()).toEqual(before)
  const [review] = await journey.reviews()
  expect(review).toMatchObject({ kind: 'run-refused', answers: ['accept', 'discard', 'pause'] })
  expect(review?.sentence).toContain('would remove 8 of 20 coming meetings')

  const accepted = await journey.answer(review?.id, 'accept')
  expect((await journey.list()).filter(({ missingSince }) => missingSince)).toHaveLength(8)
  await journey.ask('POST', `/api/history/${accepted.json.actionId}/undo`, {})
  expect((await journey.list()).filter(({ missingSince }) => missingSince)).toEqual([])

  const discarded = await journey.answer((await journey.reviews())[0]?.id, 'discard')
  expect(await journey.reviews()).toEqual([])
  expect((await journey.print(cnd, ...many(12), 'One line more.')).outcome).toBe('refused')
  expect(await journey.reviews()).toEqual([])
  await journey.ask('POST', `/api/history/${discarded.json.actionId}/undo`, {})

  const paused = await journey.answer((await journey.reviews())[0]?.id, 'pause')
  expect(paused.status).toBe(200)
  expect((await journey.ask('GET', '/api/sources')).json.sources[0]).toMatchObject({ state: 'paused', nextVisitAt: null })
  expect((await journey.list()).map(({ uid, start }) => [uid, start])).toEqual(before.map(({ uid, start }) => [uid, start]))
})

test('a source that fails is tried with growing pauses, paused after ten failures, and one report an incident', async () => {
  journey = await aJourney([cnd])
  await journey.print(cnd, session)
  const before = await journey.list()
  const pauses: number[] = []
  const told = new Set<string>()
  journey.web.pages.set('/www.example.org/cnd', { status: 500 })
  for (let time = 0; time < 10; time += 1) {
    const report = await journey.revisit(cnd)
    expect(report.outcome).toBe('failed')
    pauses.push(Date.parse(report.nextVisitAt) - journey.kit.clock.now.getTime())
    for (const { id, kind } of await journey.reviews()) told.add(`${kind} ${id}`)
  }
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
  expect([...told]).toEqual([expect.stringMatching(/^source-failing /)])
  expect((await journey.ask('GET', '/api/sources')).json.sources[0]).toMatchObject({ state: 'paused' })
  expect(await journey.list()).toEqual(before)

  const [review] = await journey.reviews()
  expect((await journey.answer(review?.id, 'resume')).status).toBe(200)
  await journey.print(cnd, session)
  expect(await journey.reviews()).toEqual([])
  journey.web.pages.set('/www.example.org/cnd', { status: 500 })
  for (let time = 0; time < 3; time += 1) await journey.revisit(cnd)
  const [next] = await journey.reviews()
  expect(next?.kind).toBe('source-failing')
  expect(told).not.toContain(`${next?.kind} ${next?.id}`)
})
