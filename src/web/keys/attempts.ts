import ipaddr from 'ipaddr.js'
import type { Store } from '../../store/database.ts'
import { attemptsSince, saveAttempt } from '../../store/keys/attempts.ts'
import { Problem } from '../http/refuse/problem.ts'

const windowMs = 15 * 60_000
/** Wrong keys in a quarter of an hour, from one address and from all together. */
const limits = { origin: 10, all: 200 }

/**
 * Stops whoever tries keys: after ten wrong ones from an address, or two hundred from anywhere, 429 until a quarter of an hour after the first.
 * `address` is that of the connection, or the one that a proxy of ours told (TRUST_PROXY); no header of the asker's own counts.
 */
export function stopGuessing(store: Store, address: string, now: Date): void {
  const since = new Date(now.getTime() - windowMs).toISOString()
  const own = attemptsSince(store, since, originOf(address))
  const all = attemptsSince(store, since)
  const first = own.count >= limits.origin ? own.first : all.count >= limits.all ? all.first : undefined
  if (first === undefined) return
  const seconds = Math.max(1, Math.ceil((Date.parse(first) + windowMs - now.getTime()) / 1000))
  throw new Problem(429, 'Too many wrong keys were tried. Wait a quarter of an hour.', {
    headers: { 'retry-after': String(seconds) },
  })
}

/** Remembers a wrong key. */
export function noteWrongKey(store: Store, address: string, now: Date): void {
  saveAttempt(store, originOf(address), now.toISOString(), new Date(now.getTime() - windowMs).toISOString())
}

/** An IPv4 address, or the /64 of an IPv6 one: a household or a server has all of it. */
export function originOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return parsed.toNormalizedString().split(':').slice(0, 4).join(':')
}
