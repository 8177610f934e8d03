import { index, integer, sqliteTable, text } from '../drizzle.ts'

/** A key that lets a person or a program in; the key itself is nowhere, only its SHA-256. */
export const accessKey = sqliteTable('access_key', {
  /** The first part of the key: it finds the row, and opens nothing. */
  id: text().primaryKey(),
  /** Whose it is, as the history shows it. */
  name: text().notNull(),
  role: text({ enum: ['reader', 'editor', 'administrator'] }).notNull(),
  /** SHA-256 of the whole key, hex. */
  hash: text().notNull(),
  createdAt: text('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  until: text(),
  revokedAt: text('revoked_at'),
  lastUsedAt: text('last_used_at'),
})

/** A signed-in browser. */
export const session = sqliteTable('session', {
  /** SHA-256 of what its cookie holds, hex. */
  id: text().primaryKey(),
  keyId: text('key_id')
    .notNull()
    .references(() => accessKey.id),
  /** What forms and scripts of ours send along, and other sites cannot know. */
  csrf: text().notNull(),
  createdAt: text('created_at').notNull(),
  endsAt: text('ends_at').notNull(),
})

/** A wrong key that was tried, by where it came from. */
export const attempt = sqliteTable(
  'attempt',
  { id: integer().primaryKey({ autoIncrement: true }), origin: text().notNull(), at: text().notNull() },
  (table) => [index('attempt_by_origin').on(table.origin, table.at), index('attempt_by_at').on(table.at)],
)

/** An answer that is given again when the same request comes again. */
export const answered = sqliteTable('answered', {
  /** Whose key, and the name that the asker gave to the request. */
  name: text().primaryKey(),
  /** SHA-256 of what was asked. */
  asked: text().notNull(),
  status: integer().notNull(),
  headers: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
  body: text().notNull(),
  at: text().notNull(),
})

/** A person's answer to a review that nothing else remembers. */
export const reviewAnswer = sqliteTable('review_answer', {
  id: text().primaryKey(),
  review: text().notNull(),
  answer: text().notNull(),
  author: text().notNull(),
  at: text().notNull(),
  undoneAt: text('undone_at'),
})
