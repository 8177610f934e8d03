/** How exactly a date is known. */
export const precisions = ['day', 'week', 'month'] as const

/** One of {@link precisions}. */
export type Precision = (typeof precisions)[number]

/** A sitting inside a meeting: wall times `HH:MM` of the meeting's zone. */
export type Sitting = { start: string; end?: string }

/** When a meeting is, in dates and wall times of its place; never an instant, so that a change of zone rules cannot move it. */
export type When = {
  precision: Precision
  /** First day, `YYYY-MM-DD`. */
  start: string
  /** Last day, `YYYY-MM-DD`, inclusive; equal to `start` for one day. */
  end: string
  /** Wall time `HH:MM` (`24:00` is the end of the day) at which the first sitting opens; absent when not printed. */
  startTime?: string
  /** Wall time at which the last sitting of the day closes; absent when not printed. */
  endTime?: string
  /** IANA name of the zone of the wall times and dates. */
  timezone: string
  /** The days, in order, of a meeting whose days are not all of start to end. */
  days?: string[]
  /** The sittings of each day, when several are printed. */
  sittings?: Sitting[]
}
