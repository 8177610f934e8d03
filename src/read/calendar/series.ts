import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import type { Clock } from './clock.ts'
import { dayMs, inZone, type Moment } from './moment.ts'
import { periodsIn, type Rule } from './rule.ts'

/** What a file may ask for in repetitions: how many more events, how many more periods may be gone through to find
 * them (beginning a series counts as 25), and how many more dates may be listed one by one. */
export type Budget = { events: number; periods: number; dates: number }

/** From when and until when a series without an end is followed: milliseconds of the wall clock. */
export type Window = { from: number; to: number }

/** The starts of a series on the wall clock, in order, and a sentence for what of it was left out. */
export type Starts = { walls: number[]; left?: string }

/** Occurrences of one series, and dates that it lists one by one, that are read. */
export const most = 500

/**
 * The starts that a rule makes from the first one on. The clock is the wall's, so that a meeting at 15:00 stays at 15:00 when the clocks
 * change. A series with an end is followed to it, one without an end in the window only.
 */
export function startsOf(
  rule: Rule,
  start: Moment,
  { window, budget, clock }: { window: Window; budget: Budget; clock: Clock },
): Starts {
  const end = untilOf(rule, start, clock)
  if (typeof end === 'string') return { walls: [start.wall], left: end }
  const isEndless = end === undefined && rule.count === undefined
  if ((rule.count ?? 0) > 5000)
    return { walls: [start.wall], left: `it is repeated ${rule.count} times; only its first day was read` }
  const to = Math.min(end ?? Number.POSITIVE_INFINITY, isEndless ? window.to : start.wall + 200 * 366 * dayMs)
  const from = isEndless ? Math.max(start.wall, window.from) : start.wall
  if (to < start.wall)
    return {
      walls: [start.wall],
      ...(end !== undefined && { left: 'its series ends before it starts; only its first day was read' }),
    }
  const periods = 25 + (rule.count ?? periodsIn(rule, to - from))
  if (periods > budget.periods || budget.events < 1)
    return { walls: [start.wall], left: 'the file repeats too much; only its first day was read' }
  budget.periods -= periods
  const walls = followed(rule, start.wall, from, to, Math.min(most + 1, budget.events))
  const found = walls.length > most ? walls.slice(0, most) : walls
  budget.events -= found.length
  if (isEndless)
    return {
      walls: found,
      left: `its series has no end; it was read from ${day(from)} to ${day(Math.min(to, found.length === most ? (found.at(-1) ?? to) : to))}`,
    }
  return walls.length > found.length
    ? { walls: found, left: `it is repeated more than ${most} times; the first ${most} were read` }
    : { walls: found }
}

function followed(rule: Rule, start: number, from: number, to: number, limit: number): number[] {
  const { freq, interval, count, until: _, wkst, ...lists } = rule
  const series = new RRuleTemporal({
    freq,
    interval,
    ...lists,
    ...(count !== undefined && { count }),
    ...(wkst && { wkst }),
    dtstart: wallClock(start),
    until: wallClock(to),
    tzid: 'UTC',
    maxIterations: 1_000_000,
    maxCandidateEvaluations: 10_000_000,
  })
  const walls: number[] = []
  if (from > start) {
    for (const at of series.between(wallClock(from), wallClock(to), true)) walls.push(at.epochMilliseconds)
    return walls.slice(0, limit)
  }
  series.all((at) => {
    walls.push(at.epochMilliseconds)
    return walls.length < limit
  })
  // The first one is an occurrence, and the first that is counted, even when the rule would not make it (section 3.8.5.3).
  if (walls[0] === start) return walls
  return [start, ...(count === undefined ? walls : walls.slice(0, count - 1))].slice(0, limit)
}

function wallClock(wall: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC')
}

/** The last wall time that UNTIL allows; a day allows all of itself. */
function untilOf(rule: Rule, start: Moment, clock: Clock): number | string | undefined {
  // Some programs write an end in the year 9999 for none.
  if (rule.until === undefined || /^[3-9]\d{7}/.test(rule.until)) return undefined
  const until = clock.moment({ value: rule.until, parameters: {} }, [])
  if (!until) return `its UNTIL "${rule.until.slice(0, 40)}" cannot be read; only its first day was read`
  if (until.isDay) return until.wall + dayMs - 1
  if (start.isDay) return Math.floor(until.wall / dayMs) * dayMs + dayMs - 1
  return inZone(until, start.zone).wall
}

function day(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10)
}
