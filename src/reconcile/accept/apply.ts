import type { Identity, Listing, When } from '../../event/index.ts'
import { sameDays } from '../likeness/days.ts'
import { type Added, type Changes, type Found, renumberedAfter, type StoredListing } from '../stored.ts'

/** What a source's listings are after an accepted run: nothing is dropped, nothing forgotten. `known` are all its listings, `now` the instant of the run. */
export function apply(known: StoredListing[], changes: Changes, now: string): StoredListing[] {
  const seen = new Map([...changes.changed, ...changes.same].map((one) => [one.id, one]))
  const missing = new Set(changes.missing)
  const over = new Set(changes.over)
  const slips = new Set(changes.slips)
  const renamed = new Map(changes.renamed.map((one) => [one.id, one]))
  const after = known.map((one) => {
    const found = seen.get(one.id)
    if (found) return seenAgain(one, found, renamed.get(one.id)?.to, now)
    if (missing.has(one.id)) return { ...one, missingSince: one.missingSince ?? now, missingRuns: one.missingRuns + 1 }
    if (slips.has(one.id)) return { ...one, retractedAt: now, changedAt: now }
    if (over.has(one.id) && !one.overAt) return { ...one, overAt: now }
    return one
  })
  return [...after, ...changes.added.map((one) => newcomer(changes.source, one, now))]
}

function newcomer(source: string, { id, key, listing, fingerprint }: Added, now: string): StoredListing {
  return {
    id,
    source,
    key,
    aliases: [],
    listing,
    identity: identityOf(listing),
    fingerprint,
    firstSeenAt: now,
    lastSeenAt: now,
    printedSince: now,
    changedAt: now,
    since: Object.fromEntries(Object.keys(listing).map((field) => [field, now])),
    whens: [],
    flips: {},
    heard: {},
    missingRuns: 0,
  }
}

function seenAgain(known: StoredListing, found: Found, key: string | undefined, now: string): StoredListing {
  const { missingSince, overAt, retractedAt, undatedSince, renumbered: _, ...kept } = known
  const renumbered = renumberedBy(known, found.listing)
  const isChanged = found.fields.length > 0 || key !== undefined
  return {
    ...kept,
    key: key ?? known.key,
    aliases:
      key === undefined ? known.aliases : [...known.aliases.filter((alias) => alias !== known.listing.key), known.listing.key],
    listing: found.listing,
    identity: identityOf(renumbered ? { ...found.listing, session: known.identity.session } : found.listing, known),
    fingerprint: found.fingerprint,
    lastSeenAt: now,
    printedSince: missingSince || overAt || retractedAt ? now : (known.printedSince ?? known.firstSeenAt),
    changedAt: isChanged ? now : known.changedAt,
    since: sinceAfter(known, found, now),
    whens: whensAfter(known, found.listing.when),
    flips: Object.fromEntries(
      [...found.fields.map((one) => one.field), ...found.noise].map((field) => [field, flipsOf(known, found, field)]),
    ),
    heard: heardAfter(known, found),
    missingRuns: 0,
    ...(renumbered ? { renumbered } : {}),
    ...(found.undated ? { undatedSince: undatedSince ?? now } : {}),
  }
}

/** A noisy field that calmed down starts anew; any other has flipped once more. */
function flipsOf(known: StoredListing, found: Found, field: string): number {
  const hasCalmed = known.heard[field] !== undefined && !found.noise.includes(field)
  return hasCalmed ? 1 : (known.flips[field] ?? 0) + 1
}

/** A number that changes is a misprint until it was printed often enough, more often than one that stood in one run only: one wrong digit must not make two meetings one. */
function renumberedBy(known: StoredListing, { body, kind, session }: Listing): StoredListing['renumbered'] {
  const { identity, renumbered } = known
  const isAnother = identity.session !== undefined && session !== undefined && session !== identity.session
  if (!isAnother || identity.body !== body || identity.kind !== kind) return undefined
  const runs = renumbered?.session === session ? renumbered.runs + 1 : 1
  const once = renumbered ? renumbered.once : known.firstSeenAt === known.lastSeenAt
  return runs < (once ? 2 : renumberedAfter) ? { session, runs, ...(once && { once }) } : undefined
}

function heardAfter(known: StoredListing, found: Found): StoredListing['heard'] {
  const heard = Object.entries(found.heard).map(([field, value]) => {
    const before = known.heard[field]
    return [field, { value, runs: before?.value === value ? before.runs + 1 : 1 }] as const
  })
  return Object.fromEntries(heard)
}

function sinceAfter(known: StoredListing, found: Found, now: string): Record<string, string> {
  if (!found.fields.length) return known.since
  const since = { ...known.since }
  for (const { field, to } of found.fields) {
    if (to === undefined) delete since[field]
    else since[field] = now
  }
  return since
}

function whensAfter(known: StoredListing, when: When | undefined): When[] {
  const before = known.listing.when
  if (!before || !when || sameDays(before, when)) return known.whens
  return [...known.whens.filter((one) => !sameDays(one, before)), before].slice(-5)
}

/** Session, group and part as printed; what this run left out stays as it was known, as long as it is the same sort of meeting of the same body. */
function identityOf(listing: Omit<Listing, 'session'> & { session?: number | undefined }, known?: StoredListing): Identity {
  const { body, kind } = listing
  const before = known && known.identity.body === body && known.identity.kind === kind ? known.identity : undefined
  const session = listing.session ?? before?.session
  const sameSession = session === before?.session
  const group = listing.group ?? (sameSession ? before?.group : undefined)
  const part = listing.part ?? (listing.session === undefined ? before?.part : undefined)
  return {
    body,
    kind,
    ...(session === undefined ? {} : { session }),
    ...(group === undefined ? {} : { group }),
    ...(part === undefined ? {} : { part }),
  }
}
