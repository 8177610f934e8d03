import { spawn } from 'node:child_process'
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
/** Children that are loaded before it is their turn. */
const waiting = 2
/** Deaths in one database; the next begins with none. */
const lives = 20

test(
  'killed at any moment of runs and edits, nothing acknowledged is lost, no half run is visible, and the next run goes on',
  async () => {
    const web = await startWeb()
    // Every visit finds one meeting more, so that every run writes.
    const grow = setInterval(() => {
      const lines = Array.from({ length: web.asked.length + 1 }, (_, index) => `${2100 + index}-03-15 CND session ${index + 1}`)
      web.pages.set('/www.example.org/', { body: ['Meetings', ...lines].join('\n') })
    }, 20)
    const children = Array.from({ length: waiting }, () => start(web.mirror))
    let known = { folder: '', runs: 0, edits: new Set<string>() }
    const total = { runs: 0, edits: 0 }
    for (let kill = 0; kill < kills; kill += 1) {
      if (kill % lives === 0) {
        web.asked.length = 0
        known = { folder: mkdtempSync(join(tmpdir(), 'calendar-')), runs: 0, edits: new Set() }
      }
      const child = children.shift()
      if (kill + waiting < kills) children.push(start(web.mirror))
      // Whatever the machine is busy with, some die while they open the database, some in their first run, and most in edits and runs after it.
      const told = (await child?.killed({ folder: known.folder, after: kill % 7, delayMs: Math.random() * 40 })) ?? []
      for (const line of told) if (line.startsWith('Edited ')) known.edits.add(line)
      known.runs = checked(known.folder, known.runs + told.filter((line) => line === 'accepted').length, known.edits)
      if ((kill + 1) % lives && kill + 1 < kills) continue
      total.runs += known.runs
      total.edits += known.edits.size
      rmSync(known.folder, { recursive: true })
    }
    clearInterval(grow)
    await web.close()
    expect(total.runs).toBeGreaterThan(kills / 2)
    expect(total.edits).toBeGreaterThan(kills / 2)
  },
  60_000 + kills * 20_000,
)

/** What must hold of the database of a process that was killed; answers how many runs it holds. */
function checked(folder: string, runsAcknowledged: number, editsAcknowledged: Set<string>): number {
  const store = openStore(folder)
  expect(store.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  const runs = store.select().from(run).all()
  const accepted = runs.filter(({ outcome }) => outcome === 'accepted')
  expect(accepted.length).toBeGreaterThanOrEqual(runsAcknowledged)

  const listings = listingsOf(store, 'cnd')
  const events = store.select({ uid: event.uid, event: event.event }).from(event).all()
  expect(accepted.reduce((sum, { counts }) => sum + counts.added, 0)).toBe(listings.length)
  expect(events).toHaveLength(listings.length)

  const edits = allEdits(store).sort((a, b) => (a.at < b.at ? -1 : 1))
  const values = new Set(edits.map(({ value }) => value))
  expect([...editsAcknowledged].filter((title) => !values.has(title))).toEqual([])
  const latest = new Map(edits.map(({ uid, value }) => [uid, value]))
  for (const one of events) if (latest.has(one.uid)) expect(one.event.title).toBe(latest.get(one.uid))
  const changes = new Set(
    store
      .select({ uid: change.uid, at: change.at })
      .from(change)
      .all()
      .map(({ uid, at }) => `${uid} ${at}`),
  )
  expect(edits.filter(({ uid, at }) => !changes.has(`${uid} ${at}`))).toEqual([])
  store.close()
  return accepted.length
}

/** A process that is loaded, and collects and edits from when it is told how it will die. */
function start(mirror: string) {
  const args = ['--require', './src/modules.cjs', 'tests/hall/killed-child.ts', mirror]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  const ready = once(child.stdout, 'data')
  let told = ''
  child.stdout.on('data', (chunk) => {
    told += chunk
  })
  const lines = () => told.split('\n').slice(1, -1)

  /** Kills it some milliseconds after it acknowledged so many runs and edits in a folder; answers what it acknowledged, line by line. */
  async function killed({ folder, after, delayMs }: { folder: string; after: number; delayMs: number }): Promise<string[]> {
    await ready
    child.stdin.write(`${folder}\n`)
    while (lines().length < after && child.exitCode === null) await Promise.race([once(child.stdout, 'data'), gone])
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    child.kill('SIGKILL')
    await gone
    return lines()
  }
  return { killed }
}
