import type { Color, Selection } from '../../publish/index.ts'
import { sqliteTable, text } from '../drizzle.ts'

/** A selection that an editor saved under a name; never deleted, since its addresses were promised. */
export const namedFeed = sqliteTable('named_feed', {
  id: text().primaryKey(),
  /** Last part of its addresses, as it is now. */
  name: text().notNull().unique(),
  title: text().notNull(),
  description: text().notNull(),
  color: text().$type<Color>().notNull(),
  /** What it says otherwise than a feed of everything. */
  selection: text({ mode: 'json' }).$type<Partial<Selection>>().notNull(),
  createdAt: text('created_at').notNull(),
  changedAt: text('changed_at').notNull(),
  closedAt: text('closed_at'),
})

/** Every name that a feed ever had; it is never another feed's, since people subscribed to it. */
export const feedName = sqliteTable('feed_name', {
  name: text().primaryKey(),
  feedId: text('feed_id')
    .notNull()
    .references(() => namedFeed.id),
})
