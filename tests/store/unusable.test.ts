import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../../src/store/database.ts'
import { drizzle, migrate } from '../../src/store/drizzle.ts'
import { previousEvents, readEventRow } from '../../src/store/events/projection.ts'
import { countKeys } from '../../src/store/keys/keys.ts'
import { sourceState } from '../../src/store/visits/sources.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calendar-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Opens the folder's file as another program would. */
function alter(sql: string): void {
  const sqlite = new Database(join(folder, 'calendar.db'))
  sqlite.exec(sql)
  sqlite.close()
}

test('folders that are missing are made', () => {
  openStore(join(folder, 'made', 'at', 'once')).close()
})

test('a file in the place of the folder is said', () => {
  writeFileSync(join(folder, 'data'), '')
  for (const path of ['data', 'data/inside'])
    expect(() => openStore(join(folder, path))).toThrow(/\(DATA_DIR\) cannot be used: it is no folder\.$/)
})

test('a place where no folder can be made is said', () => {
  expect(() => openStore('/proc/calendar')).toThrow(
    'The folder /proc/calendar (DATA_DIR) cannot be used: no folder can be made there.',
  )
})

test('a folder in the place of the file is said', () => {
  mkdirSync(join(folder, 'calendar.db'))
  expect(() => openStore(folder)).toThrow(/this program may not write there\.$/)
})

test('a file that is no database is said', () => {
  writeFileSync(join(folder, 'calendar.db'), 'This is a letter, and quite a long one, but no database. '.repeat(100))
  expect(() => openStore(folder)).toThrow(/the file calendar\.db in it is no database\.$/)
})

test('a database cut off is said to be damaged', () => {
  openStore(folder).close()
  const sqlite = new Database(join(folder, 'calendar.db'))
  const [pageSize, pages] = ['page_size', 'page_count'].map((name) => Number(sqlite.pragma(name, { simple: true })))
  sqlite.close()
  const whole = Buffer.alloc((pageSize ?? 0) * (pages ?? 0), 0x55)
  const head = Buffer.concat([Buffer.from('SQLite format 3\0'), whole.subarray(16)])
  writeFileSync(join(folder, 'calendar.db'), head)
  expect(() => openStore(folder)).toThrow(/\(DATA_DIR\) cannot be used: the file calendar\.db in it is (damaged|no database)/)
})

test("another program's database is left as it is", () => {
  alter('create table recipes (name text)')
  expect(() => openStore(folder)).toThrow(/was made by another program\.$/)
})

test('a database that a newer version has changed is left as it is', () => {
  openStore(folder).close()
  alter("insert into __drizzle_migrations (hash, created_at) values ('later', 99999999999999)")
  expect(() => openStore(folder)).toThrow(/was written by a newer version of this program: start that one\.$/)
})

test('a database of the first version is brought up to date, and nothing of it is lost', () => {
  const old = join(folder, 'old')
  cpSync('migrations', old, { recursive: true })
  const journal = JSON.parse(readFileSync(join(old, 'meta/_journal.json'), 'utf8')) as { entries: unknown[] }
  writeFileSync(join(old, 'meta/_journal.json'), JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }))
  const sqlite = new Database(join(folder, 'calendar.db'))
  migrate(drizzle(sqlite), { migrationsFolder: old })
  sqlite.exec("insert into source (id, failures) values ('cnd', 3)")
  sqlite.exec(`insert into event (uid, slug, body, kind, state, status, event, memory, revision, created_at, modified_at, hash, vevent)
    values ('u1', 's1', 'CND', 'session', 'listed', 'confirmed', '{}', '{"uid":"u1","slug":"s1"}', 4, '2026-01-01', '2026-02-01', 'h', 'v')`)
  sqlite.close()
  const store = openStore(folder)
  expect(sourceState(store, 'cnd').failures).toBe(3)
  expect(countKeys(store)).toBe(0)
  expect(previousEvents(store)).toEqual([{ uid: 'u1', slug: 's1' }])
  expect(readEventRow(store, 'u1')).toMatchObject({ revision: 4, modifiedAt: '2026-02-01', hash: 'h', vevent: 'v' })
  store.close()
})
