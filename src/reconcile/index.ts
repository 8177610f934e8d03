/*
 * DECIDE: what changed; which listings are one event; which source speaks for which field; edits and decisions.
 *
 * changes(source, known, found, now): Changes            brake(changes, known, now): Refusal | undefined
 * apply(known, changes, now): StoredListing[]            undoOf(known, changes, after, now): Undo
 * reverted(known, undo, now): { listings, kept }
 * merge(input): Merged                                   project(input): Projection (projection.merged is the Merged)
 * reproject(projection, delta): Projection               delta: { listings?, edits?, decisions?, trust?, now, mint }, touched uids in projection.touched
 * reviews(merged, { refused, failing }): Review[]        answered(edit, answer, sourceValue, { id, author, at }): Edit[]
 * slugFor(event, taken)                                  changeLog(before, after): LogEntry[]
 */
export * from './merged.ts'
export * from './people.ts'
export * from './stored.ts'
