import { hash } from 'node:crypto'
import { buildApp, siteOf } from './app.ts'
import type { Config } from './config.ts'
import { type Document, documentsOf } from './exporting/documents.ts'
import { filesIn, type Record, readRecord, removeFile, writeRecord } from './exporting/files.ts'
import { startWriter } from './exporting/writer.ts'
import type { Language } from './publish/index.ts'
import type { Source } from './source/index.ts'
import { servingVersion } from './sources.ts'
import type { Store } from './store/database.ts'

/** What came of an export; `gone` are files of earlier ones that nothing is written to any more. */
export type Exported = { written: number; unchanged: number; gone: string[] }

/**
 * Writes the reading side to a folder as plain files, each the bytes of what the service answers, with packed twins. What could not have changed since
 * the last time is not made, what did not change is not written. Files that are no longer made stay until `prune` asks for their removal.
 */
export async function exportTo(
  folder: string,
  { store, config, sources, now }: { store: Store; config: Config; sources: Source[]; now: Date },
  { languages, prune }: { languages: Language[]; prune: boolean },
): Promise<Exported> {
  const version = hash('sha256', JSON.stringify([servingVersion(), config.PUBLIC_URL, config.ORGANIZER, languages]))
  const before = readRecord(folder, version)
  const there = filesIn(folder)
  const deps = { store, config, sources, now: () => now, files: languages }
  const app = buildApp(deps)
  const documents = documentsOf(siteOf(deps), languages)
  const files: Record['files'] = {}
  const writer = startWriter(folder)
  let written = 0

  async function answered(url: string, file: string): Promise<Buffer> {
    const answer = await app.inject({ url })
    if (answer.statusCode !== 200) throw new Error(`${url} answers ${answer.statusCode}, so ${file} cannot be written.`)
    return answer.rawPayload
  }

  async function bring({ file, url, mark, make }: Document): Promise<void> {
    const known = there.has(file) ? before.files[file] : undefined
    if (known?.[0] === mark) {
      files[file] = known
      return
    }
    const bytes = make ? Buffer.from(make()) : await answered(url, file)
    const name = hash('sha256', bytes, 'base64url').slice(0, 22)
    files[file] = [mark, name]
    if (known?.[1] === name) return
    written++
    await writer.write({ file, bytes, over: there.has(file) })
  }

  try {
    for (const document of documents) await bring(document)
    await writer.end()
  } finally {
    await writer.close()
    await app.close()
  }
  const gone = Object.keys(before.files).filter((file) => !(file in files) && there.has(file))
  for (const file of gone) {
    if (prune) removeFile(folder, file)
    else files[file] = before.files[file] as [string, string]
  }
  writeRecord(folder, { version, files })
  return { written, unchanged: documents.length - written, gone }
}
