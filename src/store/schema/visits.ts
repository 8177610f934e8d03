import { blob, index, integer, primaryKey, sqliteTable, text } from '../drizzle.ts'

// Instants are ISO 8601 texts in UTC with milliseconds, so that text order is time order.

/** What is remembered of a source between visits. */
export const source = sqliteTable('source', {
  id: text().primaryKey(),
  nextVisitAt: text('next_visit_at'),
  /** Runs that failed or were refused since the last accepted or unchanged one. */
  failures: integer().notNull().default(0),
  failingSince: text('failing_since'),
  pausedAt: text('paused_at'),
  pausedWhy: text('paused_why'),
  /** Pages and code that the last accepted run was made of; see collect. */
  acceptedInput: text('accepted_input'),
  lastRunAt: text('last_run_at'),
  lastSuccessAt: text('last_success_at'),
})

/** What is remembered of a page: what makes the next request conditional, and which snapshot a 304 stands for. */
export const page = sqliteTable(
  'page',
  {
    sourceId: text('source_id').notNull(),
    url: text().notNull(),
    finalUrl: text('final_url').notNull(),
    etag: text(),
    lastModified: text('last_modified'),
    contentType: text('content_type').notNull(),
    charset: text(),
    snapshot: text().references(() => snapshot.sha256),
    truncated: integer({ mode: 'boolean' }).notNull().default(false),
    fetchedAt: text('fetched_at').notNull(),
    failingSince: text('failing_since'),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.url] })],
)

/** A page as received, compressed, once for each content. */
export const snapshot = sqliteTable('snapshot', {
  sha256: text().primaryKey(),
  body: blob({ mode: 'buffer' }).notNull(),
  bytes: integer().notNull(),
  receivedAt: text('received_at').notNull(),
})

/** One visit to one source and how it ended. */
export const run = sqliteTable(
  'run',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    sourceId: text('source_id').notNull(),
    startedAt: text('started_at').notNull(),
    endedAt: text('ended_at').notNull(),
    outcome: text({ enum: ['accepted', 'unchanged', 'refused', 'failed'] }).notNull(),
    /** Why it was refused or failed, as a sentence. */
    sentence: text(),
    counts: text({ mode: 'json' }).$type<RunCounts>().notNull(),
    /** What a refused run found, so that a person can accept it. */
    refused: text({ mode: 'json' }).$type<unknown>(),
    /** A person's answer to a refused run. */
    answer: text({ enum: ['accepted', 'discarded', 'paused'] }),
  },
  (table) => [index('run_by_source').on(table.sourceId, table.id)],
)

/** How many listings a run added, changed, found the same, missed; and how many issues it raised. */
export type RunCounts = { added: number; changed: number; same: number; missing: number; issues: number }

/** What a run could not read. */
export const issue = sqliteTable(
  'issue',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    runId: integer('run_id')
      .notNull()
      .references(() => run.id),
    sentence: text().notNull(),
    url: text(),
    printed: text(),
  },
  (table) => [index('issue_by_run').on(table.runId)],
)
