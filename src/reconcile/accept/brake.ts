import { isPast, moved } from '../likeness/days.ts'
import type { Changes, Refusal, StoredListing } from '../stored.ts'

/**
 * Refuses a run after which more than 5 and more than 20 % of the source's coming listings would be gone or moved; a person then decides.
 * A date said more exactly is no move, a meeting that is past or was missing already is not gone.
 */
export function brake(changes: Changes, known: StoredListing[], now: string): Refusal | undefined {
  const coming = new Map(known.filter((one) => isComing(one, now)).map((one) => [one.id, one]))
  const gone: Refusal['gone'] = []
  for (const id of changes.missing) {
    const one = coming.get(id)
    if (one) gone.push({ id, title: one.listing.title, ...(one.listing.when && { when: one.listing.when }) })
  }
  const movedOnes: Refusal['moved'] = []
  for (const { id, listing } of changes.changed) {
    const from = coming.get(id)?.listing.when
    if (from && listing.when && moved(from, listing.when)) movedOnes.push({ id, title: listing.title, from, to: listing.when })
  }
  const touched = gone.length + movedOnes.length
  if (touched <= 5 || touched <= coming.size * 0.2) return undefined
  return { sentence: sentence(gone.length, movedOnes.length, coming.size), coming: coming.size, gone, moved: movedOnes }
}

function isComing(one: StoredListing, now: string): boolean {
  if (one.retractedAt || one.overAt || one.missingSince) return false
  return !one.listing.when || !isPast(one.listing.when, now)
}

function sentence(gone: number, movedCount: number, coming: number): string {
  if (!gone) return `would move ${movedCount} of ${coming} coming meetings`
  return `would remove ${gone} of ${coming} coming meetings${movedCount ? `, move ${movedCount}` : ''}`
}
