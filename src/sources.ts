import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Source, SourceDefinition } from '#source'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Every source of a folder (the project's `sources/` by default), by id: a file is a source, and its name is the id. */
export async function loadSources(folder = join(root, 'sources')): Promise<Source[]> {
  const files = globSync('*.ts', { cwd: folder }).sort()
  return Promise.all(files.map((file) => loadSource(join(folder, file))))
}

async function loadSource(file: string): Promise<Source> {
  const { default: definition } = (await import(pathToFileURL(file).href)) as { default?: SourceDefinition }
  if (!definition) throw new Error(`${file} has no default export: a source is "export default defineSource({…})".`)
  return { ...definition, id: basename(file, '.ts') }
}

/**
 * A name for the code that reads a source's pages, and for the data file it may bring: it changes when they do, so that pages
 * which did not change are read again by code that did.
 */
export function codeVersion(source: Source): string {
  readersVersion ??= versionOf(['event', 'source', 'read'].map((room) => `src/${room}/**/*.ts`))
  return `${versionOf([`sources/${source.id}.*`])}${readersVersion}`
}

// What all sources are read by; running code stays as it was loaded.
let readersVersion: string | undefined

/** A name for the code that merges and renders events, and for the sources that say how far each is trusted; it changes when they do. */
export function projectionVersion(): string {
  return versionOf(['src/event/**/*.ts', 'src/reconcile/**/*.ts', 'src/publish/**/*.ts', 'languages/*.ts', 'sources/*.ts'])
}

/** A name for the code that answers readers; it changes when the code does. */
export function servingVersion(): string {
  return versionOf(['src/event/**/*.ts', 'src/publish/**/*.ts', 'src/web/**/*.*', 'sources/*.ts', 'languages/*.ts'])
}

function versionOf(patterns: string[]): string {
  const hash = createHash('sha256')
  for (const pattern of patterns)
    for (const file of globSync(pattern, { cwd: root }).sort()) hash.update(readFileSync(join(root, file)))
  return hash.digest('base64url').slice(0, 22)
}
