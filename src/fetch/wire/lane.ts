import type { Clock } from './clock.ts'

/** The lane of one host: one request at a time, with a pause between. */
export type Lane = {
  /** Runs `visit` when all earlier visits are over and the pause after them has passed. */
  inTurn<T>(visit: () => Promise<T>): Promise<T>
  /** The pause after each visit, in milliseconds; robots.txt may raise it. */
  pauseMs: number
  /** The host asked (Retry-After) not to be visited before this moment, in milliseconds since 1970. */
  notBefore: number
}

/** The lanes of all hosts by name. Waiting ends with the reason of `stop` when that is aborted. */
export function lanes(pauseMs: number, stop: AbortSignal, clock: Clock): (host: string) => Lane {
  const known = new Map<string, Lane>()
  return function laneOf(host) {
    const lane = known.get(host) ?? newLane(pauseMs, stop, clock)
    known.set(host, lane)
    return lane
  }
}

function newLane(pauseMs: number, stop: AbortSignal, clock: Clock): Lane {
  let last: Promise<unknown> = Promise.resolve()
  let freeAt = 0
  const lane: Lane = {
    pauseMs,
    notBefore: 0,
    inTurn(visit) {
      const turn = last.then(async () => {
        stop.throwIfAborted()
        // The pause is waited for before the next visit, not after the last one, so that nothing keeps an ending program alive.
        const waitMs = freeAt - clock.now()
        if (waitMs > 0) await clock.wait(waitMs, stop)
        try {
          return await visit()
        } finally {
          freeAt = clock.now() + lane.pauseMs
        }
      })
      last = turn.catch(() => undefined)
      return turn
    },
  }
  return lane
}
