/** The reading thread: takes a job, answers with its readings. */
import { parentPort } from 'node:worker_threads'
import { read } from './read/index.ts'
import type { ReadJob } from './reader.ts'
import { loadSources } from './sources.ts'

const sources = await loadSources()

parentPort?.on('message', ({ sourceId, pages, captured }: ReadJob) => {
  const source = sources.find(({ id }) => id === sourceId)
  if (!source) throw new Error(`There is no source "${sourceId}" in sources/.`)
  parentPort?.postMessage(pages.map((page) => read(page, source, captured)))
})
