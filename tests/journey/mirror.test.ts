import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Event } from '../../src/event/index.ts'
import { event } from '../../src/store/schema.ts'
import { aJourney, aPage, type Told } from './journey.ts'

const [cnd, un] = [aPage('cnd', { quiet: true }), aPage('un', { trust: 'un', quiet: true })]
const titles = [
  'Seventieth session of the Commission on Narcotic Drugs',
  'Constructive Dialogue on Firearms',
  'Fourth constructive dialogue on firearms',
  'Working Group on Firearms, twelfth meeting',
  'Fifteenth session of the Implementation Review Group',
]

/** What a source prints of each meeting: nothing, or its days, perhaps called off. */
const printed = fc.array(fc.record({ isPrinted: fc.boolean(), day: fc.constantFrom(8, 15, 22), isOff: fc.boolean() }), {
  minLength: titles.length,
  maxLength: titles.length,
})
const step = fc.oneof(
  fc.record({ do: fc.constant('run' as const), source: fc.constantFrom(cnd, un), printed }),
  fc.record({
    do: fc.constantFrom('edit', 'cancel', 'withdraw', 'restore', 'decide', 'undo'),
    which: fc.nat(30),
    other: fc.nat(30),
  }),
  fc.record({ do: fc.constant('enter' as const), title: fc.constantFrom(...titles), day: fc.constantFrom(8, 15) }),
)

type Journey = Awaited<ReturnType<typeof aJourney>>

async function take(journey: Journey, what: typeof step extends fc.Arbitrary<infer Step> ? Step : never): Promise<void> {
  if (what.do === 'run' && 'printed' in what) {
    const lines = what.printed.flatMap(({ isPrinted, day, isOff }, index) =>
      isPrinted ? [`${isOff ? 'CANCELLED: ' : ''}${titles[index]}, Vienna, ${day}-${day + 1} March 2027`] : [],
    )
    await journey.print(what.source, ...lines)
    return
  }
  if (what.do === 'enter' && 'title' in what) {
    await journey.ask('POST', '/api/events', { title: what.title, body: 'UNTOC', kind: 'briefing', start: `2027-03-${what.day}` })
    return
  }
  if (!('which' in what)) return
  const uids = stored(journey).map(({ uid }) => uid)
  const [uid, other] = [uids[what.which % uids.length], uids[what.other % uids.length]]
  if (what.do === 'edit') await journey.ask('PATCH', `/api/events/${uid}`, { title: `Title ${what.other}`, start: '2027-03-09' })
  else if (what.do === 'decide')
    await journey.ask('POST', '/api/decisions', { verdict: what.which % 2 ? 'same' : 'different', a: uid, b: other })
  else if (what.do === 'undo') await journey.ask('POST', `/api/history/${what.which + 1}/undo`, {})
  else await journey.ask('POST', `/api/events/${uid}/${what.do}`, {})
}

const stored = ({ kit }: Journey): Event[] =>
  kit.store
    .select()
    .from(event)
    .orderBy(event.uid)
    .all()
    .map((row) => row.event)

/** All that a change may tell of an event. */
function said({ revision, modifiedAt, createdAt, slug, speakers, said, conflicts, was, ...rest }: Event) {
  return rest
}

/** A copy of all events, and how far its owner had read. */
type Copy = { cursor: string; events: Map<string, Told>; before: Map<string, Record<string, unknown>> }

async function copy(journey: Journey): Promise<Copy> {
  const { cursor } = (await journey.ask('GET', '/api/changes?since=now')).json
  const events = new Map((await journey.list()).map((one) => [one.uid, one]))
  return { cursor, events, before: new Map(stored(journey).map((one) => [one.uid, { ...said(one) }])) }
}

/** Reads on from a copy, some changes at a time: an event that is told of is fetched again, and dropped when it is listed no more. */
async function follow(journey: Journey, { cursor, events, before }: Copy): Promise<Copy> {
  for (let since = cursor, more = true; more; ) {
    const page = (await journey.ask('GET', `/api/changes?since=${since}&limit=3`)).json
    for (const { uid, kind, fields } of page.changes) {
      const now: Told = (await journey.ask('GET', `/api/events/${uid}`)).json
      if (now.state === 'listed') events.set(uid, now)
      else events.delete(uid)
      const old = before.get(uid)
      if (kind === 'new') continue
      for (const { field, from, to } of fields) {
        if (old) expect([uid, field, old[field]]).toEqual([uid, field, from])
        if (old && to === undefined) delete old[field]
        else if (old) old[field] = to
      }
    }
    since = page.cursor
    more = page.more
  }
  return { cursor, events, before }
}

test('who has an old copy and applies the changes since has the present list: what came, moved, changed, was withdrawn, merged or came back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const journey = await aJourney([cnd, un])
      const copies = [await copy(journey)]
      for (const one of steps) {
        await take(journey, one)
        copies.push(await copy(journey))
      }
      const [list, events] = [await journey.list(), stored(journey)]
      for (const old of copies) {
        const now = await follow(journey, old)
        expect([...now.events.keys()].sort()).toEqual(list.map(({ uid }) => uid).sort())
        for (const one of list) expect(stamped(now.events.get(one.uid))).toEqual(stamped(one))
        for (const one of events) if (now.before.has(one.uid)) expect(now.before.get(one.uid)).toEqual(said(one))
      }
      await journey.close()
    }),
    { numRuns: Number(process.env.RUNS ?? 8) },
  )
}, 120_000)

/** What a copy has beside what is told: which source disagrees, and the stamps, that follow. */
function stamped(one: Told | undefined) {
  const { conflicts, sequence, lastModified, ...rest } = one ?? {}
  return rest
}
