import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Kit } from '../../src/collect.ts'
import type { Body, Kind, Listing } from '../../src/event/index.ts'
import { fetcher } from '../../src/fetch/index.ts'
import { startProjector } from '../../src/project.ts'
import type { Reading } from '../../src/read/reading.ts'
import type { ReadJob } from '../../src/reader.ts'
import { defineSource, type Source } from '../../src/source/index.ts'
import { openStore } from '../../src/store/database.ts'

/** A page of the small world: its lines, or a status, with an ETag that follows its text. */
export type Answer = { body?: string; status?: number; headers?: Record<string, string> }

/** A real HTTP server that answers `https://HOST/PATH` as `/HOST/PATH`, as it is told at the moment. */
export async function startWeb() {
  const pages = new Map<string, Answer>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path.endsWith('/robots.txt')) return void response.writeHead(404).end()
    asked.push(path)
    const { body = '', status = 200, headers = {} } = pages.get(path) ?? { status: 404 }
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    const same = status === 200 && request.headers['if-none-match'] === etag
    response
      .writeHead(same ? 304 : status, { 'content-type': 'text/html; charset=utf-8', etag, ...headers })
      .end(same ? undefined : body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { pages, asked, mirror: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(resolve)) }
}

/** A source of these pages. */
export function aSource(id: string, pages: Source['pages'], more: Partial<Source> = {}): Source {
  const definition = defineSource({
    title: id,
    publisher: id,
    pages,
    timezone: 'Europe/Vienna',
    every: '12 hours',
    extract: () => ({ listings: [] }),
  })
  return { ...definition, trust: 'body', ...more, id }
}

/** What a run works with, over a database in memory and a clock that stands at `clock.now`. */
export function aKit(mirror: string, sources: Source[], folder = ':memory:') {
  const store = openStore(folder)
  const clock = { now: new Date('2026-11-23T12:00:00.000Z') }
  const trust = { desk: 'own' as const, ...Object.fromEntries(sources.map(({ id, trust }) => [id, trust ?? 'other'])) }
  const rendering = { publicUrl: 'https://calendar.example.org', organizer: { name: 'Calendar', email: 'calendar@example.org' } }
  const kit: Kit = {
    store,
    fetcher: fetcher({ contact: 'https://example.org', version: 'test', pauseMs: 0, timeoutMs: 2000, waitsMs: [1, 1], mirror }),
    reader: {
      warm: () => {},
      read: async (job) => job.pages.map((page) => lineReading(page.body, page.url, job)),
      // Few hand in anything, and what reads it is much.
      readHanded: async ({ handed, settings }) => (await import('../../src/read/handed/index.ts')).readImport(handed, settings),
      close: async () => {},
    },
    projector: startProjector(store, { trust, mint: randomUUID, rendering }),
    now: () => clock.now,
    chance: () => 0.5,
  }
  return { ...kit, clock, close: () => kit.fetcher.close().then(() => store.close()) }
}

/**
 * Lines `2027-03-15..2027-03-19 CND session 70` are meetings; `challenge` and an empty page are no page; no line with "Meetings" is
 * another layout; `-> URL` links to a calendar.
 */
function lineReading(body: string, url: string, { sourceId }: ReadJob): Reading {
  const nothing = { listings: [], issues: [], left: [] }
  if (!body.trim()) return { ...nothing, outcome: 'broken', kind: 'no-page' }
  if (body.includes('challenge')) return { ...nothing, outcome: 'blocked', kind: 'no-page' }
  const listings = body.split('\n').flatMap((line) => lineListing(line, url))
  const follow = body.split('\n').flatMap((line) => (line.startsWith('-> ') ? [line.slice(3)] : []))
  const unread = body.split('\n').filter((line) => line.startsWith('?'))
  const kind = listings.length || follow.length ? 'meetings' : body.includes('Meetings') ? 'none-scheduled' : 'layout-changed'
  return {
    ...nothing,
    outcome: 'ok',
    kind,
    listings,
    follow,
    issues: unread.map((line) => ({ sentence: `${sourceId}: cannot read "${line}".` })),
  }
}

function lineListing(line: string, url: string): Listing[] {
  const match = /^(\d{4}-\d\d-\d\d)(?:\.\.(\S+))? (\S+) (\S+) (\d+)$/.exec(line)
  if (!match) return []
  const [, start = '', end = start, body, kind, session] = match
  const when = { precision: 'day', start, end, timezone: 'Europe/Vienna' } as const
  const identity = { body: body as Body, kind: kind as Kind, session: Number(session) }
  return [
    {
      ...identity,
      key: `${body}/${kind}/${session}`,
      title: `${body} ${kind} ${session}`,
      when,
      status: 'confirmed',
      place: {},
      links: [],
      deadlines: [],
      provenance: { text: line, url },
    },
  ]
}
