import type { Notice, Status, When } from '../../event/index.ts'
import { isPast, moved, sameDays } from '../likeness/days.ts'
import type { PreviousEvent } from '../people.ts'
import type { StoredListing } from '../stored.ts'
import { isGone } from './rank.ts'

/** Status, and a sentence for readers where it is not the source's own. */
export type Life = { status: Status; note?: string; missingSince?: string }

/**
 * What becomes of an event that its sources stop printing: missing since, after three accepted runs tentative, never cancelled by absence. What was over
 * when it was no longer printed is over, and as it was.
 */
export function lifeOf(listings: StoredListing[], status: Status): Life {
  if (!listings.some((one) => one.missingSince || one.undatedSince)) return { status }
  const missing = listings.every((one) => one.missingSince)
  const since = missing
    ? listings.reduce((last, one) => (one.missingSince && one.missingSince > last ? one.missingSince : last), '')
    : ''
  const life: Life = { status, ...(since ? { missingSince: since } : {}) }
  if (status === 'cancelled') return life
  if (since && listings.every(isGone))
    return { ...life, status: 'tentative', note: `No longer printed by its source since ${dayOf(since)}.` }
  const undated = listings.filter((one) => one.listing.when)
  const undatedSince = undated
    .map((one) => one.undatedSince ?? '')
    .sort()
    .at(-1)
  const isUndated =
    undated.length > 0 && undated.every((one) => one.undatedSince && !one.overAt && one.undatedSince.slice(0, 10) <= endOf(one))
  if (isUndated && undatedSince)
    return { ...life, status: 'tentative', note: `Its source prints no date since ${dayOf(undatedSince)}.` }
  return life
}

/** The dates an event had before it was moved; a correction of what is past is no move, and a move back undoes it. */
export function wasBefore(memory: Pick<PreviousEvent, 'when' | 'was'>, when: When | undefined, now: string): When | undefined {
  if (!memory.when || !when || !moved(memory.when, when)) return memory.was
  if (memory.was && sameDays(memory.was, when)) return undefined
  return isPast(memory.when, now) && isPast(when, now) ? memory.was : memory.when
}

/** What else is to be said: `rescheduled` for a moved event; a `postponed` that is older than the date in force is outdated. */
export function noticeOf(
  said: { notice: Notice; since: string } | undefined,
  { was, datedSince }: { was: When | undefined; datedSince: string },
): Notice | undefined {
  const isOutdated = said?.notice === 'postponed' && was !== undefined && said.since < datedSince
  return said && !isOutdated ? said.notice : was && 'rescheduled'
}

function endOf(one: StoredListing): string {
  return one.listing.when?.end ?? ''
}

/** `3 March 2026`, in UTC. */
function dayOf(instant: string): string {
  const date = new Date(instant)
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

const months = 'January February March April May June July August September October November December'.split(' ')
