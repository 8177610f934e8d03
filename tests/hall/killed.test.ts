import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/database.ts'
import { listingsOf } from '../../src/store/listings.ts'
import { event, run } from '../../src/store/schema.ts'
import { startWeb } from './world.ts'

// KILLS=200 npx vitest run tests/hall/killed.test.ts is the long version.
const kills = Number(process.env.KILLS ?? 6)

test('killed at any moment, nothing acknowledged is lost, no half run is visible, and the next run goes on', async () => {
  const web = await startWeb()
  const folder = mkdtempSync(join(tmpdir(), 'calendar-'))
  let session = 0
  // Every visit finds one meeting more, so that every run writes.
  const grow = setInterval(() => {
    session += 1
    const lines = Array.from({ length: session }, (_, index) => `${2100 + index}-03-15 CND session ${index + 1}`)
    web.pages.set('/www.example.org/', { body: ['Meetings', ...lines].join('\n') })
  }, 5)
  let acknowledged = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const child = spawn(process.execPath, ['--require', './src/modules.cjs', 'tests/hall/killed-child.ts', folder, web.mirror], {
      stdio: 'pipe',
    })
    acknowledged += await killedAfter(child, (kill * 37) % 120)
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
    acknowledged = runs.length
    store.close()
  }
  expect(acknowledged).toBeGreaterThan(kills / 2)
  clearInterval(grow)
  await web.close()
  rmSync(folder, { recursive: true })
}, 600_000)

/** Kills the child some milliseconds after its first acknowledged run; answers how many accepted runs it acknowledged. */
async function killedAfter(child: ChildProcess, delayMs: number): Promise<number> {
  let told = ''
  child.stdout?.on('data', (chunk) => {
    told += chunk
  })
  if (child.stdout) await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  await new Promise((resolve) => setTimeout(resolve, delayMs))
  child.kill('SIGKILL')
  await once(child, 'exit')
  return told.split('\n').filter((line) => line === 'accepted').length
}
