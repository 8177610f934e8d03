import { pino } from 'pino'
import { buildApp } from './app.ts'
import { printConfig, readConfig } from './config.ts'
import { openEngine, publicUrl } from './engine.ts'
import { startSchedule } from './schedule.ts'
import { loadSources } from './sources.ts'

/** Serves the calendar until SIGTERM or SIGINT: settings, database, sources, app, schedule; closes in the opposite order. */
export async function serve(environment: Record<string, string | undefined>): Promise<void> {
  const config = readConfig(environment)
  const log = pino({ level: config.LOG_LEVEL })
  log.info(printConfig(config))
  const sources = await loadSources()
  const engine = openEngine(config, sources)
  const app = buildApp({ store: engine.store, config, sources, log })
  await app.listen({ host: config.HOST, port: config.PORT })
  log.info(`The calendar is at ${publicUrl(config)}/ and its feed at ${publicUrl(config)}/feeds/all.ics`)
  const schedule = config.COLLECT === 'on' ? startSchedule(engine, log) : undefined

  const stopping = new AbortController()
  async function close(): Promise<void> {
    await app.close()
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
