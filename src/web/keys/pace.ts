import { Problem } from '../http/problem.ts'

/** Writes a minute that one key may do; imports and batches are one each. */
const writesPerMinute = 300

const spent = new Map<string, { minute: number; writes: number }>()

/** Counts a write of a key, and stops what runs wild with 429 until the next minute. */
export function spend(keyId: string, now: Date): void {
  const minute = Math.floor(now.getTime() / 60_000)
  const known = spent.get(keyId)
  const writes = known?.minute === minute ? known.writes + 1 : 1
  if (spent.size > 10_000) spent.clear()
  spent.set(keyId, { minute, writes })
  if (writes <= writesPerMinute) return
  const seconds = String(60 - (Math.floor(now.getTime() / 1000) % 60))
  throw new Problem(429, `A key may write ${writesPerMinute} times a minute: go on in ${seconds} seconds.`, {
    headers: { 'retry-after': seconds },
  })
}
