import { randomUUID } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { vi } from 'vitest'
import { meetings } from '#source'
import { openActs } from '../../src/acts/index.ts'
import { buildApp } from '../../src/app.ts'
import { collect } from '../../src/collect.ts'
import { readConfig } from '../../src/config.ts'
import type { toJson } from '../../src/publish/index.ts'
import { read } from '../../src/read/index.ts'
import type { Source } from '../../src/source/index.ts'
import { makeKey } from '../../src/web/keys/keep.ts'
import { aKit, aSource, startWeb } from '../hall/world.ts'

// A whole way takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** An event as the API tells it. */
export type Told = ReturnType<typeof toJson>

/** A source with one page in HTML, read as the sources of this project are. */
export function aPage(id: string, more: Partial<Source> = {}): Source {
  return aSource(id, [`https://www.example.org/${id}`], { extract: meetings(), ...more })
}

/** The whole way of a meeting: pages on a mirror, visited, read, merged, kept on the disk, and asked for as a reader and an editor do. */
export async function aJourney(sources: Source[]) {
  const web = await startWeb()
  const kit = aKit(web.mirror, sources)
  const reader = {
    ...kit.reader,
    read: async ({ sourceId, pages, captured }: Parameters<typeof kit.reader.read>[0]) =>
      pages.map((page) => read(page, sources.find(({ id }) => id === sourceId) as Source, captured)),
  }
  const acts = openActs({ ...kit, sources, mint: randomUUID })
  const config = readConfig({ PUBLIC_URL: 'https://calendar.example.org' })
  const app = buildApp({ store: kit.store, config, sources, now: () => kit.clock.now, acts })
  const { key } = makeKey(kit.store, { name: 'secretary', role: 'editor' }, 'test', kit.clock.now)

  /** A day later a source is visited. */
  function revisit(source: Source) {
    kit.clock.now = new Date(kit.clock.now.getTime() + 86_400_000)
    return collect(source, { ...kit, reader }, new AbortController().signal)
  }

  /** A day later the page of a source is this, and the source is visited. */
  function visit(source: Source, body: string, type = 'text/html; charset=utf-8') {
    web.pages.set(`/www.example.org/${source.id}`, { body, headers: { 'content-type': type } })
    return revisit(source)
  }

  /** {@link visit} of a list with these lines. */
  const print = (source: Source, ...lines: string[]) =>
    visit(
      source,
      `<!doctype html><html lang="en"><title>Meetings</title><body><h1>Meetings</h1><ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul></body></html>`,
    )

  async function ask(method: InjectOptions['method'], url: string, body?: object) {
    const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
    const headers = { authorization: `Bearer ${key}`, 'if-match': '*', ...(body && { 'content-type': type }) }
    const reply = await app.inject({ method, url, headers, ...(body && { payload: JSON.stringify(body) }) } as InjectOptions)
    return { status: reply.statusCode, text: reply.body, json: reply.json() }
  }

  const list = async (query = ''): Promise<Told[]> => (await ask('GET', `/api/events?limit=200${query}`)).json.events
  const reviews = async () =>
    (await ask('GET', '/api/reviews')).json.reviews as { id: string; kind: string; sentence: string; answers: string[] }[]
  const answer = (id: string | undefined, word: string) => ask('POST', `/api/reviews/${id}/answer`, { answer: word })
  /** The feed, its lines whole. */
  const feed = async (query = '') => (await app.inject({ url: `/feeds/all.ics${query}` })).body.replaceAll('\r\n ', '')
  /** What the feed says of one event, property by property; nothing when it is not in it. */
  async function inFeed(uid: string, query = ''): Promise<string | undefined> {
    return (await feed(query)).split('BEGIN:VEVENT').find((text) => text.includes(`UID:${uid}`))
  }
  const close = async () => {
    await app.close()
    await kit.close()
    await web.close()
  }
  return { kit, web, acts, revisit, visit, print, ask, list, reviews, answer, feed, inFeed, close }
}
