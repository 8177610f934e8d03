import type { Component } from '../components.ts'
import type { Property } from '../lines.ts'

/** A STANDARD or DAYLIGHT part of a VTIMEZONE (RFC 5545 section 3.6.5): when it begins, and how far east of UTC (milliseconds) it is. */
export type Observance = {
  start: number
  from: number
  to: number
  until: number
  onsetIn?: (year: number) => number[]
  extra: number[]
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const dayMs = 86_400_000

/** The observances that a VTIMEZONE defines; those that cannot be read are left out. */
export function observancesOf(zone: Component): Observance[] {
  return zone.parts.slice(-40).flatMap((part) => {
    const get = (name: string) => part.properties.find((property) => property.name === name)
    const start = wallOf(get('DTSTART')?.value ?? '')
    const to = offsetOf(get('TZOFFSETTO')?.value ?? '')
    if (start === undefined || to === undefined) return []
    const from = offsetOf(get('TZOFFSETFROM')?.value ?? '') ?? to
    const rule = get('RRULE')?.value.toUpperCase()
    const until = wallOf(/UNTIL=([0-9T]+)/.exec(rule ?? '')?.[1] ?? '') ?? Number.POSITIVE_INFINITY
    const extra = part.properties.filter(({ name }) => name === 'RDATE').flatMap(wallsOf)
    return [{ start, from, to, until, extra, ...(rule && { onsetIn: yearly(rule, start) }) }]
  })
}

/** How far east of UTC (milliseconds) a zone is when its wall clock shows `wall`. */
export function offsetAt(wall: number, observances: Observance[]): number {
  let latest = Number.NEGATIVE_INFINITY
  let offset: number | undefined
  const year = new Date(wall).getUTCFullYear()
  for (const { start, to, until, onsetIn, extra } of observances) {
    const recurring = onsetIn ? [...onsetIn(year), ...onsetIn(year - 1)] : []
    for (const onset of [start, ...extra, ...recurring]) {
      if (onset < start || onset > until || onset > wall || onset <= latest) continue
      latest = onset
      offset = to
    }
  }
  return offset ?? [...observances].sort((a, b) => a.start - b.start)[0]?.from ?? 0
}

/** The onsets of a yearly rule in a year: `BYMONTH=3;BYDAY=-1SU`, a weekday among days of the month, or the day of the first onset. */
function yearly(rule: string, start: number): (year: number) => number[] {
  const first = new Date(start)
  const month = Number(/BYMONTH=(\d{1,2})/.exec(rule)?.[1] ?? first.getUTCMonth() + 1) - 1
  const [, nth, weekday] = /BYDAY=([+-]?\d?)(SU|MO|TU|WE|TH|FR|SA)/.exec(rule) ?? []
  const days = /BYMONTHDAY=([\d,]+)/.exec(rule)?.[1]?.split(',').map(Number)
  const known = new Map<number, number[]>()
  return (year) => {
    const onsets = known.get(year) ?? onsetsIn(year)
    known.set(year, onsets)
    return onsets
  }

  function onsetsIn(year: number): number[] {
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    const all = Array.from({ length }, (_, index) => index + 1)
    const named = weekday
      ? all.filter((day) => weekdays[new Date(Date.UTC(year, month, day)).getUTCDay()] === weekday)
      : all.filter((day) => days?.includes(day) ?? day === first.getUTCDate())
    const chosen =
      weekday && days ? named.filter((day) => days.includes(day)) : nth ? named.slice(...sliceOf(Number(nth))) : named
    return chosen.slice(0, 1).map((day) => Date.UTC(year, month, day) + (start % dayMs))
  }
}

function sliceOf(nth: number): [number, number?] {
  return nth < 0 ? [nth] : [nth - 1, nth]
}

function wallsOf({ value }: Property): number[] {
  return value
    .split(',')
    .slice(0, 500)
    .flatMap((one) => wallOf(one) ?? [])
}

function wallOf(value: string): number | undefined {
  const [, year, month, day, hour = '0', minute = '0'] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d))?/.exec(value.trim()) ?? []
  // Zones without a past begin in the year 1 or 1601; which, is of no matter.
  return year ? Date.UTC(Math.max(1601, Number(year)), Number(month) - 1, Number(day), Number(hour), Number(minute)) : undefined
}

function offsetOf(value: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-]?)(\d\d):?(\d\d)/.exec(value.trim()) ?? []
  if (hours === undefined || Number(hours) > 18) return undefined
  return (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1)
}
