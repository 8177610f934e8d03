import { parseArgs } from 'node:util'
import { keptPages } from '../collecting/kept.ts'
import { readConfig } from '../config.ts'
import type { Listing } from '../event/index.ts'
import { check, read } from '../read/index.ts'
import { brake, changes } from '../reconcile/index.ts'
import { loadSources } from '../sources.ts'
import { openStore } from '../store/database.ts'
import { listingsOf } from '../store/visits/listings.ts'
import { UsageError } from './usage.ts'

/** Reads a source's kept pages again with today's code and prints what would change; changes nothing. */
export async function replayCommand(args: string[], environment: Record<string, string | undefined>): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  const [id, more] = positionals
  const source = (await loadSources()).find((candidate) => candidate.id === id)
  if (!source || more) throw new UsageError(id && !more ? `There is no source "${id}".` : 'replay takes the id of one source.')
  const store = openStore(readConfig(environment).DATA_DIR)
  try {
    const pages = keptPages(store, source)
    if (!pages.length) {
      console.log(`${source.id}: no page of it is kept yet; "npm run collect ${source.id}" fetches them.`)
      return 0
    }
    const readings = pages.map((page) => ({ url: page.url, reading: read(page, source, page.fetchedAt.slice(0, 10)) }))
    const verdict = check(source, readings)
    for (const { sentence } of verdict.issues) console.log(`! ${sentence}`)
    if (verdict.outcome !== 'readable') {
      console.log(`${verdict.outcome}: ${verdict.sentence}`)
      return 1
    }
    const now = new Date().toISOString()
    const known = listingsOf(store, source.id)
    const found = changes(source.id, known, verdict.found, now)
    const titles = new Map(known.map((stored) => [stored.id, describe(stored.listing)]))
    for (const { listing } of found.added) console.log(`+ ${describe(listing)}`)
    for (const { id, fields } of found.changed) {
      console.log(`~ ${titles.get(id)}`)
      for (const { field, from, to } of fields) console.log(`    ${field}: ${JSON.stringify(from)} -> ${JSON.stringify(to)}`)
    }
    for (const id of found.missing) console.log(`- ${titles.get(id)}`)
    console.log(`${source.id}: +${found.added.length} ~${found.changed.length} =${found.same.length} -${found.missing.length}`)
    const refusal = brake(found, known, now)
    if (refusal) console.log(`A run would be refused: it ${refusal.sentence}.`)
    return refusal ? 1 : 0
  } finally {
    store.close()
  }
}

function describe({ title, when }: Listing): string {
  if (!when) return `${title} (no date)`
  return `${when.start === when.end ? when.start : `${when.start}..${when.end}`} ${title}`
}
