import { bodyIds, type Listing } from '../../src/event/index.ts'
import { apply, changes, type MergeInput, project, reproject, type StoredListing } from '../../src/reconcile/index.ts'
import type { Figure } from './http.ts'

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

/** Milliseconds to merge 10,000 and 100,000 listings of many sources into events, and to apply a run that changes one of 10,000. */
export async function mergeListings(): Promise<Figure[]> {
  const small = inputOf(10_000)
  const large = inputOf(100_000)
  return [
    { what: 'merging 10,000 listings into events', value: best(5, () => project(small)), unit: 'ms', atMost: 300 },
    { what: 'merging 100,000 listings into events', value: best(2, () => project(large)), unit: 'ms', atMost: 4000 },
    {
      what: 'a run that changes one listing of 10,000, compared, applied and merged',
      value: changeOne(small),
      unit: 'ms',
      atMost: 50,
    },
  ]
}

/** Compares, applies and merges a run of one source in which one title is new. */
function changeOne(input: MergeInput): number {
  const before = project(input)
  const known = input.listings.filter((one) => one.source === 'source-0')
  const found = known.map(({ listing }, index) => (index === 5 ? { ...listing, title: `${listing.title}, changed` } : listing))
  const later = '2026-01-02T06:00:00Z'
  return best(5, () => {
    const listings = apply(known, changes('source-0', known, found, later), later)
    reproject(before, { listings, trust, now: later, mint: minter('later') })
  })
}

/** So many listings of forty sources, of which every fourth is a meeting that another source lists too. */
function inputOf(count: number): MergeInput {
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
