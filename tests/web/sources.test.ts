import { afterEach, expect, test } from 'vitest'
import type { Source } from '#source'
import { saveRun } from '../../src/store/visits/runs.ts'
import { saveSourceState } from '../../src/store/visits/sources.ts'
import { type Served, serve } from './site.ts'

const source = (id: string): Source => ({
  id,
  title: `Meetings of ${id}`,
  publisher: 'UNODC',
  pages: [`https://meetings.example/${id}`],
  timezone: 'Europe/Vienna',
  every: '12 hours',
  extract: () => ({ listings: [], issues: [] }) as never,
})
const counts = { added: 1, changed: 0, same: 4, missing: 0, issues: 1 }

let served: Served
afterEach(() => served.close())
const told = async () => (await served.app.inject('/api/sources')).json().sources

test('a source tells how it is in plain words', async () => {
  served = await serve({ sources: ['fresh', 'good', 'down', 'odd', 'rest'].map(source) })
  const run = (sourceId: string, outcome: 'accepted' | 'failed' | 'refused', sentence?: string) =>
    saveRun(served.store, {
      sourceId,
      outcome,
      sentence,
      counts,
      startedAt: '2026-03-02T08:29:00.000Z',
      endedAt: '2026-03-02T08:30:00.000Z',
      issues: [{ sentence: `${sourceId}: cannot read the date "Spring 2026"`, printed: 'Spring 2026' }],
    })
  run('good', 'accepted')
  run('down', 'failed', 'down: https://meetings.example/down could not be reached.')
  run('odd', 'refused', 'odd: would remove 14 of 60.')
  saveSourceState(served.store, 'good', { lastSuccessAt: '2026-03-02T08:30:00.000Z', nextVisitAt: '2026-03-02T20:30:00.000Z' })
  saveSourceState(served.store, 'down', {
    failingSince: '2026-02-28T08:30:00.000Z',
    failures: 4,
    nextVisitAt: '2026-03-02T09:50:00.000Z',
  })
  saveSourceState(served.store, 'rest', { pausedAt: '2026-03-01T09:30:00.000Z', pausedWhy: 'it failed ten times.' })

  expect((await told()).map(({ id, state, says }: Record<string, string>) => [id, state, says])).toEqual([
    ['fresh', 'new', 'It was not visited yet.'],
    [
      'good',
      'healthy',
      'It was read 1 hour ago and understood. 1 of its lines could not be understood. It is visited again in 11 hours.',
    ],
    [
      'down',
      'failing',
      'It could not be read since 28 February 2026: down: https://meetings.example/down could not be reached. It is visited again in 20 minutes.',
    ],
    ['odd', 'refused', 'odd: would remove 14 of 60. What was read before is kept. It is visited at the next occasion.'],
    ['rest', 'paused', 'It is paused since 1 March 2026: it failed ten times.'],
  ])
  expect((await told())[1]).toMatchObject({
    lastRun: { outcome: 'accepted', counts },
    lastSuccessAt: '2026-03-02T08:30:00.000Z',
    nextVisitAt: '2026-03-02T20:30:00.000Z',
    issues: [{ printed: 'Spring 2026' }],
  })
})
