import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { exportTo } from '../export.ts'
import { languages as known, type Language } from '../publish/index.ts'
import { loadSources } from '../sources.ts'
import { openStore } from '../store/database.ts'
import { UsageError } from './usage.ts'

/** Writes feeds, JSON, pages and embed as plain files for a web server, an object store or a CDN. */
export async function exportCommand(args: string[], environment: Record<string, string | undefined>): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { to: { type: 'string' }, languages: { type: 'string', default: 'en' }, prune: { type: 'boolean', default: false } },
  })
  const { to, prune } = values
  if (!to) throw new UsageError('export needs the folder to write to: --to DIR.')
  if (statSync(to, { throwIfNoEntry: false })?.isDirectory() === false) throw new UsageError(`${to} is no folder.`)
  const languages = values.languages.split(',') as Language[]
  const unknown = languages.find((code) => !Object.hasOwn(known, code))
  if (unknown !== undefined) throw new UsageError(`"${unknown}" is none of the languages ${Object.keys(known).join(', ')}.`)
  const config = readConfig(environment)
  const sources = await loadSources()
  const store = openStore(config.DATA_DIR)
  try {
    const { written, unchanged, gone } = await exportTo(to, { store, config, sources, now: new Date() }, { languages, prune })
    console.log(`${to}: ${written} written, ${unchanged} unchanged, ${gone.length} no longer made`)
    for (const file of gone) console.log(`${prune ? '- removed' : '- left (--prune removes it)'}: ${file}`)
    return 0
  } finally {
    store.close()
  }
}
