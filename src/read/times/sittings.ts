import type { Sitting } from '../../event/index.ts'
import type { PrintedTime, PrintedZone } from './printed.ts'

/** The sittings of one zone of a text that may print the same times in several: those of the zone asked for, else of the first named. */
export function sittingsIn(times: PrintedTime[], zone?: string): { sittings: Sitting[]; zone?: PrintedZone } {
  const named = times.filter((time) => time.zone)
  const chosen = (named.find((time) => time.zone?.zone === zone && zone !== undefined) ?? named[0])?.zone
  const sittings: Sitting[] = []
  for (const time of times) {
    const ours = !time.zone || !chosen || same(time.zone, chosen)
    const known = sittings.some(({ start, end }) => start === time.start && end === time.end)
    if (ours && !known) sittings.push({ start: time.start, ...(time.end ? { end: time.end } : {}) })
  }
  return { sittings, ...(chosen ? { zone: chosen } : {}) }
}

function same(a: PrintedZone, b: PrintedZone): boolean {
  return a.label === b.label || (a.zone !== undefined && a.zone === b.zone)
}
