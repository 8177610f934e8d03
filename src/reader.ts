import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Page } from '#source'
import type { Handed, ImportReading, ImportSettings } from './read/handed/index.ts'
import type { Reading } from './read/index.ts'

/** Pages of one source to be read, and the day on which they were received (`YYYY-MM-DD`). */
export type ReadJob = { sourceId: string; pages: Page[]; captured: string }

/** What a person handed in, and how it is to be read. */
export type HandJob = { handed: Handed; settings: ImportSettings }

/** What the thread is given; pages are explained instead of read where that is said. */
export type Job = (ReadJob & { isExplained?: true }) | HandJob

/** Reads in a thread of its own, one job after the other, so that a large page or file never holds up those who are being served. */
export type Reader = {
  /** Starts the thread, so that the first job finds it ready. */
  warm(): void
  read(job: ReadJob): Promise<Reading[]>
  readHanded(job: HandJob): Promise<ImportReading>
  close(): Promise<void>
}

/** Tells how pages are read, line by line (`explain`), in the same thread. */
export type Explainer = { explain(job: ReadJob): Promise<string[]> }

/** Something that took longer to read than anything should. */
export class ReadTimeout extends Error {}

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Starts the reading thread at the first job; a job of more than `timeoutMs` ends the thread and fails with {@link ReadTimeout}, `idleMs` without one end it too. */
export function startReader(timeoutMs = 60_000, idleMs = 30_000): Reader & Explainer {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  let resting: NodeJS.Timeout | undefined
  const start = () => {
    const started = new Worker(join(folder, 'reader-thread.ts'), { execArgv: ['--require', join(folder, 'modules.cjs')] })
    started.unref()
    return started
  }
  function readNow<T>(job: Job): Promise<T> {
    const name = 'sourceId' in job ? job.sourceId : 'import'
    clearTimeout(resting)
    worker ??= start()
    const thread = worker
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => {
        worker = undefined
        end()
        void thread.terminate()
        reject(error)
      }
      const answer = (readings: T) => {
        end()
        resolve(readings)
      }
      const exit = () => fail(new Error(`${name}: the reading thread ended before it answered.`))
      const late = () => fail(new ReadTimeout(`${name}: reading took more than ${timeoutMs / 1000} s and was given up.`))
      const timer = setTimeout(late, timeoutMs)
      function end() {
        clearTimeout(timer)
        // A thread holds as much memory as all else; between two collections nobody needs it.
        resting = setTimeout(() => void close(), idleMs).unref()
        thread.off('message', answer).off('error', fail).off('exit', exit)
      }
      thread.on('message', answer).on('error', fail).on('exit', exit).postMessage(job)
    })
  }
  function inTurn<T>(job: Job): Promise<T> {
    const next = last.then(() => readNow<T>(job))
    last = next.catch(() => undefined)
    return next
  }
  async function close(): Promise<void> {
    clearTimeout(resting)
    const thread = worker
    worker = undefined
    await thread?.terminate()
  }
  return {
    warm() {
      worker ??= start()
    },
    read: (job) => inTurn<Reading[]>(job),
    explain: (job) => inTurn<string[]>({ ...job, isExplained: true }),
    readHanded: (job) => inTurn<ImportReading>(job),
    close,
  }
}
