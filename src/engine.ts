import { randomUUID } from 'node:crypto'
import type { Kit } from './collect.ts'
import { collect } from './collect.ts'
import { keptPages } from './collecting/kept.ts'
import { type Config, voiceOf } from './config.ts'
import { type Fetcher, fetcher } from './fetch/index.ts'
import { lastVoice } from './made.ts'
import { startProjector } from './project.ts'
import { startReader } from './reader.ts'
import type { Visits } from './schedule.ts'
import type { Source, Trust } from './source/index.ts'
import { openStore, type Store } from './store/database.ts'

/** All that a serving or collecting process has open, and what closes it. */
export type Engine = Visits &
  Kit & {
    /** The kept pages of a source, and how each is read. */
    explain(sourceId: string): Promise<{ url: string; receivedAt: string; text: string }[]>
    close(): Promise<void>
  }

/** What visits the web as the settings say. */
export function visitor(config: Config): Fetcher {
  return fetcher({
    contact: config.CONTACT,
    version: '0.1',
    pauseMs: config.FETCH_PAUSE_MS,
    timeoutMs: config.FETCH_TIMEOUT_MS,
    ...(config.WEB_MIRROR && { mirror: config.WEB_MIRROR.replace(/\/$/, '') }),
  })
}

/**
 * Opens what visits, reads and merges, over the store of the service or else over the database of the settings. Events are rendered as the
 * service on that database renders them, whatever a command was told.
 */
export function openEngine(config: Config, sources: Source[], serving?: Store): Engine {
  const store = serving ?? openStore(config.DATA_DIR)
  const reader = startReader()
  const web = visitor(config)
  const trust: Record<string, Trust> = { desk: 'own' }
  for (const { id, trust: said } of sources) trust[id] = said ?? 'other'
  const rendering = serving ? voiceOf(config) : (lastVoice(store) ?? voiceOf(config))
  const kit: Kit = {
    store,
    fetcher: web,
    reader,
    projector: startProjector(store, { trust, mint: randomUUID, rendering }),
    now: () => new Date(),
    chance: Math.random,
  }
  return {
    ...kit,
    // What needs no web is there first: a first start shows it at once.
    sources: sources.toSorted((a, b) => Number(!a.file) - Number(!b.file)),
    visit: (source, signal) => collect(source, kit, signal),
    async explain(sourceId) {
      const source = sources.find(({ id }) => id === sourceId)
      const pages = source ? keptPages(store, source).map((page) => ({ ...page, captured: page.fetchedAt.slice(0, 10) })) : []
      const told: { url: string; receivedAt: string; text: string }[] = []
      for (const { captured, ...page } of pages) {
        const [text = ''] = await reader.explain({ sourceId, pages: [page], captured })
        told.push({ url: page.finalUrl, receivedAt: page.fetchedAt, text })
      }
      return told
    },
    async close() {
      await reader.close()
      await web.close()
      store.close()
    },
  }
}
