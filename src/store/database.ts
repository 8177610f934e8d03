import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { drizzle, migrate } from './drizzle.ts'
import * as schema from './schema.ts'
import { createSearch } from './search.ts'

const migrations = fileURLToPath(new URL('../../migrations', import.meta.url))

/** The open database. */
export type Store = ReturnType<typeof openStore>

/**
 * Opens the database file of a folder, made when missing, with every migration applied. What is written is on the disk when the
 * call returns (`synchronous=FULL`). Throws when the file is no database of ours or when a row points nowhere.
 */
export function openStore(folder: string) {
  if (folder !== ':memory:') mkdirSync(folder, { recursive: true })
  const sqlite = new Database(folder === ':memory:' ? folder : join(folder, 'calendar.db'))
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('busy_timeout = 10000')
  // Off while tables are rebuilt, or SQLite deletes the rows that point at them (drizzle-orm#5782).
  sqlite.pragma('foreign_keys = OFF')
  const db = drizzle(sqlite, { schema })
  migrate(db, { migrationsFolder: migrations })
  const broken = sqlite.pragma('foreign_key_check') as { table: string }[]
  if (broken[0]) throw new Error(`The database has rows in "${broken[0].table}" that point at rows that are not there.`)
  sqlite.pragma('foreign_keys = ON')
  createSearch(sqlite)
  return Object.assign(db, { sqlite, close: () => sqlite.close() })
}

/** Runs `work` as one transaction that is begun for writing, so that it cannot fail half way for another writer. */
export function inTransaction<T>(store: Store, work: () => T): T {
  return store.sqlite.transaction(work).immediate()
}
