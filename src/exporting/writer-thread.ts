/** The writing thread: takes files, answers when they are written. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Writing, writeFile } from './files.ts'

parentPort?.on('message', async (files: Writing[]) => {
  // A buffer arrives from another thread as plain bytes.
  for (const { bytes, ...file } of files) await writeFile(workerData, { ...file, bytes: Buffer.from(bytes) })
  parentPort?.postMessage('written')
})
