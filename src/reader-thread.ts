/** The reading thread: takes a job, answers with its readings. */
import { parentPort } from 'node:worker_threads'
import { readImport } from './read/handed/index.ts'
import { explain, read } from './read/index.ts'
import type { HandJob, Job, ReadJob } from './reader.ts'
import { loadSources } from './sources.ts'

const sources = await loadSources()

parentPort?.on('message', (job: Job) => parentPort?.postMessage('handed' in job ? readHanded(job) : readPages(job)))

function readPages({ sourceId, pages, captured, isExplained }: ReadJob & { isExplained?: true }) {
  const source = sources.find(({ id }) => id === sourceId)
  if (!source) throw new Error(`There is no source "${sourceId}" in sources/.`)
  if (isExplained) return pages.map((page) => explain(page, source, captured))
  return pages.map((page) => read(page, source, captured))
}

function readHanded({ handed, settings }: HandJob) {
  // A buffer arrives from another thread as plain bytes.
  return readImport('bytes' in handed ? { ...handed, bytes: Buffer.from(handed.bytes) } : handed, settings)
}
