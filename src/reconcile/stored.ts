import type { Identity, Listing, When } from '../event/index.ts'

/** A listing as it is remembered: what its source says now, since when, and what is known of its comings and goings. Instants are ISO 8601, UTC. */
export type StoredListing = {
  /** `source/key` as first seen; never changes, never used twice. Decisions, members of events and undo refer to it. */
  id: string
  source: string
  /** Its key inside the source now; `~2`, `~3` mark further listings that print the same key. */
  key: string
  /** Keys it had before. */
  aliases: string[]
  /** What the source says; `listing.key` is the key as printed, without a mark. */
  listing: Listing
  /** Identity by which it is joined: with what earlier runs knew and this one left out, and with another number only when it is not a misprint. */
  identity: Identity
  /** Another session number than that of `identity`, how many runs in a row printed it, and whether the one before was printed in the first run only. */
  renumbered?: { session: number; runs: number; once?: boolean }
  /** Of the listing as found, before anything was kept from earlier runs. */
  fingerprint: string
  firstSeenAt: string
  lastSeenAt: string
  /** The run since which every accepted run printed it, up to {@link lastSeenAt}; the first, where it is not said. */
  printedSince?: string
  /** Last time any field changed. */
  changedAt: string
  /** For each field, since when the source says what it says. */
  since: Record<string, string>
  /** Dates it had before, newest last, at most five. */
  whens: When[]
  /** Runs in a row in which a field changed; from {@link noiseAfter} on it is noise. */
  flips: Record<string, number>
  /** For each field that is noise, the last value heard (canonical JSON) and how many runs in a row it was heard. */
  heard: Record<string, { value: string; runs: number }>
  /** The source no longer prints a date; the last one is kept. */
  undatedSince?: string
  /** Not printed since this accepted run, although still to come. */
  missingSince?: string
  /** Accepted runs in a row that did not print it. */
  missingRuns: number
  /** The run after which it was no longer printed, its days being past. */
  overAt?: string
  /** Taken back by undoing the run that brought it. */
  retractedAt?: string
}

/** A field of which a listing says something else than before. */
export type FieldChange = { field: string; from?: unknown; to?: unknown }

/** Why a listing found was taken for one known although its key or its dates are not the same, or for a new one although its key is known. */
type Guess = { id: string; key: string; reason: string }

/** A listing known and found again. */
export type Found = {
  id: string
  /** As it is to be stored: what is kept from earlier runs filled in. */
  listing: Listing
  /** Of the listing as printed. */
  fingerprint: string
  fields: FieldChange[]
  /** Fields that changed as they do every run; their old value is kept. */
  noise: string[]
  /** Canonical values heard for fields that are noise. */
  heard: Record<string, string>
  /** The source no longer prints its date. */
  undated: boolean
}

/** A listing found for the first time, with the id and key it will have. */
export type Added = { id: string; key: string; listing: Listing; fingerprint: string }

/** What a run would change in the listings of one source. Every listing known and not retracted is in exactly one of changed, same, missing, over and slips. */
export type Changes = {
  source: string
  added: Added[]
  changed: Found[]
  same: Found[]
  /** Ids of coming listings not printed, new ones and those missing before. */
  missing: string[]
  /** Ids of listings not printed whose days are past. */
  over: string[]
  /** Ids of listings taken back: printed once under a wrong year, which the next run put right. */
  slips: string[]
  /** Ids of listings found again after they were missing, over or retracted; each is in changed or same too. */
  returned: string[]
  /** Listings recognised under another key. */
  renamed: { id: string; from: string; to: string; reason: string }[]
  guesses: Guess[]
}

/** A run that was refused, as a difference a person can read. */
export type Refusal = {
  /** `would remove 14 of 60 coming meetings, move 3` */
  sentence: string
  /** How many coming listings the source had. */
  coming: number
  gone: { id: string; title: string; when?: When }[]
  moved: { id: string; title: string; from?: When; to?: When }[]
}

/** What an applied run did to each listing, enough to take it back. */
export type Undo = { source: string; at: string; added: string[]; before: StoredListing[]; after: Record<string, string> }

/** Another session number is believed after this many accepted runs in a row; after two, if the one before was printed in the first run only. */
export const renumberedAfter = 3

/** A field is noise after this many runs in a row in which it changed. */
export const noiseAfter = 20
