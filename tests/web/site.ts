import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Source } from '#source'
import { buildApp, type Deps } from '../../src/app.ts'
import { type Config, readConfig } from '../../src/config.ts'
import type { Event } from '../../src/event/index.ts'
import { toVevent } from '../../src/publish/index.ts'
import { openStore, type Store } from '../../src/store/database.ts'
import { nextGeneration, saveEventRow } from '../../src/store/events/projection.ts'

/** The day of the tests. */
export const now = () => new Date('2026-03-02T09:30:00Z')

/** A service over a store in memory (or a folder), with its events, closed by `close`. */
export type Served = {
  app: FastifyInstance
  store: Store
  config: Config
  put: (...events: Event[]) => void
  close: () => Promise<void>
}

/** Builds the app over these events; nothing is mocked: the store is SQLite with its migrations. */
export async function serve({
  events = [],
  sources = [],
  folder = ':memory:',
  environment = {},
  ...deps
}: {
  events?: Event[]
  sources?: Source[]
  folder?: string
  environment?: Record<string, string>
} & Partial<Deps> = {}): Promise<Served> {
  const config = readConfig({ PUBLIC_URL: 'https://calendar.example', ...environment })
  const store = openStore(folder)
  const put = (...all: Event[]) => putEvents(store, config, all)
  put(...events)
  const app = buildApp({ store, config, sources, now, ...deps })
  await app.ready()
  const close = async () => {
    await app.close()
    if (store.sqlite.open) store.close()
  }
  return { app, store, config, put, close }
}

/** Writes events as the projection of a run would. */
export function putEvents(store: Store, config: Config, events: Event[]): void {
  const voice = { publicUrl: config.PUBLIC_URL, organizer: { name: 'Organizer', email: config.ORGANIZER } }
  const write = store.sqlite.transaction(() => {
    for (const event of events) {
      const vevent = toVevent(event, voice)
      const hash = createHash('sha256').update(vevent).digest('base64url')
      const { uid, slug, state, createdAt } = event
      saveEventRow(store, { event, memory: { uid, slug, state, createdAt, members: [] }, hash, vevent })
    }
    nextGeneration(store)
  })
  write()
}
