import { sqliteTable, text } from '../drizzle.ts'

/** When the bytes of a feed last changed, by its canonical address. */
export const feedStamp = sqliteTable('feed_stamp', {
  address: text().primaryKey(),
  hash: text().notNull(),
  changedAt: text('changed_at').notNull(),
})

/** Counters and small facts by name. */
export const meta = sqliteTable('meta', { name: text().primaryKey(), value: text().notNull() })

/** Who may do what only one process at a time may do. */
export const lease = sqliteTable('lease', {
  name: text().primaryKey(),
  holder: text().notNull(),
  until: text().notNull(),
})
