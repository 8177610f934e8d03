import type { Conflict, Said, When } from '../../event/index.ts'
import type { Trust } from '../../source/define.ts'
import { moved, refines, sameDays } from '../likeness/days.ts'
import type { StoredListing } from '../stored.ts'
import { isGone, ranked, saidBy } from './rank.ts'

/** When an event is, who says so, and who says otherwise. */
export type Dated = { when?: When; said: Record<string, Said>; conflict?: Conflict }

/**
 * The dates of an event: of the listing that speaks first, more exactly where another says the same days or week or month more exactly, with the
 * hours of another where it prints none for the same days. A date no longer printed by its source gives way to one that is.
 */
export function datesOf(listings: StoredListing[], trust: Record<string, Trust>): Dated {
  const [only] = listings
  if (listings.length === 1 && only)
    return only.listing.when ? { when: only.listing.when, said: { when: saidBy(only, 'when') } } : { said: {} }
  const dated = ranked(listings, 'when', trust).filter((one) => one.listing.when)
  const speaking = [...dated.filter((one) => !one.undatedSince), ...dated.filter((one) => one.undatedSince)]
  let speaker = speaking[0]
  if (!speaker?.listing.when) return { said: {} }
  let when = speaker.listing.when
  for (const one of speaking) {
    if (one.listing.when && refines(one.listing.when, when)) {
      when = one.listing.when
      speaker = one
    }
  }
  const said: Record<string, Said> = { when: saidBy(speaker, 'when') }
  if (when.startTime === undefined) {
    const timed = speaking.find(({ listing }) => listing.when?.startTime !== undefined && sameDays(listing.when, when))
    if (timed?.listing.when) {
      when = timed.listing.when
      said.times = saidBy(timed, 'when')
    }
  }
  const others = speaking.filter((one) => one.listing.when && !isGone(one) && !one.undatedSince && moved(when, one.listing.when))
  if (!others.length) return { when, said }
  const values = [speaker, ...others].map((one, index) => ({ value: index ? one.listing.when : when, said: saidBy(one, 'when') }))
  return { when, said, conflict: { field: 'when', values } }
}
