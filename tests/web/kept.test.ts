import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import type { Event, EventState } from '../../src/event/index.ts'
import { type EventFilter, listEvents, type Position } from '../../src/store/events/events.ts'
import { anEvent, aWhen } from '../build.ts'
import { now, serve } from './site.ts'

const day = fc.constantFrom('2024-01-10', '2025-12-20', '2026-02-20', '2026-03-02', '2026-03-09', '2027-01-15', '2029-06-01')
const uid = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')

const anyEvent = fc
  .record({
    uid,
    title: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
    body: fc.constantFrom('CND' as const, 'CCPCJ' as const),
    state: fc.constantFrom<EventState>('listed', 'listed', 'withdrawn'),
    start: fc.option(day, { nil: undefined }),
    more: fc.nat(3),
  })
  .map(({ start, more, ...said }): Event => {
    const { when: _, ...undated } = anEvent({ ...said, slug: said.uid })
    if (!start) return undated
    const end = new Date(Date.parse(start) + more * 86_400_000).toISOString().slice(0, 10)
    return { ...undated, when: aWhen({ start, end }) }
  })

test('after any edits, a feed that is kept is what a service that never kept anything answers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anyEvent, { maxLength: 4 }), { maxLength: 5 }), async (edits) => {
      const served = await serve()
      const paths = ['/feeds/all.ics', '/feeds/cnd.ics?alarm=1d', '/feeds/all.ics?lang=fr&cancelled=hide']
      const ask = (app = served.app) => Promise.all(paths.map(async (url) => (await app.inject(url)).body))
      await ask()
      let revision = 0
      for (const some of edits) {
        revision++
        const at = `2026-02-01T0${revision}:00:00Z`
        served.put(...some.map((event) => ({ ...event, revision, modifiedAt: at })))
        const fresh = buildApp({ store: served.store, config: served.config, sources: [], now })
        expect(await ask()).toEqual(await ask(fresh))
        await fresh.close()
      }
      await served.close()
    }),
    { numRuns: 25 },
  )
}, 60_000)

test('the pages of a list are together every event that fits, once, by first day and uid, those without a day last', async () => {
  const filters = fc.record({ bodies: fc.constant<EventFilter['bodies']>(['CND']), from: day, to: day }, { requiredKeys: [] })
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyEvent, { maxLength: 12 }),
      filters,
      fc.integer({ min: 1, max: 4 }),
      async (events, filter, limit) => {
        const served = await serve({ events })
        const last = new Map(events.map((event) => [event.uid, event]))
        const expected = [...last.values()]
          .filter(({ state, body }) => state === 'listed' && (!filter.bodies || filter.bodies.includes(body)))
          .filter(({ when }) => !filter.from || (when && when.end >= filter.from))
          .filter(({ when }) => !filter.to || (when && when.start <= filter.to))
          .map((event) => `${event.when?.start ?? '9999'} ${event.uid}`)
        const found: string[] = []
        let after: Position | undefined
        for (;;) {
          const page = listEvents(served.store, filter, { after, limit })
          found.push(...page.map((event) => `${event.when?.start ?? '9999'} ${event.uid}`))
          const end = page.at(-1)
          if (!end || page.length < limit) break
          after = { start: end.when?.start ?? null, uid: end.uid }
        }
        expect(found).toEqual(expected.sort())
        await served.close()
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)
