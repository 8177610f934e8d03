import type { Event } from '../../event/index.ts'
import type { Decision, Edit, LogEntry, PreviousEvent, StoredListing, Undo } from '../../reconcile/index.ts'
import { index, integer, sqliteTable, text, uniqueIndex } from '../drizzle.ts'
import type { namedFeed } from './feeds.ts'
import { run } from './visits.ts'

/** One meeting as one source lists it, with when it was seen; never deleted. */
export const listing = sqliteTable(
  'listing',
  {
    id: text().primaryKey(),
    sourceId: text('source_id').notNull(),
    missingSince: text('missing_since'),
    stored: text({ mode: 'json' }).$type<StoredListing>().notNull(),
  },
  (table) => [index('listing_by_source').on(table.sourceId)],
)

/** A person's value for a field of an event. */
export const edit = sqliteTable(
  'edit',
  {
    id: text().primaryKey(),
    uid: text().notNull(),
    undoneAt: text('undone_at'),
    edit: text({ mode: 'json' }).$type<Edit>().notNull(),
  },
  (table) => [index('edit_by_uid').on(table.uid)],
)

/** A person's answer whether two listings are one meeting. */
export const decision = sqliteTable('decision', {
  id: text().primaryKey(),
  undoneAt: text('undone_at'),
  decision: text({ mode: 'json' }).$type<Decision>().notNull(),
})

/** What became of events, in the order in which it did: the history, and what mirrors follow. */
export const change = sqliteTable(
  'change',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: text().notNull(),
    uid: text().notNull(),
    entry: text({ mode: 'json' }).$type<LogEntry>().notNull(),
    /** The run or the person's action that made it. */
    runId: integer('run_id').references(() => run.id),
    actionId: integer('action_id').references(() => action.id),
  },
  (table) => [
    index('change_by_uid').on(table.uid),
    index('change_by_at').on(table.at),
    index('change_by_action').on(table.actionId),
  ],
)

/** What a person did, or a run that was accepted, with what takes it back. */
export const action = sqliteTable('action', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: text().notNull(),
  /** The name of the person's key, or the source of the run. */
  actor: text().notNull(),
  /** What was done, as a sentence. */
  sentence: text().notNull(),
  /** What takes it back. */
  undo: text({ mode: 'json' }).$type<ActionUndo>(),
  undoneAt: text('undone_at'),
})

/** What may change of a saved feed. */
export type FeedFields = Partial<
  Pick<typeof namedFeed.$inferSelect, 'name' | 'title' | 'description' | 'color' | 'selection' | 'closedAt'>
>

/** What takes an action back; made in the same shape for what takes it back, so that this can be taken back too. */
export type ActionUndo = {
  /** Ids of edits, decisions and answers to reviews that it made, and of those it took back. */
  edits?: string[]
  editsTaken?: string[]
  decisions?: string[]
  decisionsTaken?: string[]
  answers?: string[]
  answersTaken?: string[]
  /** Listings of one source as they were before. */
  run?: Undo
  /** A refused run with the answer it had before. */
  runAnswer?: { runId: number; answer: 'accepted' | 'discarded' | 'paused' | null }
  /** A source as it was before. */
  source?: { id: string; pausedAt: string | null; pausedWhy: string | null }
  /** A saved feed: the fields that it changed, as they were before and as it made them. */
  feed?: { id: string; was: FeedFields; is: FeedFields }
  /** The action it took back, or brought back. */
  undoes?: number
}

/** What of an event is given once and cannot be made again: its uid, address and members, and the stamps of its text; never deleted. */
export const remembered = sqliteTable('remembered', {
  uid: text().primaryKey(),
  memory: text({ mode: 'json' }).$type<PreviousEvent>().notNull(),
  revision: integer().notNull(),
  modifiedAt: text('modified_at').notNull(),
  /** Hash of the VEVENT without its stamps: they move if and only if this does. */
  hash: text().notNull(),
})

/** The projection of listings, edits, decisions and what is {@link remembered}: what is published. It may be emptied, and is made again. */
export const event = sqliteTable(
  'event',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    uid: text().notNull(),
    slug: text().notNull(),
    body: text().notNull(),
    kind: text().notNull(),
    state: text().notNull(),
    status: text().notNull(),
    /** First and last day, `YYYY-MM-DD`; null while the date is unknown. */
    start: text(),
    end: text(),
    precision: text(),
    event: text({ mode: 'json' }).$type<Event>().notNull(),
    revision: integer().notNull(),
    createdAt: text('created_at').notNull(),
    modifiedAt: text('modified_at').notNull(),
    /** The writing of the projection that stored it last: whoever keeps events reads only what was written since. */
    written: integer().notNull().default(0),
    vevent: text().notNull(),
  },
  (table) => [
    uniqueIndex('event_by_uid').on(table.uid),
    uniqueIndex('event_by_slug').on(table.slug),
    index('event_by_start').on(table.start, table.uid, table.end, table.state, table.body),
    index('event_by_end').on(table.end),
    index('event_by_written').on(table.written),
  ],
)
