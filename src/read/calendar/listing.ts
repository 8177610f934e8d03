import { Temporal } from 'temporal-polyfill'
import type { RawListing } from '../../source/index.ts'
import { zoneOf } from '../times/index.ts'
import { ianaZone } from './zones/aliases.ts'

/** The same meeting with its times on the clock of its place: what a calendar says in UTC is shown where its venue is, else in `timezone`. */
export function onItsClock(raw: RawListing, timezone: string): RawListing {
  if (!raw.start?.endsWith('Z')) return raw
  const zone = ianaZone(zoneOf(raw.location ?? '') ?? timezone) ?? 'UTC'
  const shown = (text: string) =>
    `${Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16)}:00`
  return {
    ...raw,
    start: shown(raw.start),
    timezone: zone,
    ...(raw.end && { end: raw.end.endsWith('Z') ? shown(raw.end) : raw.end }),
  }
}
