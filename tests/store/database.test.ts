import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inTransaction, openStore } from '../../src/store/database.ts'
import { returnLease, takeLease } from '../../src/store/visits/lease.ts'
import { knownPages, readSnapshot, savePage, savePageFailure, saveSnapshot } from '../../src/store/visits/pages.ts'
import { issuesOf, lastRuns, saveRun } from '../../src/store/visits/runs.ts'
import { dueSources, saveSourceState, sourceState } from '../../src/store/visits/sources.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calendar-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const at = '2026-11-23T12:00:00.000Z'
const counts = { added: 1, changed: 0, same: 0, missing: 0, issues: 0 }

test('the database is made at first start and found again at the second', () => {
  const first = openStore(folder)
  saveSourceState(first, 'cnd', { lastRunAt: at })
  first.close()
  const second = openStore(folder)
  expect(sourceState(second, 'cnd').lastRunAt).toBe(at)
  second.close()
})

test('what is acknowledged is on the disk: WAL, full synchronisation, foreign keys', () => {
  const store = openStore(folder)
  expect(['journal_mode', 'synchronous', 'foreign_keys'].map((name) => store.sqlite.pragma(name, { simple: true }))).toEqual([
    'wal',
    2,
    1,
  ])
  store.close()
})

test('an issue must belong to a run', () => {
  const store = openStore(folder)
  expect(() => store.sqlite.prepare("insert into issue (run_id, sentence) values (99, 'x')").run()).toThrow(/FOREIGN KEY/)
  store.close()
})

test('a transaction that fails leaves nothing behind', () => {
  const store = openStore(folder)
  const half = () =>
    inTransaction(store, () => {
      saveSourceState(store, 'cnd', { failures: 3 })
      throw new Error('power cut')
    })
  expect(half).toThrow('power cut')
  expect(sourceState(store, 'cnd').failures).toBe(0)
  store.close()
})

test('a source never visited is due, a paused one never, a visited one when its time has come', () => {
  const store = openStore(folder)
  saveSourceState(store, 'later', { nextVisitAt: '2026-11-23T13:00:00.000Z' })
  saveSourceState(store, 'due', { nextVisitAt: '2026-11-23T11:00:00.000Z' })
  saveSourceState(store, 'paused', { pausedAt: at })
  expect(dueSources(store, ['due', 'later', 'new', 'paused'], at)).toEqual(['new', 'due'])
  store.close()
})

test('a snapshot is kept once and comes back byte for byte', () => {
  const store = openStore(folder)
  const bytes = Buffer.from([0, 255, 128, 10])
  saveSnapshot(store, 'abc', bytes, at)
  saveSnapshot(store, 'abc', bytes, at)
  expect(readSnapshot(store, 'abc')).toEqual(bytes)
  expect(readSnapshot(store, 'none')).toBeUndefined()
  store.close()
})

test('a page remembers since when it fails until it is received again', () => {
  const store = openStore(folder)
  const row = {
    sourceId: 'cnd',
    url: 'https://example.org/',
    finalUrl: 'https://example.org/',
    contentType: 'text/html',
    charset: null,
  }
  const received = {
    ...row,
    etag: '"1"',
    lastModified: null,
    snapshot: null,
    truncated: false,
    fetchedAt: at,
    failingSince: null,
  }
  savePage(store, received)
  savePageFailure(store, 'cnd', row.url, '2026-11-24T00:00:00.000Z')
  savePageFailure(store, 'cnd', row.url, '2026-11-25T00:00:00.000Z')
  expect(knownPages(store, 'cnd').get(row.url)?.failingSince).toBe('2026-11-24T00:00:00.000Z')
  savePage(store, received)
  expect(knownPages(store, 'cnd').get(row.url)?.failingSince).toBeNull()
  store.close()
})

test('a run is kept with its issues', () => {
  const store = openStore(folder)
  const issues = [{ sentence: 'cnd: cannot read the date "Spring 2026".', printed: 'Spring 2026' }]
  const id = saveRun(store, { sourceId: 'cnd', startedAt: at, endedAt: at, outcome: 'accepted', counts, issues })
  expect(lastRuns(store, 'cnd')[0]).toMatchObject({ id, outcome: 'accepted', counts })
  expect(issuesOf(store, id)).toEqual(issues)
  store.close()
})

test('only one holder has a lease, until it ends, is returned, or its holder is gone', () => {
  const store = openStore(folder)
  const take = (holder: string, now: string, alive = true) =>
    takeLease(store, { name: 'collect', holder, now, until: `${now.slice(0, 11)}23:00:00.000Z`, isAlive: () => alive })
  expect(take('a', at)).toBe(true)
  expect(take('b', at)).toBe(false)
  expect(take('a', at)).toBe(true)
  expect(take('b', '2026-11-24T12:00:00.000Z')).toBe(true)
  returnLease(store, 'collect', 'a')
  expect(take('a', '2026-11-24T12:00:00.000Z')).toBe(false)
  returnLease(store, 'collect', 'b')
  expect(take('a', '2026-11-24T12:00:00.000Z')).toBe(true)
  expect(take('c', '2026-11-24T12:00:00.000Z', false)).toBe(true)
  store.close()
})
