import type { Place } from '../../event/index.ts'

/** The first place, with what it does not say filled from the others. */
export function placesJoined(...places: Place[]): Place {
  let [all = {}] = places
  for (const more of places.slice(1)) {
    const joint: Place = { ...more, ...all }
    if (all.venue && more.venue && !all.city && more.city && !all.venue.includes(more.city))
      joint.venue = joined([all.venue, more.venue])
    if (
      all.venue &&
      more.venue &&
      all.city &&
      all.venue === cityWords(all) &&
      (more.room || more.venue.length > all.venue.length)
    )
      if (!more.city || more.city === all.city) joint.venue = more.city ? more.venue : joined([more.venue, all.venue])
    all = joint
  }
  return all
}

function cityWords(place: Place): string {
  return [place.city, place.country].filter(Boolean).join(', ')
}

/** Places one after the other, none of which says what another one does. */
export function joined(parts: string[]): string {
  const all: string[] = []
  for (const part of parts) if (!all.some((other) => other.includes(part))) all.push(part)
  return all.join(', ')
}
