import type { Listing } from '../../event/index.ts'
import { shortName } from '../identity/bodies.ts'
import { keyOf } from '../meeting/listing.ts'
import { placesJoined } from '../place/joined.ts'
import type { Rated } from './same.ts'

/** A title without the body put before it. */
function bare(title: string): string {
  return title.replace(/^[^:]{3,80}: (?=\p{Lu}|\d)/u, '')
}

export function together(a: Rated, b: Rated): Rated {
  const first =
    a.structured !== b.structured
      ? a.structured
        ? a
        : b
      : (a.loose ?? false) !== (b.loose ?? false)
        ? a.loose
          ? b
          : a
        : a.weight >= b.weight
          ? a
          : b
  const second = first === a ? b : a
  const [one, other] = [first.listing, second.listing]
  const listing: Listing = { ...other, ...one, place: placesJoined(one.place, other.place) }
  if (
    first.named &&
    !first.structured &&
    one.session === undefined &&
    other.session !== undefined &&
    one.kind === other.kind &&
    !second.named
  ) {
    listing.session = other.session
    listing.title = `${bare(other.title)} (${shortName(one.body) ?? one.title})`
    listing.key = keyOf(listing)
  }
  if (!first.named && second.named) {
    listing.body = other.body
    if (one.kind === 'other' || one.kind === 'session') listing.kind = other.kind
    if (!first.structured)
      listing.title =
        one.session !== undefined && other.session === undefined
          ? `${one.title} (${shortName(other.body) ?? other.title})`
          : other.title
    if (one.session !== undefined) listing.session = one.session
    listing.key = first.structured ? one.key : other.key
  }
  if (one.group === undefined && other.group !== undefined && one.body === other.body && !first.structured) {
    listing.group = other.group
    listing.title = other.title
    listing.key = other.key
  }
  if (one.when && other.when) {
    listing.when = { ...one.when }
    if (!one.when.startTime && other.when.startTime) {
      listing.when.startTime = other.when.startTime
      if (other.when.endTime) listing.when.endTime = other.when.endTime
      if (other.when.sittings) listing.when.sittings = other.when.sittings
    }
  }
  if (one.status === 'confirmed' && other.status !== 'confirmed') listing.status = other.status
  listing.deadlines = [
    ...one.deadlines,
    ...other.deadlines.filter(({ date }) => !one.deadlines.some((same) => same.date === date)),
  ]
  listing.links = [...one.links, ...other.links.filter(({ url }) => !one.links.some((link) => link.url === url))]
  return {
    listing,
    weight: Math.max(a.weight, b.weight),
    named: a.named || b.named,
    structured: a.structured || b.structured,
    own: first.own,
  }
}
