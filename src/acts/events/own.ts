import { fingerprint, type Identity, type Listing } from '../../event/index.ts'
import type { StoredListing } from '../../reconcile/index.ts'
import type { Draft, Patch } from '../../web/write/acts.ts'

/** The source of what people enter; its trust is `own`. */
export const desk = 'desk'

/** A draft as the listing of an own entry. */
function listingOf({ title, ...draft }: Draft, key: string): Listing {
  const { body = 'OTHER', kind = 'other', status = 'confirmed', place = {}, links = [], deadlines = [], ...rest } = draft
  const provenance = draft.provenance ?? { text: title, url: '' }
  return { ...rest, key, title, body, kind, status, place, links, deadlines, provenance }
}

/** An own entry made `at` an instant; `name` was never given before. */
export function ownListing(draft: Draft, name: string, at: string): StoredListing {
  const key = `id:${name}`
  const listing = listingOf(draft, key)
  return {
    id: `${desk}/${key}`,
    source: desk,
    key,
    aliases: [],
    listing,
    identity: identityOf(listing),
    fingerprint: fingerprint(listing),
    firstSeenAt: at,
    lastSeenAt: at,
    changedAt: at,
    since: Object.fromEntries(Object.keys(listing).map((field) => [field, at])),
    whens: [],
    flips: {},
    heard: {},
    missingRuns: 0,
  }
}

/** An own entry that says something else from now on; `null` empties a field. */
export function saidAnew(one: StoredListing, patch: Patch, at: string): StoredListing {
  const said: Record<string, unknown> = { ...one.listing }
  const since = { ...one.since }
  for (const [field, value] of Object.entries(patch)) {
    if (value === undefined) continue
    if (value === null) delete said[field]
    else said[field] = value
    since[field] = at
  }
  const listing = listingOf(said as Draft, one.listing.key)
  const { when } = one.listing
  const moved = when && patch.when !== undefined
  return {
    ...one,
    listing,
    identity: identityOf(listing),
    fingerprint: fingerprint(listing),
    lastSeenAt: at,
    changedAt: at,
    since,
    ...(moved && { whens: [...one.whens, when].slice(-5) }),
  }
}

function identityOf({ body, kind, session, group, part }: Listing): Identity {
  return {
    body,
    kind,
    ...(session !== undefined && { session }),
    ...(group !== undefined && { group }),
    ...(part !== undefined && { part }),
  }
}
