import type { Every } from '#source'

const minuteMs = 60_000

/** The number of milliseconds that `every` says. */
export function everyMs(every: Every): number {
  const [amount, unit] = every.split(' ')
  return Number(amount) * (unit === 'days' ? 24 : 1) * 60 * minuteMs
}

/** Failures in a row after which a source is paused until a person says otherwise. */
export const failuresBeforePause = 10

/**
 * When a source is visited next (ISO 8601, UTC). After a good run: `every` later, give or take a twentieth, so that sources do not
 * fall into step. After `failures` bad ones: a quarter of an hour, then twice as long each time, at most `every`. Never before the
 * host's own Retry-After (`notBefore`). `chance` is a number from 0 to 1.
 */
export function nextVisit({
  every,
  failures,
  now,
  chance,
  notBefore,
}: {
  every: Every
  failures: number
  now: Date
  chance: number
  notBefore?: string | undefined
}): string {
  const steady = everyMs(every)
  const pause =
    failures === 0 ? steady * (0.95 + chance / 10) : Math.min(steady, 15 * minuteMs * 2 ** (failures - 1)) * (1 + chance / 4)
  const at = new Date(now.getTime() + pause).toISOString()
  return notBefore && notBefore > at ? notBefore : at
}
