import type { Changes, StoredListing, Undo } from '../stored.ts'

/** What takes an applied run back: `known` before it, `after` it. */
export function undoOf(known: StoredListing[], changes: Changes, after: StoredListing[], now: string): Undo {
  return undoBetween(changes.source, known, after, now)
}

/** What leads from `after` back to `before`; also takes an undo back. */
export function undoBetween(source: string, before: StoredListing[], after: StoredListing[], now: string): Undo {
  const known = new Map(before.map((one) => [one.id, one]))
  const undo: Undo = { source, at: now, added: [], before: [], after: {} }
  for (const one of after) {
    const old = known.get(one.id)
    if (old && mark(old) === mark(one)) continue
    undo.after[one.id] = mark(one)
    if (old) undo.before.push(old)
    else undo.added.push(one.id)
  }
  return undo
}

/**
 * The listings as they were before; what was added is retracted, never dropped. What a later run changed again is left as that run said it,
 * and named in `kept`. `listings` are those to be stored.
 */
export function reverted(known: StoredListing[], undo: Undo, now: string): { listings: StoredListing[]; kept: string[] } {
  const before = new Map(undo.before.map((one) => [one.id, one]))
  const added = new Set(undo.added)
  const listings: StoredListing[] = []
  const kept: string[] = []
  for (const one of known) {
    const old = before.get(one.id)
    if (!old && !added.has(one.id)) continue
    if (mark(one) !== undo.after[one.id]) kept.push(one.id)
    else if (old) listings.push({ ...old, lastSeenAt: one.lastSeenAt, changedAt: now })
    else listings.push({ ...one, retractedAt: now, changedAt: now })
  }
  return { listings, kept }
}

/** What a listing says and whether it is printed, without when it was last seen. */
function mark(one: StoredListing): string {
  return [
    one.key,
    one.fingerprint,
    one.listing.when?.start ?? '',
    one.missingSince ?? '',
    one.overAt ?? '',
    one.retractedAt ?? '',
  ].join('|')
}
