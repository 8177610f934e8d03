import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Writing, writeFile } from './files.ts'

/** Writes the files of an export; what could not be written rejects a later `write` or `end`. */
export type Writer = {
  /** Resolves when there is room for more. */
  write(file: Writing): Promise<void>
  /** Resolves when everything is written. */
  end(): Promise<void>
  /** Lets the thread go, whatever it was at. */
  close(): Promise<void>
}

/** Files that are handed over together; fewer than these in all take less time than a thread takes to start. */
const together = 200

const source = fileURLToPath(new URL('.', import.meta.url))

/** A writer to a folder: many files are packed and written by a thread of its own while the next ones are made. */
export function startWriter(folder: string): Writer {
  let batch: Writing[] = []
  let thread: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()

  async function hand(files: Writing[]): Promise<void> {
    const execArgv = ['--require', join(source, '../modules.cjs')]
    thread ??= new Worker(join(source, 'writer-thread.ts'), { workerData: folder, execArgv })
    thread.postMessage(files)
    await once(thread, 'message')
  }

  return {
    async write(file) {
      batch.push(file)
      if (batch.length < together) return
      const [full, before] = [batch, last]
      batch = []
      last = before.then(() => hand(full))
      // Whoever waits for it next is told.
      last.catch(() => undefined)
      await before
    },
    async end() {
      await last
      if (thread) await hand(batch)
      else for (const file of batch) await writeFile(folder, file)
      batch = []
    },
    async close() {
      await thread?.terminate()
    },
  }
}
