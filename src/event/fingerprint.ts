import { createHash } from 'node:crypto'
import type { Listing } from './listing.ts'

/** Raised whenever the rules below change, so that old fingerprints are known to be of another kind. */
const version = 1

/** A stable name for what a listing says: the same facts give the same text, whatever their order; empties and provenance do not count. */
export function fingerprint(listing: Listing): string {
  const { provenance, ...said } = listing
  return `${version}:${createHash('sha256').update(canonical(said)).digest('base64url').slice(0, 22)}`
}

/** JSON with sorted keys, folded blanks, without undefined, null, empty texts, empty lists and empty objects. */
export function canonical(value: unknown): string {
  return JSON.stringify(tidy(value)) ?? 'null'
}

function tidy(value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') return value.normalize('NFC').replace(/\s+/g, ' ').trim() || undefined
  if (Array.isArray(value)) {
    const items = value.map(tidy).filter((item) => item !== undefined)
    return items.length ? items : undefined
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value)
      .map(([key, item]) => [key, tidy(item)] as const)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return entries.length ? Object.fromEntries(entries) : undefined
  }
  return value
}
