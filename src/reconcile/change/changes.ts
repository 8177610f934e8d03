import { fingerprint, type Listing } from '../../event/index.ts'
import { isPast, sameDays } from '../likeness/days.ts'
import type { Changes, StoredListing } from '../stored.ts'
import { difference } from './difference.ts'
import { misprints } from './misprints.ts'
import { type Pair, pairsOfKey, sameDaysOfNextYear } from './pairs.ts'
import { closeInWords, sameContents } from './recognise.ts'
import { byPrintedKey } from './twins.ts'

/**
 * What a run found, compared with what is known of its source. Found again is what prints the same key; failing that what was known under it before,
 * what says the same under another key, and the one that is close in words (each recorded with its reason). Nothing is changed.
 * @param now the instant of the run, ISO 8601, UTC; decides what is past
 */
export function changes(source: string, known: StoredListing[], found: Listing[], now: string): Changes {
  const result: Changes = {
    source,
    added: [],
    changed: [],
    same: [],
    missing: [],
    over: [],
    slips: [],
    returned: [],
    renamed: [],
    guesses: [],
  }
  const groups = byPrintedKey(found)
  const open = new Set(known)
  const left = new Set([...groups.keys()].sort().flatMap((key) => groups.get(key) ?? []))
  const took = new Map<StoredListing, Pair>()
  const take = (pair: Pair) => {
    open.delete(pair.known)
    left.delete(pair.found)
    took.set(pair.known, pair)
  }

  const byKey = grouped(known, (one) => [one.listing.key])
  const rename = (pair: Pair, reason: string) => {
    take(pair)
    result.renamed.push({ id: pair.known.id, from: pair.known.listing.key, to: pair.found.key, reason })
  }
  for (const pair of misprints(byKey, groups)) rename(pair, 'the same days under the number of a meeting not printed for a while')
  for (const [key, group] of groups) {
    const printed = group.filter((listing) => left.has(listing))
    pairsOfKey(byKey.get(key) ?? [], printed, now).forEach(take)
  }
  for (const { known: one, found: listing } of took.values()) guessOnEdition(one, listing, result)
  const byAlias = grouped([...open], (one) => one.aliases)
  for (const [key, candidates] of byAlias) {
    const group = (groups.get(key) ?? []).filter((listing) => left.has(listing))
    for (const pair of pairsOfKey(
      candidates.filter((one) => open.has(one)),
      group,
      now,
    ))
      rename(pair, 'known under this key before')
  }
  for (const pair of sameContents(live(open), [...left])) rename(pair, pair.reason)
  for (const pair of closeInWords(live(open), [...left], now)) {
    rename(pair, pair.reason)
    result.guesses.push({ id: pair.known.id, key: pair.found.key, reason: pair.reason })
  }

  for (const { known: one, found: listing } of took.values()) {
    const seen = difference(one, listing)
    const isRenamed = one.listing.key !== listing.key
    if (seen.fields.length || isRenamed) result.changed.push(seen)
    else result.same.push(seen)
    if (one.missingSince || one.overAt || one.retractedAt) result.returned.push(one.id)
  }
  for (const one of live(open)) {
    if (isSlip(one, byKey.get(one.listing.key) ?? [])) {
      result.slips.push(one.id)
      result.guesses.push({ id: one.id, key: one.listing.key, reason: 'printed once, under a wrong year' })
      continue
    }
    const isOver = one.overAt !== undefined || (one.listing.when !== undefined && isPast(one.listing.when, now))
    if (isOver) result.over.push(one.id)
    else result.missing.push(one.id)
  }
  allotKeys(result, known, [...left])
  return ordered(result)
}

function live(open: Set<StoredListing>): StoredListing[] {
  return [...open].filter((one) => !one.retractedAt)
}

function grouped(known: StoredListing[], keysOf: (one: StoredListing) => string[]): Map<string, StoredListing[]> {
  const groups = new Map<string, StoredListing[]>()
  for (const one of known) for (const key of keysOf(one)) groups.set(key, [...(groups.get(key) ?? []), one])
  return groups
}

/** Whether a listing was printed in one run only, and there in place of one with the same days of another year: a wrong year. */
function isSlip(one: StoredListing, siblings: StoredListing[]): boolean {
  const { when } = one.listing
  if (!when || (one.printedSince ?? one.firstSeenAt) !== one.lastSeenAt || one.missingSince || one.overAt) return false
  const isTwin = (other: StoredListing) => other.listing.when && sameDaysOfNextYear(other.listing.when, when)
  return siblings.some((other) => isTwin(other) && other.firstSeenAt < one.firstSeenAt)
}

function guessOnEdition(one: StoredListing, found: Listing, result: Changes): void {
  const before = one.whens.find((when) => found.when && sameDays(when, found.when))
  if (before && one.listing.when && found.when && !sameDays(one.listing.when, found.when)) {
    result.guesses.push({ id: one.id, key: found.key, reason: 'it had these days before' })
  }
}

/** Keys and ids for what is new or renamed: as printed, with a mark where another listing has that name. */
function allotKeys(result: Changes, known: StoredListing[], found: Listing[]): void {
  const renamed = new Set(result.renamed.map((one) => one.id))
  const keys = new Set(known.filter((one) => !renamed.has(one.id)).map((one) => one.key))
  const ids = new Set(known.map((one) => one.id))
  result.renamed.sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const one of result.renamed) one.to = free(one.to, keys)
  for (const listing of found) {
    const key = free(listing.key, keys)
    const id = free(`${result.source}/${key}`, ids)
    result.added.push({ id, key, listing, fingerprint: fingerprint(listing) })
    if (key !== listing.key)
      result.guesses.push({ id, key, reason: 'another meeting under the same key: its next edition, or one beside it' })
  }
}

/** The name, or the name with the first free mark; takes it. */
function free(name: string, taken: Set<string>): string {
  let marked = name
  for (let n = 2; taken.has(marked); n += 1) marked = `${name}~${n}`
  taken.add(marked)
  return marked
}

function ordered(result: Changes): Changes {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  for (const list of [result.added, result.changed, result.same, result.renamed, result.guesses]) list.sort(byId)
  for (const list of [result.missing, result.over, result.slips, result.returned]) list.sort()
  return result
}
