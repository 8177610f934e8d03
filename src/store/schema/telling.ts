import type { Digest } from '../../publish/index.ts'
import type { ProposalItem, Proposed } from '../../reconcile/index.ts'
import { blob, index, integer, sqliteTable, text, uniqueIndex } from '../drizzle.ts'

/** What a person handed in, as it was understood, and what became of it. */
export const proposal = sqliteTable('proposal', {
  id: text().primaryKey(),
  at: text().notNull(),
  /** The name of the person's key. */
  author: text().notNull(),
  /** What it was: `list.csv`, `a pasted text`. */
  title: text().notNull(),
  reading: text({ mode: 'json' }).$type<ProposalReading>().notNull(),
  appliedAt: text('applied_at'),
  /** The entry of the history that taking it over made. */
  actionId: integer('action_id'),
  /** What a table was read from, so that it can be read again with other columns; its bytes are in {@link handedFile}. */
  handed: text({ mode: 'json' }).$type<HandedIn>(),
})

/** The file of a proposal, packed, for as long as the proposal is open. */
export const handedFile = sqliteTable('handed_file', {
  proposalId: text('proposal_id')
    .primaryKey()
    .references(() => proposal.id),
  body: blob({ mode: 'buffer' }).notNull(),
})

/** Words, an address, or the name of a file, and how they were read. */
export type HandedIn = { what: { text: string } | { url: string } | { name: string }; settings: Record<string, unknown> }

/** How what was handed in was read. */
export type ProposalReading = Proposed & {
  form: 'text' | 'calendar' | 'table' | 'page'
  items: ProposalItem[]
  /** What could not be read, as sentences. */
  unreadable: string[]
  table?: { header: string[]; sample: string[][]; columns: (string | null)[]; sheet?: string; sheets?: string[] }
}

/** Which event an entry of a foreign calendar became, by the id its calendar gives it. */
export const takenOver = sqliteTable('taken_over', {
  key: text().primaryKey(),
  uid: text().notNull(),
  at: text().notNull(),
})

/** What was told of a stretch of the history, once. */
export const digest = sqliteTable(
  'digest',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: text().notNull(),
    kind: text({ enum: ['regular', 'urgent'] }).notNull(),
    /** The last change of the history that it tells of. */
    untilChange: integer('until_change').notNull(),
    content: text({ mode: 'json' }).$type<Digest>().notNull(),
  },
  (table) => [index('digest_by_kind').on(table.kind, table.id)],
)

/** Incidents that were told of, each once however long it lasts. */
export const toldIncident = sqliteTable('told_incident', {
  name: text().primaryKey(),
  seenAt: text('seen_at').notNull(),
  toldAt: text('told_at'),
})

/** What is to be sent, one row an addressee and digest; a row stays when it was sent. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** What it is, so that it is put here once: `digest 7 by mail`. */
    name: text().notNull(),
    by: text({ enum: ['mail', 'webhook'] }).notNull(),
    letter: text({ mode: 'json' }).$type<Letter>().notNull(),
    dueAt: text('due_at').notNull(),
    tries: integer().notNull().default(0),
    /** Since when a process is about it. */
    claimedAt: text('claimed_at'),
    /** When all but its last byte was handed over: whether it arrived is not known until it is sent. */
    handedOverAt: text('handed_over_at'),
    sentAt: text('sent_at'),
    /** Why the last try failed, or why it is not tried again. */
    why: text(),
    givenUpAt: text('given_up_at'),
  },
  (table) => [uniqueIndex('outbox_by_name').on(table.name), index('outbox_by_due').on(table.sentAt, table.dueAt)],
)

/** What is sent: a mail, or the body of a webhook. `id` is the same at every try. */
export type Letter = { id: string; subject: string; text: string; html: string; json: unknown }
