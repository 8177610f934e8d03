import { setTimeout as sleep } from 'node:timers/promises'

/** The time, and the passing of it. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number
  /** Ends after that many milliseconds, or with the reason of `stop` when that is aborted. */
  wait(ms: number, stop: AbortSignal): Promise<void>
}

/** The clock of the machine. */
export const machineClock: Clock = {
  now: Date.now,
  wait: (ms, signal) => sleep(ms, undefined, { signal }),
}
