import type { Reading } from '../read/reading.ts'
import type { Source } from '../source/index.ts'
import { addPages, type Kit, type Visit } from './visit.ts'

/** The pages of a run, each with what was understood of it. */
export type ReadVisit = { visit: Visit; readings: Reading[] }

/**
 * Reads the pages of a visit, and the calendars they link to: where such a calendar can be read, it takes the place of what the page
 * that links to it says itself.
 */
export async function readVisit(source: Source, kit: Kit, visit: Visit): Promise<ReadVisit> {
  const readings = await readPages(source, kit, visit, 0)
  const known = new Set(visit.pages.map(({ url }) => url))
  const wanted = [...new Set(readings.flatMap(({ follow }) => follow ?? []))].filter((url) => !known.has(url)).slice(0, 10)
  const added = wanted.length ? await addPages(source, kit, visit, wanted) : visit
  const received = new Set(added.pages.map(({ url }) => url))
  // A calendar that could not be had must be asked for again, though the page that names it stays the same.
  const whole = wanted.every((url) => received.has(url)) ? added : { ...added, input: '' }
  readings.push(...(await readPages(source, kit, whole, visit.pages.length)))

  const byUrl = new Map(whole.pages.map(({ url }, index) => [url, readings[index]]))
  const said = (reading: Reading) => reading.follow?.some((url) => byUrl.get(url)?.listings.length)
  return { visit: whole, readings: readings.map((reading) => (said(reading) ? { ...reading, listings: [] } : reading)) }
}

async function readPages(source: Source, kit: Kit, visit: Visit, from: number): Promise<Reading[]> {
  const pages = visit.pages.slice(from)
  if (!pages.length) return []
  return kit.reader.read({ sourceId: source.id, pages, captured: visit.receivedAt.slice(0, 10) })
}
