import cron from 'node-cron'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { bodies } from './event/index.ts'
import { asOnlyCollector } from './schedule.ts'
import type { Store } from './store/database.ts'
import { mailer } from './tell/index.ts'
import { makeDigests, nextDigest, type TellingKit } from './telling/make.ts'
import { sendDue, type Ways } from './telling/send.ts'
import type { Digests } from './web/digests/digests.ts'

/** What telling needs of the service: the store, what waits for a person, the clock. */
export type TellingNeeds = { store: Store; reviews: TellingKit['reviews']; publicUrl: string; now: () => Date }

/** Tells what changed: makes the digests that are due and sends what is to be sent. Only one process does so at a time. */
export type Telling = Digests & { tick(): Promise<void>; stop(): Promise<void> }

/** Telling by the ways that the settings name. */
export function openTelling(
  config: Config,
  { store, reviews, publicUrl, now }: TellingNeeds,
  log: Pick<Logger, 'info' | 'error'>,
): Telling {
  const ways = waysOf(config)
  const kit: TellingKit = {
    store,
    reviews,
    publicUrl,
    name: bodies.ALLIANCE.name,
    every: config.DIGEST_EVERY,
    by: [...(ways.mail ? (['mail'] as const) : []), ...(ways.webhook ? (['webhook'] as const) : [])],
  }
  const stopping = new AbortController()
  let underWay: Promise<unknown> = Promise.resolve()
  async function tellDue(): Promise<void> {
    if (stopping.signal.aborted) return
    await asOnlyCollector(
      { store, now },
      async (lost) => {
        makeDigests(kit, now())
        const signal = AbortSignal.any([stopping.signal, lost])
        await sendDue(store, ways, { now, signal, told: (sentence) => log.info(sentence) })
      },
      'tell',
    )
  }
  return {
    next: () => nextDigest(kit, now()),
    tick() {
      const next = underWay.then(tellDue)
      underWay = next.catch(() => undefined)
      return next
    },
    async stop() {
      stopping.abort()
      await underWay
    },
  }
}

/** Tells every minute until stopped. */
export function startTelling(telling: Telling, log: Pick<Logger, 'error'>): { stop(): Promise<void> } {
  const runTick = () =>
    telling
      .tick()
      .catch((error: unknown) => log.error({ err: error }, 'What changed could not be told; it is tried again in a minute.'))
  const task = cron.schedule('* * * * *', runTick, { timezone: 'Etc/UTC', noOverlap: true })
  void runTick()
  return {
    async stop() {
      await task.stop()
      await telling.stop()
    },
  }
}

function waysOf(config: Config): Ways {
  const from = config.DIGEST_FROM || `${bodies.ALLIANCE.name} <${config.ORGANIZER}>`
  return {
    ...(config.SMTP_URL && { mail: { mailer: mailer(config.SMTP_URL), from, to: config.DIGEST_TO } }),
    ...(config.WEBHOOK_URL && { webhook: { url: config.WEBHOOK_URL, secret: config.WEBHOOK_SECRET } }),
  }
}
