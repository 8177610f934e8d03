import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { Logger } from 'pino'
import { openActs, openImports } from './acts/index.ts'
import { buildApp } from './app.ts'
import { type Config, voiceOf } from './config.ts'
import { type Engine, openEngine } from './engine.ts'
import { madeBy } from './made.ts'
import { asOnlyCollector, startSchedule, visitAll } from './schedule.ts'
import { loadSources } from './sources.ts'
import type { Store } from './store/database.ts'
import { sourceState } from './store/visits/sources.ts'
import { openTelling, startTelling } from './telling.ts'
import type { Front } from './web/front.ts'
import { firstKey } from './web/keys/keep.ts'

/** All of the service but its feeds. */
export type Rest = {
  /** Begins to visit sources and to tell what changed; tells the first key once. */
  start(): void
  /** Ends what is under way and stops listening. */
  close(): Promise<void>
}

/** Opens pages, API, desk, what collects and what tells. Resolves when `front` has them, and events are as they would be made now. */
export async function openRest(
  config: Config,
  { store, front, log }: { store: Store; front: Front; log: Logger },
): Promise<Rest> {
  const sources = await loadSources()
  const engine = openEngine(config, sources, store)
  if (config.COLLECT === 'on') await readFiles(engine, log)
  engine.projector.rebuild(madeBy(config), engine.now().toISOString())
  const kit = { ...engine, mint: randomUUID, wake: () => schedule?.wake() }
  const acts = openActs(kit)
  const imports = openImports({ ...kit, acts, webMirror: config.WEB_MIRROR !== '' })
  const telling = openTelling(config, { ...engine, ...acts, publicUrl: voiceOf(config).publicUrl }, log)
  const app = buildApp({ store, config, sources, log, front, acts, imports, digests: telling, explain: engine.explain })
  await app.ready()

  let told: ReturnType<typeof startTelling> | undefined
  let schedule: ReturnType<typeof startSchedule> | undefined
  return {
    start() {
      const first = firstKey(store, engine.now())
      if (first) console.log(`The first administrator's key, shown this once: ${first}`)
      told = startTelling(telling, log)
      schedule = config.COLLECT === 'on' ? startSchedule(engine, log) : undefined
    },
    async close() {
      const closed = once(front.server.close(), 'close')
      await app.close()
      front.server.closeIdleConnections()
      await closed
      await told?.stop()
      await schedule?.stop()
      await engine.close()
    },
  }
}

/** Reads what needs no web and never was read, so that not even the first who asks sees an empty calendar. */
async function readFiles(engine: Engine, log: Logger): Promise<void> {
  const unread = () => engine.sources.filter(({ id, file }) => file && sourceState(engine.store, id).lastRunAt === null)
  while (unread().length) {
    const done = await asOnlyCollector(engine, (lost) =>
      visitAll(engine, unread(), lost, ({ source, sentence }) => log.info({ source }, sentence)).then(() => true),
    )
    // Another process is at it.
    if (!done) await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
