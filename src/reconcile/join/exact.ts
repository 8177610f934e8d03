import { overlap } from '../likeness/days.ts'
import { likeness } from '../likeness/likeness.ts'
import { wordsOf } from '../likeness/words.ts'
import type { StoredListing } from '../stored.ts'
import { isExact } from './identity.ts'

/** Whether the key of a listing names one meeting only together with its days: a session may have several thematic or intersessional meetings. */
export function needsDays({ identity, listing }: StoredListing): boolean {
  return !isExact(identity) && !listing.parts?.length
}

/** Whether a source prints, at one time, two meetings on different days and in different words under this key; the key then needs their days. */
export function isAmbiguous(group: StoredListing[]): boolean {
  const bySource = new Map<string, StoredListing[]>()
  for (const one of group) {
    const others = bySource.get(one.source) ?? []
    if (others.some((other) => isAnother(one, other))) return true
    bySource.set(one.source, [...others.slice(-20), one])
  }
  return false
}

function isAnother(one: StoredListing, other: StoredListing): boolean {
  if (!isPrinted(one) || !isPrinted(other) || !one.listing.when || !other.listing.when) return false
  if (overlap(one.listing.when, other.listing.when)) return false
  return likeness(wordsOf(one.listing.title), wordsOf(other.listing.title)) < 0.8
}

/** Whether the source's last accepted run found it. */
export function isPrinted(one: StoredListing): boolean {
  return !one.missingSince && !one.overAt && !one.retractedAt
}

/**
 * Whether listings that name one address may be joined by it: `yes` if each source has one such listing, `days` if a source has several editions
 * under one printed key, false if a source gives it to different listings: then it is a list, not a meeting's own page.
 */
export function mayShareAddress(group: StoredListing[]): 'yes' | 'days' | false {
  const keys = new Map<string, string>()
  let isShared = false
  for (const { source, listing } of group) {
    const key = keys.get(source)
    if (key !== undefined && key !== listing.key) return false
    if (key !== undefined) isShared = true
    keys.set(source, listing.key)
  }
  return isShared ? 'days' : 'yes'
}

/** Runs of listings whose days touch; those without days stand alone. */
export function byDays(group: StoredListing[]): StoredListing[][] {
  const dated = group.flatMap((one) => (one.listing.when ? [{ one, when: one.listing.when }] : []))
  dated.sort((a, b) => (`${a.when.start} ${a.one.id}` < `${b.when.start} ${b.one.id}` ? -1 : 1))
  const runs: StoredListing[][] = []
  let last = ''
  for (const { one, when } of dated) {
    if (when.start <= last) runs.at(-1)?.push(one)
    else runs.push([one])
    last = when.end > last ? when.end : last
  }
  return runs
}
