import { createRequire } from 'node:module'

// The CommonJS build loads in a sixth of the time and a tenth of the memory of the module build.
const require = createRequire(import.meta.url)

/** drizzle over better-sqlite3. */
export const { drizzle } = require('drizzle-orm/better-sqlite3') as typeof import('drizzle-orm/better-sqlite3')

/** Applies the SQL files of a migrations folder that were not applied yet. */
export const { migrate } = require('drizzle-orm/better-sqlite3/migrator') as typeof import('drizzle-orm/better-sqlite3/migrator')

/** Column and table builders. */
export const { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } =
  require('drizzle-orm/sqlite-core') as typeof import('drizzle-orm/sqlite-core')

/** Conditions and expressions. */
export const { and, asc, count, desc, eq, getTableColumns, gt, gte, inArray, isNotNull, isNull, lt, lte, ne, or, sql } =
  require('drizzle-orm') as typeof import('drizzle-orm')
