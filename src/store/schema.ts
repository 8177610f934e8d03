/** The tables, by what they hold. */

export * from './schema/bookkeeping.ts'
export * from './schema/events.ts'
export * from './schema/feeds.ts'
export * from './schema/people.ts'
export * from './schema/telling.ts'
export * from './schema/visits.ts'
