import { hostname } from 'node:os'
import cron from 'node-cron'
import type { Logger } from 'pino'
import type { Source } from '#source'
import type { RunReport } from './collect.ts'
import type { Store } from './store/database.ts'
import { returnLease, takeLease } from './store/visits/lease.ts'
import { dueSources } from './store/visits/sources.ts'

const leaseMs = 60_000

/** What visits sources for a schedule or a command. */
export type Visits = {
  store: Store
  sources: Source[]
  visit: (source: Source, signal: AbortSignal) => Promise<RunReport>
  now: () => Date
}

/**
 * Runs `work` while this process is the only one that collects (or tells what changed); undefined when another one is. The signal is raised when the lease
 * was lost, which only happens to a process that stood still for more than a minute.
 */
export async function asOnlyCollector<T>(
  { store, now }: Pick<Visits, 'store' | 'now'>,
  work: (signal: AbortSignal) => Promise<T>,
  name: 'collect' | 'tell' = 'collect',
): Promise<T | undefined> {
  const holder = `${hostname()} ${process.pid}`
  const lost = new AbortController()
  const take = () => {
    const at = now()
    const until = new Date(at.getTime() + leaseMs).toISOString()
    return takeLease(store, { name, holder, now: at.toISOString(), until, isAlive })
  }
  if (!take()) return undefined
  const renewal = setInterval(() => take() || lost.abort(), leaseMs / 3)
  try {
    return await work(lost.signal)
  } finally {
    clearInterval(renewal)
    returnLease(store, name, holder)
  }
}

/** Whether the process that holds a lease still runs; of another machine's processes, only their lease's end tells. */
function isAlive(holder: string): boolean {
  const [host, pid] = holder.split(' ')
  if (host !== hostname()) return true
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Visits these sources, at most `atOnce` side by side, in their order; each report goes to `told` as it comes. Rejects as soon as the
 * signal is raised, without waiting for visits under way: they leave no trace.
 */
export async function visitAll(
  visits: Visits,
  sources: Source[],
  signal: AbortSignal,
  told: (report: RunReport) => void,
  atOnce = 4,
): Promise<void> {
  const waiting = [...sources]
  const work = async () => {
    for (let source = waiting.shift(); source && !signal.aborted; source = waiting.shift())
      told(await visits.visit(source, signal))
  }
  await Promise.race([Promise.all(Array.from({ length: atOnce }, work)), raised(signal)])
}

function raised(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

/** Visits what is due every minute until stopped; `wake` looks at once; `stop` abandons what is under way, which loses nothing: it is still due. */
export function startSchedule(visits: Visits, log: Logger): { stop(): Promise<void>; wake(): void } {
  const stopping = new AbortController()
  let underWay: Promise<unknown> = Promise.resolve()
  async function tick(): Promise<void> {
    const byId = new Map(visits.sources.map((source) => [source.id, source]))
    const due = dueSources(visits.store, [...byId.keys()], visits.now().toISOString()).map((id) => byId.get(id) as Source)
    if (!due.length || stopping.signal.aborted) return
    await asOnlyCollector(visits, (lost) =>
      visitAll(visits, due, AbortSignal.any([stopping.signal, lost]), (report) =>
        log.info({ source: report.source }, report.sentence),
      ),
    )
  }
  const runTick = () => {
    underWay = underWay
      .then(tick)
      .catch((error: unknown) => log.error({ err: error }, 'The schedule could not go on; it tries again in a minute.'))
    return underWay
  }
  // UTC, because in a zone with summer time node-cron skips runs in the doubled hour.
  const task = cron.schedule('* * * * *', runTick, { timezone: 'Etc/UTC', noOverlap: true })
  void runTick()
  return {
    wake: () => void runTick(),
    async stop() {
      await task.destroy()
      stopping.abort()
      await underWay
    },
  }
}
