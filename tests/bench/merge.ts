import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../src/app.ts'
import { recordRun } from '../../src/collecting/record.ts'
import { readConfig } from '../../src/config.ts'
import { bodyIds, type Listing } from '../../src/event/index.ts'
import { apply, changes, type MergeInput, project, type StoredListing, undoOf } from '../../src/reconcile/index.ts'
import { inTransaction } from '../../src/store/database.ts'
import { listingsOf } from '../../src/store/visits/listings.ts'
import { aKit, aSource } from '../hall/world.ts'
import type { Figure } from './figure.ts'

const kinds = ['session', 'working-group', 'intersessional', 'reconvened', 'review-group', 'expert-meeting', 'briefing'] as const
const topics = [
  'asset recovery',
  'firearms',
  'smuggling of migrants',
  'prevention',
  'technical assistance',
  'trafficking in persons',
  'youth',
  'justice',
]
const now = '2026-01-01T06:00:00Z'
const trust = { 'source-0': 'body' } as const

/** Milliseconds to merge 10,000 and 100,000 listings of many sources into events, and how much longer ten times as many take. */
export async function mergeListings(): Promise<Figure[]> {
  const [small, large] = [inputOf(10_000), inputOf(100_000)]
  const [few, many] = [best(7, () => project(small)), best(3, () => project(large))]
  return [
    { what: 'merging 10,000 listings into events', value: few, unit: 'ms', atMost: 300 },
    { what: 'merging 100,000 listings into events', value: many, unit: 'ms', atMost: 4000 },
    { what: 'merging ten times as many listings', value: many / few, unit: 'times as long', atMost: 20 },
  ]
}

/** Milliseconds from what a run found, one listing of 10,000 having changed, to the feed that says so: compared, merged, on the disk, rendered, served. */
export async function applyOneChange(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'calendar-'))
  const source = aSource('source-0', ['https://source-0.example/'])
  const kit = aKit('http://127.0.0.1:1', [source], folder)
  const { listings } = inputOf(10_000)
  kit.clock.now = new Date(now)
  inTransaction(kit.store, () => kit.projector.write({ listings }, { at: now }))
  const app = buildApp({ store: kit.store, config: readConfig({}), sources: [source], now: () => kit.clock.now })
  const feed = async () => (await app.inject({ url: '/feeds/all.ics' })).body
  await feed()

  let least = Number.POSITIVE_INFINITY
  for (let round = 1; round <= 9; round += 1) {
    kit.clock.now = new Date(Date.parse(now) + round * 3_600_000)
    const title = `A meeting changed for the ${round} time`
    const startedAt = performance.now()
    const at = kit.clock.now.toISOString()
    const known = listingsOf(kit.store, source.id)
    const coming = known.findIndex(({ listing }) => (listing.when?.start ?? '') > at && (listing.when?.end ?? '') < '2027')
    const found = changes(
      source.id,
      known,
      known.map(({ listing }, index) => (index === coming ? { ...listing, title } : listing)),
      at,
    )
    const after = apply(known, found, at)
    const visit = { pages: [], received: [], failing: [], issues: [], input: `${round}`, receivedAt: at }
    recordRun(source, kit, at, {
      outcome: 'accepted',
      visit,
      issues: [],
      changes: found,
      listings: after,
      undo: undoOf(known, found, after, at),
      at,
    })
    const text = await feed()
    least = Math.min(least, performance.now() - startedAt)
    if (!text.includes(title)) throw new Error('The feed does not say what changed.')
  }
  await app.close()
  await kit.close()
  rmSync(folder, { recursive: true })
  return [{ what: 'a run that changes one listing of 10,000, to the feed that says so', value: least, unit: 'ms', atMost: 50 }]
}

/** So many listings of forty sources, of which every fourth is a meeting that another source lists too. */
export function inputOf(count: number): MergeInput {
  const perSource = count / 40
  const listings: StoredListing[] = []
  for (let source = 0; source < 40; source += 1) {
    const from = source % 4 === 3 ? source - 1 : source
    const found = Array.from({ length: perSource }, (_, index) => aMeeting(from * perSource + index, source))
    listings.push(...apply([], changes(`source-${source}`, [], found, now), now))
  }
  return { listings, edits: [], decisions: [], previous: [], trust, now, mint: minter('uid') }
}

function aMeeting(number: number, source: number): Listing {
  const body = bodyIds[number % 10] ?? 'OTHER'
  const kind = kinds[number % 7] ?? 'other'
  const topic = topics[number % 8] ?? ''
  const session = number % 10 ? { session: Math.floor(number / 70) + 1 } : {}
  const day = new Date(Date.UTC(2010, 0, 1) + ((Math.imul(number, 2_654_435_761) >>> 0) % 14_600) * 86_400_000)
    .toISOString()
    .slice(0, 10)
  return {
    key: `meeting/${number}`,
    body,
    kind,
    ...session,
    group: topic.replaceAll(' ', '-'),
    title: `${session.session ?? ''} meeting ${number % 977} on ${topic}`,
    when: { precision: 'day', start: day, end: day, timezone: 'Europe/Vienna' },
    status: 'confirmed',
    place: { city: 'Vienna' },
    links: [{ rel: 'page', url: `https://source-${source}.example/${number}` }],
    deadlines: [],
    provenance: { text: topic, url: `https://source-${source}.example/list` },
  }
}

function minter(name: string): () => string {
  let minted = 0
  return () => {
    minted += 1
    return `${name}-${String(minted).padStart(8, '0')}`
  }
}

function best(times: number, work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let time = 0; time < times; time += 1) {
    const startedAt = performance.now()
    work()
    least = Math.min(least, performance.now() - startedAt)
  }
  return least
}
