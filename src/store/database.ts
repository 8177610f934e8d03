import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { drizzle, migrate } from './drizzle.ts'
import { createSearch } from './events/search.ts'
import * as schema from './schema.ts'
import { asStoreError, StoreError } from './unusable.ts'

const migrations = fileURLToPath(new URL('../../migrations', import.meta.url))

/** The open database. */
export type Store = ReturnType<typeof openStore>

/**
 * Opens the database file of a folder, made when missing, with every migration applied. What is written is on the disk when the
 * call returns (`synchronous=FULL`). Throws {@link StoreError} when the folder or its file cannot be used, or is not ours to use.
 */
export function openStore(folder: string) {
  for (let tries = 1; ; tries += 1) {
    try {
      return openFile(folder)
    } catch (error) {
      if (tries < 5 && isRace(error)) continue
      throw asStoreError(folder, error)
    }
  }
}

function openFile(folder: string) {
  if (folder !== ':memory:') makeFolder(resolve(folder))
  const sqlite = new Database(folder === ':memory:' ? folder : join(folder, 'calendar.db'))
  try {
    sqlite.pragma('busy_timeout = 10000')
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    checkAge(sqlite, folder)
    // Off while tables are rebuilt, or SQLite deletes the rows that point at them (drizzle-orm#5782).
    sqlite.pragma('foreign_keys = OFF')
    const db = drizzle(sqlite, { schema })
    migrate(db, { migrationsFolder: migrations })
    const broken = sqlite.pragma('foreign_key_check') as { table: string }[]
    if (broken[0])
      throw new StoreError(`The database in ${folder} has rows in "${broken[0].table}" that point at rows that are not there.`)
    sqlite.pragma('foreign_keys = ON')
    createSearch(sqlite)
    return Object.assign(db, { sqlite, close: () => sqlite.close() })
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** True where another process applied the same migrations at the same moment: what it began is done, and the next try finds it so. */
function isRace(error: unknown): boolean {
  const { code, message } = ((error as { cause?: unknown }).cause ?? error) as { code?: string; message?: string }
  return /^SQLITE_BUSY/.test(code ?? '') || /already exists|duplicate column/.test(message ?? '')
}

/** Makes a folder and those it is in; Node's own way of it never ends where a file system answers that there is no such place. */
function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  mkdirSync(folder)
}

/** Refuses a file of another program, and one that a newer version of this one has changed: what it may not lose is not ours to know. */
function checkAge(sqlite: Database.Database, folder: string): void {
  const tables = sqlite.prepare("select name from sqlite_master where type = 'table'").pluck().all()
  if (!tables.length) return
  if (!tables.includes('__drizzle_migrations'))
    throw new StoreError(`The database in ${folder} (DATA_DIR) was made by another program.`)
  const applied = sqlite.prepare('select max(created_at) from __drizzle_migrations').pluck().get()
  const { entries } = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8')) as { entries: { when: number }[] }
  if (Number(applied ?? 0) > Math.max(...entries.map(({ when }) => when)))
    throw new StoreError(`The database in ${folder} (DATA_DIR) was written by a newer version of this program: start that one.`)
}

/** Runs `work` as one transaction that is begun for writing, so that it cannot fail half way for another writer. */
export function inTransaction<T>(store: Store, work: () => T): T {
  return store.sqlite.transaction(work).immediate()
}
