import type { Place, Said } from '../../event/index.ts'
import type { Trust } from '../../source/define.ts'
import type { StoredListing } from '../stored.ts'
import { ranked, saidBy } from './rank.ts'

/** Where an event is: as the listing that speaks first says, completed by others as long as they speak of the same city. */
export function placeOf(listings: StoredListing[], trust: Record<string, Trust>): { place: Place; said?: Said } {
  const [first, ...others] = ranked(listings, 'place', trust).filter(({ listing }) => saysAny(listing.place))
  if (!first) return { place: {} }
  let place = first.listing.place
  for (const { listing } of others) {
    const other = listing.place
    if (other.city && place.city && other.city !== place.city) continue
    if (other.format && place.format && other.format !== place.format) continue
    const isFuller = other.venue && place.venue && other.venue.length > place.venue.length && other.venue.includes(place.venue)
    place = { ...other, ...place, ...(isFuller && other.venue ? { venue: other.venue } : {}) }
  }
  return { place, said: saidBy(first, 'place') }
}

function saysAny(place: Place): boolean {
  return Boolean(place.venue || place.city || place.format || place.country || place.room)
}
