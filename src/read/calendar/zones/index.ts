import { Temporal } from 'temporal-polyfill'
import type { Component } from '../components.ts'
import { ianaZone, zoneByCity } from './aliases.ts'
import { type Observance, observancesOf, offsetAt } from './defined.ts'
import { windowsZones } from './windows.ts'

/** A zone: one of IANA's, or one that only the calendar itself defines. */
export type Zone = { name: string; observances?: Observance[] }

/** Coordinated universal time. */
export const utc: Zone = { name: 'UTC' }

/** The zone that a TZID means, `defined` being the VTIMEZONE of that name; undefined when nothing says what it means. */
export function zoneOf(tzid: string, defined: Component | undefined): Zone | undefined {
  const named = nameOf(tzid) ?? nameOf(defined?.properties.find(({ name }) => name === 'X-LIC-LOCATION')?.value ?? '')
  if (named) return named === 'UTC' ? utc : { name: named }
  const observances = defined ? observancesOf(defined) : []
  return observances.length > 0 ? { name: tzid, observances } : undefined
}

/** The IANA name of what programs write for a zone: its own name, one with a prefix or underscores, Windows' name, a list of cities. */
function nameOf(written: string): string | undefined {
  const name = written.replace(/\\(.)/g, '$1').replaceAll('"', '').trim().slice(0, 120)
  const exact = ianaZone(name) ?? windowsZones.get(name.toLowerCase().replace(/ (?:standard|daylight|summer) time$/, ''))
  if (exact) return exact
  const inside = /(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Canada|Europe|Indian|Pacific|US)[/_-][A-Za-z_+/-]+$/.exec(
    name,
  )?.[0]
  const within = inside && (ianaZone(inside) ?? ianaZone(inside.replace(/[_-]/, '/')))
  return within ?? described(name)
}

/** `(UTC+01:00) Amsterdam, Berlin, Bern`, `GMT -0500 (Standard) / Eastern Time (US & Canada)`. */
function described(name: string): string | undefined {
  const cities = name.replace(/^\(?(?:utc|gmt)[^)A-Za-z]*\)?\s*/i, '')
  if (cities === name && !name.includes(',')) return undefined
  const american = /\b(eastern|central|mountain|pacific|atlantic) time\b/i.exec(cities)?.[1]
  if (american) return ianaZone(american)
  if (cities === '') return undefined
  return cities
    .split(',')
    .map((city) => zoneByCity.get(city.trim().toLowerCase()))
    .find((zone) => zone !== undefined)
}

/** The instant (milliseconds) at which the wall clock of a zone shows `wall`; of a time shown twice the first, of one left out the one after. */
export function instantOf(wall: number, zone: Zone): number {
  if (zone === utc) return wall
  if (zone.observances) return wall - offsetAt(wall, zone.observances)
  return Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, 19)).toZonedDateTime(zone.name).epochMilliseconds
}

/** What the wall clock of a zone shows at an instant (milliseconds). */
export function wallAt(instant: number, zone: Zone): number {
  if (zone === utc) return instant
  if (zone.observances) return instant + offsetAt(instant + offsetAt(instant, zone.observances), zone.observances)
  return instant + Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone.name).offsetNanoseconds / 1e6
}
