import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { Event } from '../../src/event/index.ts'
import { exportTo } from '../../src/export.ts'
import { openStore } from '../../src/store/database.ts'
import { listEvents } from '../../src/store/events/events.ts'
import { nextGeneration, saveEventRow } from '../../src/store/events/projection.ts'
import { putEvents } from '../web/site.ts'
import { type Figure, median } from './figure.ts'
import { manyEvents } from './http.ts'

const config = readConfig({ PUBLIC_URL: 'https://calendar.example' })

/** Milliseconds until the first feed of everything after one event was edited, packed as most programs ask for it. */
export async function firstFeedAfterEdit(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [count, atMost] of [
    [1000, 20],
    [10_000, 100],
  ] as const) {
    await inFolder(async (folder) => {
      const store = openStore(folder)
      const events = manyEvents(count)
      putEvents(store, config, events)
      const app = buildApp({ store, config, sources: [] })
      const ask = () => app.inject({ url: '/feeds/all.ics', headers: { 'accept-encoding': 'gzip' } })
      await ask()
      const times: number[] = []
      for (let turn = 1; turn <= 31; turn++) {
        putEvents(store, config, [edited(events[turn * 7] as Event, turn)])
        times.push(await timed(ask))
      }
      await app.close()
      store.close()
      const what = `first feed after an edit, ${count.toLocaleString('en')} events`
      figures.push({ what, value: median(times), unit: 'ms', atMost })
    })
  }
  return figures
}

/** Milliseconds of a search of two words over 100,000 events, at the median of rare, common and absent words. */
export async function searchMany(): Promise<Figure[]> {
  const times: number[] = []
  await inFolder(async (folder) => {
    const store = openStore(folder)
    const fill = store.sqlite.transaction(() => {
      for (const event of manyEvents(100_000)) saveEventRow(store, { event, memory: {} as never, hash: '', vevent: '' })
      nextGeneration(store)
    })
    fill()
    const words = [
      'meeting group',
      'number 77',
      'working 9999',
      'group 123',
      'reunion nothing',
      'cnd 4242',
      'vienna meeting',
      'ccpcj 1',
    ]
    for (let turn = 0; turn < 5; turn++) {
      for (const q of words) times.push(await timed(async () => listEvents(store, { q, from: '2020-01-01' }, { limit: 51 })))
    }
    store.close()
  })
  return [{ what: 'search over 100,000 events', value: median(times), unit: 'ms', atMost: 10 }]
}

/** Seconds that an export of 10,000 events takes into an empty folder, and again after one of them changed. */
export async function exportMany(): Promise<Figure[]> {
  const seconds: number[] = []
  await inFolder(async (folder) => {
    const store = openStore(join(folder, 'store'))
    const events = manyEvents(10_000)
    putEvents(store, config, events)
    const now = new Date()
    const write = () => exportTo(join(folder, 'out'), { store, config, sources: [], now }, { languages: ['en'], prune: false })
    seconds.push((await timed(write)) / 1000)
    putEvents(store, config, [edited(events[77] as Event, 1)])
    seconds.push((await timed(write)) / 1000)
    store.close()
  })
  return [
    { what: 'export of 10,000 events', value: seconds[0] ?? 0, unit: 's', atMost: 10 },
    { what: 'export after one change', value: seconds[1] ?? 0, unit: 's', atMost: 1 },
  ]
}

function edited(event: Event, turn: number): Event {
  return { ...event, title: `${event.title}, edited ${turn}`, revision: turn, modifiedAt: new Date().toISOString() }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  await work(folder)
  rmSync(folder, { recursive: true })
}
