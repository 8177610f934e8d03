import { plainAddress } from '../join/addresses.ts'
import type { MergedEvent } from '../people.ts'
import { type Entry, entryOf } from '../suggest/entry.ts'
import { keyOf } from './match.ts'

/** The events known, to be looked up in the ways in which a meeting found may be one of them. */
export type Shelf = {
  byUid(uid: string): MergedEvent | undefined
  byKey(key: string): MergedEvent[]
  byPage(address: string): MergedEvent[]
  /** Those of its days, 45 days around, of its session, and those without days. */
  near(entry: Entry): Entry[]
}

/** Puts events on a shelf; merged ones are found under the uid of the event they became. */
export function shelfOf(events: MergedEvent[]): Shelf {
  const uids = new Map(events.map((event) => [event.uid, event]))
  const keys = new Map<string, MergedEvent[]>()
  const pages = new Map<string, MergedEvent[]>()
  const blocks = new Map<string, Entry[]>()
  for (const event of events) {
    if (event.state === 'merged') continue
    const key = keyOf(identityOf(event))
    if (key) put(keys, key, event)
    for (const { rel, url } of event.links) if (rel === 'page') put(pages, plainAddress(url), event)
    const entry = entryOf(event, [])
    for (const block of blocksOf(entry)) put(blocks, block, entry)
  }
  return {
    byUid(uid) {
      let event = uids.get(uid)
      for (let step = 0; event?.mergedInto && step < 10; step += 1) event = uids.get(event.mergedInto)
      return event?.state === 'merged' ? undefined : event
    },
    byKey: (key) => keys.get(key) ?? [],
    byPage: (address) => pages.get(address) ?? [],
    near: (entry) => [...new Set(blocksOf(entry, 2).flatMap((block) => blocks.get(block) ?? []))],
  }
}

/** Months of its days and `around` more on both sides, and its session. */
function blocksOf({ days, event, identity }: Entry, around = 0): string[] {
  const blocks = identity.session === undefined ? [] : [`${event.body} ${identity.session}`]
  if (!days) return [...blocks, 'undated']
  const [first, last] = [Math.floor(days.first / 30) - around, Math.floor(days.last / 30) + around]
  for (let month = first; month <= Math.min(last, first + 30); month += 1) blocks.push(`${month}`)
  return around > 0 ? [...blocks, 'undated'] : blocks
}

function identityOf({ parts: _, ...event }: MergedEvent) {
  return event
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
