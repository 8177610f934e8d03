import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allEdits } from '../../src/store/acts/people.ts'
import { openStore } from '../../src/store/database.ts'
import { change, event, run } from '../../src/store/schema.ts'
import { listingsOf } from '../../src/store/visits/listings.ts'
import { startWeb } from './world.ts'

// `npm run test:killed` is the long version.
const kills = Number(process.env.KILLS ?? 6)

test('killed at any moment of runs and edits, nothing acknowledged is lost, no half run is visible, and the next run goes on', async () => {
  const web = await startWeb()
  const folder = mkdtempSync(join(tmpdir(), 'calendar-'))
  // Every visit finds one meeting more, so that every run writes.
  const grow = setInterval(() => {
    const lines = Array.from({ length: web.asked.length + 1 }, (_, index) => `${2100 + index}-03-15 CND session ${index + 1}`)
    web.pages.set('/www.example.org/', { body: ['Meetings', ...lines].join('\n') })
  }, 5)
  let acknowledged = 0
  const edited: string[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    const child = spawn(process.execPath, ['--require', './src/modules.cjs', 'tests/hall/killed-child.ts', folder, web.mirror], {
      stdio: 'pipe',
    })
    const told = await killedAfter(child, (kill * 37) % 120)
    acknowledged += told.filter((line) => line === 'accepted').length
    edited.push(...told.filter((line) => line.startsWith('Edited ')))
    const store = openStore(folder)
    expect(store.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    const runs = store
      .select()
      .from(run)
      .all()
      .filter(({ outcome }) => outcome === 'accepted')
    expect(runs.length).toBeGreaterThanOrEqual(acknowledged)
    expect(runs.reduce((sum, { counts }) => sum + counts.added, 0)).toBe(listingsOf(store, 'cnd').length)
    expect(store.select().from(event).all()).toHaveLength(listingsOf(store, 'cnd').length)
    const titles = new Map(allEdits(store).map((one) => [one.value, one]))
    expect(edited.filter((title) => !titles.has(title))).toEqual([])
    const changes = store.select().from(change).all()
    for (const one of titles.values()) {
      expect(changes.some(({ uid, at }) => uid === one.uid && at === one.at)).toBe(true)
    }
    acknowledged = runs.length
    store.close()
  }
  expect(acknowledged).toBeGreaterThan(kills / 2)
  expect(edited.length).toBeGreaterThan(kills / 2)
  clearInterval(grow)
  await web.close()
  rmSync(folder, { recursive: true })
}, 600_000)

/** Kills the child some milliseconds after its first acknowledged run; answers what it acknowledged, line by line. */
async function killedAfter(child: ChildProcess, delayMs: number): Promise<string[]> {
  let told = ''
  child.stdout?.on('data', (chunk) => {
    told += chunk
  })
  if (child.stdout) await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  await new Promise((resolve) => setTimeout(resolve, delayMs))
  child.kill('SIGKILL')
  await once(child, 'exit')
  return told.split('\n').slice(0, -1)
}
