import { existsSync, mkdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { readConfig } from '../config.ts'
import { asStoreError } from '../store/unusable.ts'
import { UsageError } from './usage.ts'

/** Copies the database, whole and as of one moment, into a new file; also while the service runs. Nothing is ever overwritten. */
export async function backupCommand(args: string[], environment: Record<string, string | undefined>): Promise<number> {
  const { values } = parseArgs({ args, options: { to: { type: 'string' } } })
  if (!values.to) throw new UsageError('backup needs --to with the file to write.')
  const { DATA_DIR: folder } = readConfig(environment)
  const from = join(folder, 'calendar.db')
  const to = resolve(values.to)
  if (!existsSync(from)) return refuse(`There is no database in ${folder} (DATA_DIR) yet.`)
  if (existsSync(to)) return refuse(`${to} is there already; nothing is overwritten.`)
  const part = `${to}.part`
  try {
    mkdirSync(dirname(to), { recursive: true })
    await copy(folder, from, part)
    await rename(part, to)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  console.log(
    `The database is copied to ${to}. To restore it, stop the service, delete ${from}-wal and ${from}-shm, and put it in the place of ${from}.`,
  )
  return 0
}

async function copy(folder: string, from: string, part: string): Promise<void> {
  try {
    const sqlite = new Database(from, { readonly: true, fileMustExist: true })
    try {
      await sqlite.backup(part)
    } finally {
      sqlite.close()
    }
    // The copy must stand alone: one file, without the log that the original keeps beside it.
    const made = new Database(part)
    made.pragma('journal_mode = DELETE')
    const sound = made.pragma('integrity_check', { simple: true })
    made.close()
    if (sound !== 'ok') throw Object.assign(new Error(String(sound)), { code: 'SQLITE_CORRUPT' })
  } catch (error) {
    throw asStoreError(folder, error)
  }
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}
