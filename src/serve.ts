import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { openActs, openImports } from './acts/index.ts'
import { buildApp } from './app.ts'
import { printConfig, readConfig } from './config.ts'
import { openEngine, publicUrl } from './engine.ts'
import { cannotListen } from './listening.ts'
import { startSchedule } from './schedule.ts'
import { loadSources } from './sources.ts'
import { openTelling, startTelling } from './telling.ts'
import { firstKey } from './web/keys/keep.ts'

/** Serves the calendar until SIGTERM or SIGINT: settings, database, sources, app, schedule; closes in the opposite order. */
export async function serve(environment: Record<string, string | undefined>): Promise<void> {
  const config = readConfig(environment)
  const log = pino({ level: config.LOG_LEVEL })
  log.info(printConfig(config))
  const sources = await loadSources()
  const engine = openEngine(config, sources, { isServing: true })
  const kit = { ...engine, mint: randomUUID, wake: () => schedule?.wake() }
  const acts = openActs(kit)
  const imports = openImports({ ...kit, acts, webMirror: config.WEB_MIRROR !== '' })
  const telling = openTelling(config, { ...engine, ...acts, publicUrl: publicUrl(config) }, log)
  const app = buildApp({ store: engine.store, config, sources, log, acts, imports, digests: telling, explain: engine.explain })
  const address = await app.listen({ host: config.HOST, port: config.PORT }).catch(async (error: unknown) => {
    await engine.close()
    throw cannotListen(config, error)
  })
  const first = firstKey(engine.store, engine.now())
  if (first) console.log(`The first administrator's key, shown this once: ${first}`)
  const at = config.PORT ? publicUrl(config) : address
  log.info(`The calendar is at ${at}/ and its feed at ${at}/feeds/all.ics`)
  const told = startTelling(telling, log)
  const schedule = config.COLLECT === 'on' ? startSchedule(engine, log) : undefined

  const stopping = new AbortController()
  async function close(): Promise<void> {
    await app.close()
    await told.stop()
    await schedule?.stop()
    await engine.close()
    log.info('Closed.')
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) return
      stopping.abort()
      void close()
    })
  }
}
