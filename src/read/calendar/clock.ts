import type { Component } from './components.ts'
import type { Property } from './lines.ts'
import { type Moment, momentOf } from './moment.ts'
import { utc, type Zone, zoneOf } from './zones/index.ts'

/** How the dates of one file are read. */
export type Clock = {
  /** The moment a date property names; undefined when it names none. What had to be assumed of its zone is added to `doubts`. */
  moment(property: Pick<Property, 'value' | 'parameters'>, doubts: string[]): Moment | undefined
}

/** Reads dates by the zones that a file defines; each zone is made out once. */
export function clockOf(zones: Map<string, Component>): Clock {
  const known = new Map<string, Zone | undefined>()
  function zone(tzid: string): Zone | undefined {
    if (!known.has(tzid)) known.set(tzid, sameZone(zoneOf(tzid, zones.get(tzid)), known))
    return known.get(tzid)
  }
  return {
    moment({ value, parameters }, doubts) {
      const tzid = parameters.TZID?.trim() ?? ''
      const named = tzid ? zone(tzid) : undefined
      // A TZID with a colon in it that nobody quoted: the date is what follows the last one.
      const moment = momentOf(value, named, utc) ?? momentOf(value.slice(value.lastIndexOf(':') + 1), named, utc)
      const isDate = parameters.VALUE?.toUpperCase() === 'DATE'
      if (moment && isDate && !moment.isDay) return { wall: Math.floor(moment.wall / 86_400_000) * 86_400_000, isDay: true }
      if (moment && tzid && !named && !moment.isDay && !moment.zone) {
        doubts.push(`the zone "${tzid.slice(0, 60)}" of its times is not known; they are taken as times of the place`)
      }
      return moment
    },
  }
}

/** Zones of one name are one zone. */
function sameZone(zone: Zone | undefined, known: Map<string, Zone | undefined>): Zone | undefined {
  if (!zone || zone.observances) return zone
  return [...known.values()].find((other) => other?.name === zone.name && !other.observances) ?? zone
}
