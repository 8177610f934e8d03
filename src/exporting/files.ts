import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compress } from '../web/http/answer/kept.ts'

/** What was written to a folder, by file: what it was made from, and the hash of its bytes. */
export type Record = { version: string; files: { [file: string]: [mark: string, hash: string] } }

/** Where the record of a folder is. */
const recordFile = '.export.json'

/**
 * What fits into a packet or two gains nothing by being packed, and what gzip brings into the ten that a server sends at once (RFC 6928) nothing
 * by brotli: to make a file takes longer than to fill it.
 */
const gzipFrom = 2000
const brotliFrom = 14_600

/** The record of a folder, if it is of this version; what is there and in no record of ours is never touched. */
export function readRecord(folder: string, version: string): Record {
  try {
    const kept = JSON.parse(readFileSync(join(folder, recordFile), 'utf8')) as Record
    // Other code may have made each file otherwise, so all are made anew; what is the same is still not written.
    if (kept.version === version) return kept
    return { version, files: Object.fromEntries(Object.entries(kept.files).map(([file, [, hash]]) => [file, ['', hash]])) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return { version, files: {} }
    throw error
  }
}

/** Writes the record of a folder, whole or not at all. */
export function writeRecord(folder: string, record: Record): void {
  writeWhole(join(folder, recordFile), JSON.stringify(record))
}

/** The files that are in a folder, by their paths in it, without packed twins. */
export function filesIn(folder: string): Set<string> {
  mkdirSync(folder, { recursive: true })
  const files = new Set<string>()
  const look = (path: string) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      if (entry.isDirectory()) look(`${path}${entry.name}/`)
      else if (!/\.(gz|br)$/.test(entry.name)) files.add(path + entry.name)
    }
  }
  look('')
  return files
}

/** A file that is to be written; `over` says that it is there already. */
export type Writing = { file: string; bytes: Buffer; over: boolean }

/** Writes a file with its packed twins (`.gz`, and `.br` of a large one). One that is there is replaced at once: a server never meets half of it. */
export async function writeFile(folder: string, { file, bytes, over }: Writing): Promise<void> {
  const path = join(folder, file)
  makeFolder(dirname(path))
  const write = over ? writeWhole : writeFileSync
  const twins = [
    ['gz', bytes.length >= gzipFrom && compress(bytes, 'gzip')],
    ['br', bytes.length >= brotliFrom && compress(bytes, 'br')],
  ] as const
  write(path, bytes)
  for (const [twin, packed] of twins) {
    if (packed) write(`${path}.${twin}`, await packed)
    else if (over) rmSync(`${path}.${twin}`, { force: true })
  }
}

/** Removes a file and its twins. */
export function removeFile(folder: string, file: string): void {
  for (const twin of ['', '.gz', '.br']) rmSync(join(folder, file + twin), { force: true })
}

const made = new Set<string>()

function makeFolder(folder: string): void {
  if (made.has(folder)) return
  mkdirSync(folder, { recursive: true })
  made.add(folder)
}

function writeWhole(path: string, content: Buffer | string): void {
  const draft = `${path}.${process.pid}.tmp`
  writeFileSync(draft, content)
  renameSync(draft, path)
}
