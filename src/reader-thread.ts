/** The reading thread: takes a job, answers with its readings. */
import { parentPort } from 'node:worker_threads'
import { readImport } from './read/handed/index.ts'
import { read } from './read/index.ts'
import type { HandJob, ReadJob } from './reader.ts'
import { loadSources } from './sources.ts'

const sources = await loadSources()

parentPort?.on('message', (job: ReadJob | HandJob) => parentPort?.postMessage('handed' in job ? readHanded(job) : readPages(job)))

function readPages({ sourceId, pages, captured }: ReadJob) {
  const source = sources.find(({ id }) => id === sourceId)
  if (!source) throw new Error(`There is no source "${sourceId}" in sources/.`)
  return pages.map((page) => read(page, source, captured))
}

function readHanded({ handed, settings }: HandJob) {
  // A buffer arrives from another thread as plain bytes.
  return readImport('bytes' in handed ? { ...handed, bytes: Buffer.from(handed.bytes) } : handed, settings)
}
