import { Temporal } from 'temporal-polyfill'
import type { When } from '../event/index.ts'

/** The instant (ISO 8601, UTC, `2026-05-18T08:00:00Z`) of a wall time `HH:MM` on a day in a zone; `24:00` is the end of the day. */
function instantOf(date: string, time: string, timezone: string): string {
  const asked = `${date} ${time} ${timezone}`
  const kept = known.get(asked)
  if (kept) return kept
  const instant = zoned(date, time, timezone).toInstant().toString()
  if (known.size > 50_000) known.clear()
  known.set(asked, instant)
  return instant
}

/** Each merge and each sorting asks for the same instants again, and zone arithmetic is slow. */
const known = new Map<string, string>()

/** A wall time with its place's offset: `2026-05-18T10:00:00+02:00`. */
export function offsetTime(date: string, time: string, timezone: string): string {
  return zoned(date, time, timezone).toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

function zoned(date: string, time: string, timezone: string): Temporal.ZonedDateTime {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const day = Temporal.PlainDate.from(date).add({ days: hour === 24 ? 1 : 0 })
  return day.toPlainDateTime({ hour: hour % 24, minute }).toZonedDateTime(timezone)
}

/** The opening, when its day and hour are known. */
export function startsAt(when: When): string | undefined {
  return when.precision === 'day' && when.startTime ? instantOf(when.start, when.startTime, when.timezone) : undefined
}

/** The close, when its day and hour are known and it is later than the opening. */
export function endsAt(when: When): string | undefined {
  if (when.precision !== 'day' || !when.endTime) return undefined
  const end = instantOf(when.end, when.endTime, when.timezone)
  const start = startsAt(when)
  return start && end <= start ? undefined : end
}

/** The day after. */
export function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString()
}

/** A day some days before (negative: after) the day of an instant in UTC. */
export function daysBefore(now: string, days: number): string {
  return Temporal.PlainDate.from(now.slice(0, 10)).subtract({ days }).toString()
}

/** A day some months after the day of an instant in UTC. */
export function monthsAfter(now: string, months: number): string {
  return Temporal.PlainDate.from(now.slice(0, 10)).add({ months }).toString()
}
