import { instantOf, wallAt, type Zone } from './zones/index.ts'

/** A day, or a wall time of a zone; without a zone it floats (RFC 5545 section 3.3.5). */
export type Moment = {
  /** Milliseconds as if the wall clock showed UTC. */
  wall: number
  isDay: boolean
  zone?: Zone | undefined
}

/** One day in milliseconds. */
export const dayMs = 86_400_000

const dateTime = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?(Z|[+-]\d\d:?\d\d)?)?$/i

/** The moment of a DATE or DATE-TIME value (sections 3.3.4 and 3.3.5), its zone given by its TZID; undefined when it names none that is. */
export function momentOf(value: string, zone: Zone | undefined, utc: Zone): Moment | undefined {
  const [, year, month, day, hour, minute, second, offset] =
    dateTime.exec(value.trim().replace(/^(\d{8})(?:T:*|Z)$/i, '$1')) ?? []
  if (!year || !month || !day) return undefined
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day))
  // Date.UTC takes 31 June for 1 July, and the years 0 to 99 for those of the last century.
  if (new Date(date).toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return undefined
  if (Number(year) < 1900 || Number(year) > 2199) return undefined
  if (hour === undefined) return { wall: date, isDay: true }
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second ?? 0) > 60 || (hour === '24' && minute !== '00')) return undefined
  const wall = date + (Number(hour) * 60 + Number(minute)) * 60_000
  if (!offset) return { wall, isDay: false, zone }
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)/.exec(offset) ?? []
  const east = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1)
  return { wall: wall - east * 60_000, isDay: false, zone: utc }
}

/** The same moment on the clock of another zone; a day, or a floating time, is the same everywhere. */
export function inZone(moment: Moment, zone: Zone | undefined): Moment {
  if (moment.isDay || !moment.zone || !zone || moment.zone === zone) return moment
  return { wall: wallAt(instantOf(moment.wall, moment.zone), zone), isDay: false, zone }
}

/** Milliseconds of a DURATION (section 3.3.6), weeks and days as 24 hours each; undefined for anything else, negative and endless ones too. */
export function durationOf(value: string): number | undefined {
  const match = /^\+?P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/i.exec(value.trim())
  if (!match || !/\d/.test(value)) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0))
  return (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000
}

/** `2026-05-18`, or `2026-05-18T10:00`. */
export function printed({ wall, isDay }: Moment): string {
  return new Date(wall).toISOString().slice(0, isDay ? 10 : 16)
}
