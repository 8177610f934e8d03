import type { When } from '../../event/index.ts'

/** Days from one date (`YYYY-MM-DD`) to another; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Whether both say the same days, whatever they say of hours. */
export function sameDays(a: When, b: When): boolean {
  if (a.start !== b.start || a.end !== b.end) return false
  return (a.days === undefined && b.days === undefined) || (a.days ?? []).join() === (b.days ?? []).join()
}

/** Whether the days of one touch the days of the other. */
export function overlap(a: When, b: When): boolean {
  return a.start <= b.end && b.start <= a.end
}

/** Whether `b` says more exactly what `a` says: a day or week of the month named, a day of the week named. */
export function refines(b: When, a: When): boolean {
  const finer = rank[b.precision] < rank[a.precision]
  return finer && b.start >= a.start && b.end <= a.end
}

/** Whether `b` is another date than `a`, not the same more or less exactly. */
export function moved(a: When, b: When): boolean {
  return !sameDays(a, b) && !refines(a, b) && !refines(b, a)
}

/** Whether its days are past on the day of `now` (an instant); the day itself is not past. UTC, which no meeting's zone is a full day away from. */
export function isPast(when: When, now: string): boolean {
  return when.end < now.slice(0, 10)
}

const rank = { day: 0, week: 1, month: 2 } as const
