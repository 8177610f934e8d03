import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { readConfig } from '../../src/config.ts'
import { type Body, bodyIds, type Event } from '../../src/event/index.ts'
import { startProjector } from '../../src/project.ts'
import { apply, changes } from '../../src/reconcile/index.ts'
import { inTransaction, openStore } from '../../src/store/database.ts'
import { aListing, anEvent, aWhen } from '../build.ts'
import { type Figure, median } from './figure.ts'

/** What a reader asks, against a bare `node:http` server that sends the same bytes with the same headers. */
const cases = [
  { what: 'warm feed of 1,000 events', path: '/feeds/all.ics', fresh: false, atLeast: 0.7 },
  { what: '304 of a feed of 1,000 events', path: '/feeds/all.ics', fresh: true, atLeast: 0.7 },
  { what: 'list JSON of 50 events', path: '/api/events?limit=50', fresh: false, atLeast: 0.5 },
]

/** How many requests a second the service answers, as a part of what a bare server does: the median of several turns taken alternately. */
export async function compareWithBareServer({ turns = 5, seconds = 2 } = {}): Promise<Figure[]> {
  const folder = fill(1000)
  const [service, bare] = [await start('service', folder), await start('bare')]
  const figures: Figure[] = []
  for (const { what, path, fresh, atLeast } of cases) {
    const answer = await fetch(service.address + path, { headers: { 'accept-encoding': 'identity' } })
    const headers = Object.fromEntries(answer.headers)
    for (const name of ['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding']) delete headers[name]
    bare.child.send({ body: await answer.text(), headers })
    await once(bare.child, 'message')
    const asked = fresh ? { 'if-none-match': headers.etag ?? '' } : {}
    const ratios: number[] = []
    for (let turn = 0; turn <= turns; turn++) {
      const [ours, theirs] = [await rate(service.address + path, asked, seconds), await rate(bare.address + path, asked, seconds)]
      // The first turn warms both up.
      if (turn > 0) ratios.push(ours / theirs)
    }
    figures.push({ what: `${what}, of a bare server`, value: median(ratios), unit: 'ratio', atLeast })
  }
  for (const { child } of [service, bare]) child.kill()
  rmSync(folder, { recursive: true })
  return figures
}

/** A folder with a database of so many events, merged from listings as a run leaves them. */
export function fill(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const store = openStore(folder)
  const { PUBLIC_URL: publicUrl, ORGANIZER: email } = readConfig({ PUBLIC_URL: 'https://calendar.example' })
  const rendering = { publicUrl, organizer: { name: 'Organizer', email } }
  const at = '2026-01-10T06:00:00Z'
  const found = manyEvents(count).map(({ uid: key, body, title, when }) => {
    const { session: _, ...listing } = aListing({ key, body, title, when: when ?? aWhen() })
    return listing
  })
  const listings = apply([], changes('bench', [], found, at), at)
  const projector = startProjector(store, { trust: {}, mint: randomUUID, rendering })
  inTransaction(store, () => projector.write({ listings }, { at }))
  store.close()
  return folder
}

/** As many events as wanted, in the year around today, no two alike. */
export function manyEvents(count: number): Event[] {
  const first = Date.now() - 60 * 86_400_000
  return Array.from({ length: count }, (_, i) => {
    const day = (offset: number) => new Date(first + (((i * 7) % 360) + offset) * 86_400_000).toISOString().slice(0, 10)
    return anEvent({
      uid: `bench-${i}`,
      slug: `bench-${i}`,
      body: bodyIds[i % bodyIds.length] as Body,
      title: `Meeting number ${i} of the working group`,
      when: aWhen({ start: day(0), end: day(i % 5) }),
    })
  })
}

async function start(kind: string, ...more: string[]): Promise<{ child: ChildProcess; address: string }> {
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
  const child = fork(at('http-server.ts'), [kind, ...more], { execArgv: ['--require', at('../../src/modules.cjs')] })
  const [address] = (await once(child, 'message')) as [string]
  return { child, address }
}

async function rate(url: string, headers: Record<string, string>, duration: number): Promise<number> {
  const { requests, errors, non2xx, statusCodeStats } = await autocannon({ url, headers, duration, connections: 20 })
  const wrong = errors + non2xx - (statusCodeStats?.['304']?.count ?? 0)
  if (wrong > 0) throw new Error(`${wrong} wrong answers from ${url}.`)
  return requests.average
}
