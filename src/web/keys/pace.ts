import { Problem } from '../http/refuse/problem.ts'
import type { Site } from '../site.ts'
import { originOf } from './attempts.ts'

/** Writes a minute that one key, and all that come from one address, may do; imports and batches are one each. */
const most = { key: 600, address: 1200 }

type Spent = Map<string, { minute: number; writes: number }>

const books = new WeakMap<object, Spent>()

/** Counts a write of a key from an address (that of the connection, or what a proxy of ours told), and stops what runs wild with 429 until the next minute. */
export function spend({ store, now: clock }: Pick<Site, 'store' | 'now'>, keyId: string, address: string): void {
  const now = clock()
  const spent: Spent = books.get(store) ?? new Map()
  books.set(store, spent)
  const minute = Math.floor(now.getTime() / 60_000)
  if (spent.size > 10_000) spent.clear()
  const isTooMuch = (name: string, limit: number) => {
    const known = spent.get(name)
    const writes = known?.minute === minute ? known.writes + 1 : 1
    spent.set(name, { minute, writes })
    return writes > limit
  }
  const byKey = isTooMuch(keyId, most.key)
  const byAddress = isTooMuch(originOf(address), most.address)
  if (!byKey && !byAddress) return
  const seconds = String(60 - (Math.floor(now.getTime() / 1000) % 60))
  const who = byKey ? `A key may write ${most.key}` : `One address may write ${most.address}`
  throw new Problem(429, `${who} times a minute: go on in ${seconds} seconds.`, { headers: { 'retry-after': seconds } })
}
