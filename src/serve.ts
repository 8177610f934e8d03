import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { printConfig, readConfig, voiceOf } from './config.ts'
import { listen } from './listening.ts'
import { madeBy } from './made.ts'
import { openStore } from './store/database.ts'
import { isWhole } from './store/events/projection.ts'
import { openFront } from './web/front.ts'

/** Serves the calendar until SIGTERM or SIGINT: settings, database, feeds, then all the rest; closes in the opposite order. */
export async function serve(environment: Record<string, string | undefined>): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve())
  })
  const config = readConfig(environment)
  const log = pino({ level: config.LOG_LEVEL })
  log.info(printConfig(config))
  const voice = voiceOf(config)
  const store = openStore(config.DATA_DIR)
  const front = openFront({ store, now: () => new Date(), publicUrl: voice.publicUrl, voice }, log)
  const open = async () => (await import('./rest.ts')).openRest(config, { store, front, log })
  const announce = (address: string) => {
    const at = config.PORT ? voice.publicUrl : address
    log.info(`The calendar is at ${at}/ and its feed at ${at}/feeds/all.ics`)
  }

  // Calendar programs are answered before all else is loaded, unless what is stored is not what would be made now.
  const early = isWhole(store, madeBy(config)) ? await listen(front.server, config) : undefined
  if (early) await Promise.race([front.wanted, setTimeout(1000), stopped])
  const rest = await open()
  announce(early ?? (await listen(front.server, config)))
  rest.start()
  await stopped
  await rest.close()
  log.info('Closed.')
}
