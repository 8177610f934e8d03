/** DECIDE: what changed; which listings are one event; which source speaks for which field; edits and decisions. */
export * from './people.ts'
export * from './stored.ts'
