import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Page } from '#source'
import type { Reading } from './read/index.ts'

/** Pages of one source to be read, and the day on which they were received (`YYYY-MM-DD`). */
export type ReadJob = { sourceId: string; pages: Page[]; captured: string }

/** Reads pages in a thread of its own, one job after the other, so that a large page never holds up those who are being served. */
export type Reader = { read(job: ReadJob): Promise<Reading[]>; close(): Promise<void> }

/** A source whose pages took longer to read than any page should. */
export class ReadTimeout extends Error {}

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Starts the reading thread at the first job; a job of more than `timeoutMs` ends the thread and fails with {@link ReadTimeout}. */
export function startReader(timeoutMs = 60_000): Reader {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  const start = () => {
    const started = new Worker(join(folder, 'reader-thread.ts'), { execArgv: ['--require', join(folder, 'modules.cjs')] })
    started.unref()
    return started
  }
  function readNow(job: ReadJob): Promise<Reading[]> {
    worker ??= start()
    const thread = worker
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => {
        worker = undefined
        end()
        void thread.terminate()
        reject(error)
      }
      const answer = (readings: Reading[]) => {
        end()
        resolve(readings)
      }
      const exit = () => fail(new Error(`${job.sourceId}: the reading thread ended before it answered.`))
      const late = () =>
        fail(new ReadTimeout(`${job.sourceId}: reading its pages took more than ${timeoutMs / 1000} s and was given up.`))
      const timer = setTimeout(late, timeoutMs)
      function end() {
        clearTimeout(timer)
        thread.off('message', answer).off('error', fail).off('exit', exit)
      }
      thread.on('message', answer).on('error', fail).on('exit', exit).postMessage(job)
    })
  }
  return {
    read(job) {
      const next = last.then(() => readNow(job))
      last = next.catch(() => undefined)
      return next
    },
    async close() {
      await worker?.terminate()
      worker = undefined
    },
  }
}
