import { canonical, fingerprint, type Listing } from '../../event/index.ts'
import { type FieldChange, type Found, noiseAfter, type StoredListing } from '../stored.ts'

const never = new Set(['when', 'status', 'notice', 'body', 'kind', 'session', 'group', 'part', 'parts', 'proposed'])
/** Fields that say where a listing was read, not what it says. */
const unsaid = new Set(['key', 'provenance'])
/** Runs in a row after which the value of a noisy field is believed again. */
export const calmAfter = 3

/** What a listing says now that it did not say before. A date that is no longer printed, or only assumed, does not replace one that was read. */
export function difference(known: StoredListing, found: Listing): Found {
  const print = fingerprint(found)
  const undated = Boolean(known.listing.when && (!found.when || (found.proposed && !known.listing.proposed)))
  const kept = undated ? keptDate(known.listing, found) : found
  const listing: Listing = { ...kept }
  const noise: string[] = []
  const heard: Record<string, string> = {}
  const fields: FieldChange[] = []
  if (print === known.fingerprint && !Object.keys(known.heard).length && !known.listing.proposed) {
    return {
      id: known.id,
      listing: { ...known.listing, key: found.key, provenance: found.provenance },
      fingerprint: print,
      fields,
      noise,
      heard,
      undated,
    }
  }
  for (const field of new Set([...Object.keys(known.listing), ...Object.keys(kept)])) {
    if (unsaid.has(field)) continue
    const [from, to] = [said(known.listing, field), said(kept, field)]
    const value = canonical(to)
    const isSame = value === canonical(from)
    if (isSame && !known.heard[field]) continue
    if (isNoise(known, field, value)) {
      noise.push(field)
      heard[field] = value
      Object.assign(listing, { [field]: from })
      if (from === undefined) delete (listing as Record<string, unknown>)[field]
    } else if (!isSame) {
      fields.push({ field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })
    }
  }
  return { id: known.id, listing, fingerprint: print, fields, noise, heard, undated }
}

function keptDate(known: Listing, found: Listing): Listing {
  const { proposed: _, ...rest } = found
  return { ...rest, ...(known.when ? { when: known.when } : {}), ...(known.proposed ? { proposed: true } : {}) }
}

/** Whether every change of a field counts, however often it changes. */
export function isAlwaysBelieved(field: string): boolean {
  return never.has(field)
}

function isNoise(known: StoredListing, field: string, value: string): boolean {
  if (isAlwaysBelieved(field) || (known.flips[field] ?? 0) < noiseAfter) return false
  const before = known.heard[field]
  return before?.value !== value || before.runs + 1 < calmAfter
}

function said(listing: Listing, field: string): unknown {
  return (listing as Record<string, unknown>)[field]
}
