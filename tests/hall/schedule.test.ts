import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RunReport } from '../../src/collect.ts'
import { asOnlyCollector, startSchedule, type Visits, visitAll } from '../../src/schedule.ts'
import { openStore, type Store } from '../../src/store/database.ts'
import { lease } from '../../src/store/schema.ts'
import { saveSourceState } from '../../src/store/visits/sources.ts'
import { aSource } from './world.ts'

const now = () => new Date('2026-11-23T12:00:00.000Z')
const sources = ['a', 'b', 'c', 'd'].map((id) => aSource(id, []))
const silent = pino({ level: 'silent' })
const forever = new AbortController().signal
const reportOf = (source: string): RunReport => ({
  source,
  outcome: 'accepted',
  counts: { added: 0, changed: 0, same: 0, missing: 0, issues: 0 },
  sentence: `${source}: accepted.`,
  issues: [],
  nextVisitAt: '2026-11-24T00:00:00.000Z',
})

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calendar-'))
  store = openStore(folder)
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

/** Visits that note how many are under way, and end when they are let. */
function slowVisits() {
  const visited: string[] = []
  const open: (() => void)[] = []
  const most = { atOnce: 0 }
  const visit: Visits['visit'] = (source) => {
    visited.push(source.id)
    return new Promise((resolve) => {
      open.push(() => resolve(reportOf(source.id)))
      most.atOnce = Math.max(most.atOnce, open.length)
    })
  }
  const finish = async () => {
    for (let next = open.shift(); next; next = open.shift()) {
      next()
      await new Promise(setImmediate)
    }
  }
  return { visits: { store, sources, visit, now }, visited, most, finish }
}

test('sources are visited side by side, and no more at once than allowed', async () => {
  const { visits, visited, most, finish } = slowVisits()
  const told: string[] = []
  const done = visitAll(visits, sources, forever, ({ source }) => told.push(source), 2)
  await finish()
  await done
  expect([visited, told, most.atOnce]).toEqual([['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd'], 2])
})

test('of two processes on one file only one collects', async () => {
  const second = openStore(folder)
  second.insert(lease).values({ name: 'collect', holder: 'elsewhere 1', until: '2026-11-23T12:00:30.000Z' }).run()
  expect(await asOnlyCollector({ store, now }, async () => 'collected')).toBeUndefined()
  const later = () => new Date('2026-11-23T12:01:00.000Z')
  expect(await asOnlyCollector({ store, now: later }, async () => 'collected')).toBe('collected')
  second.close()
})

test('the right to collect is given back, also after a failure', async () => {
  await expect(asOnlyCollector({ store, now }, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(store.select().from(lease).all()).toEqual([])
})

test('the schedule visits at once what is due, and not what is not', async () => {
  saveSourceState(store, 'b', { nextVisitAt: '2026-11-24T00:00:00.000Z' })
  saveSourceState(store, 'c', { pausedAt: '2026-11-22T00:00:00.000Z' })
  const { visits, visited, finish } = slowVisits()
  const schedule = startSchedule(visits, silent)
  await new Promise(setImmediate)
  await finish()
  await schedule.stop()
  expect(visited).toEqual(['a', 'd'])
})

test('stopping does not wait for visits under way', async () => {
  const { visits, visited } = slowVisits()
  const schedule = startSchedule(visits, silent)
  await new Promise(setImmediate)
  await schedule.stop()
  expect(visited).toEqual(['a', 'b', 'c', 'd'])
  expect(store.select().from(lease).all()).toEqual([])
})
