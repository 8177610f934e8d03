import type { FastifyBaseLogger } from 'fastify'
import { watchEvents } from '../../store/events/events.ts'
import { stampFeed } from '../../store/feed-stamps.ts'
import { feedHeaders } from '../http/answer/headers.ts'
import { type Description, describeAnew, type Kept, keep } from '../http/answer/kept.ts'
import { makeShelf } from '../http/answer/shelf.ts'
import { Problem } from '../http/refuse/problem.ts'
import type { FeedSite } from '../site.ts'

/** A feed as an address asks for it. */
export type Asked = {
  /** Its canonical path with query: one for all addresses that ask for the same. */
  path: string
  type: string
  /** The file name that a browser would give it. */
  file: string
  /** Its octets on a day (`YYYY-MM-DD`, UTC). */
  make: (day: string) => Buffer
}

/** Feeds as bytes, each kept until an event of it moves. */
export type Feeds = {
  /** What an address that was asked before asks for, if it can be answered as it is. */
  warm(url: string): Kept | undefined
  /** What is to be sent now for an address, made anew where events or the day changed; `read` says what the address asks for. */
  current(url: string, read: () => Asked | Moved, log: Pick<FastifyBaseLogger, 'error'>): Kept | Moved
}

/** Where a feed is now. */
export type Moved = { movedTo: string }

/** What a shared cache may do with a feed: five minutes of its own, a day when we cannot be reached. */
export const cacheControl = 'public, max-age=300, stale-if-error=86400'

/** An empty keeping of feeds. */
export function keepFeeds(site: FeedSite): Feeds {
  const shelf = makeShelf<string>(32_000_000)
  const addresses = new Map<string, Asked>()
  const version = watchEvents(site.store)
  const mark = (now: Date) => `${version()} ${Math.floor(now.getTime() / 86_400_000)}`
  let markOfTurn: string | undefined

  // Of all requests that one turn of the event loop brings, the first asks the store.
  function currentMark(): string {
    if (markOfTurn !== undefined) return markOfTurn
    markOfTurn = site.store.sqlite.open ? mark(site.now()) : 'closed'
    setImmediate(() => {
      markOfTurn = undefined
    })
    return markOfTurn
  }

  function make(asked: Asked, before: Kept | undefined, now: Date): { kept: Kept; stored: boolean } {
    const bytes = asked.make(now.toISOString().slice(0, 10))
    const same = before?.bytes.equals(bytes) && before
    const kept = same || keep(bytes, describe(asked))
    const { changedAtMs, stored } = stampFeed(site.store, asked.path, kept.hash, now)
    return {
      kept: same && same.description.lastModifiedMs === changedAtMs ? same : describeAnew(kept, describe(asked, changedAtMs)),
      stored,
    }
  }

  return {
    warm(url) {
      const asked = addresses.get(url)
      const place = asked && shelf.find(asked.path)
      return place?.mark === currentMark() ? place?.kept : undefined
    },
    current(url, read, log) {
      // Programs give up a calendar that fails, so the last good one stands in for one that cannot be made.
      try {
        const now = site.now()
        const at = mark(now)
        const asked = read()
        if ('movedTo' in asked) return asked
        if (addresses.size > 5000) addresses.clear()
        addresses.set(url, asked)
        const place = shelf.find(asked.path)
        if (place?.mark === at) return place.kept
        const { kept, stored } = make(asked, place?.kept, now)
        shelf.put(asked.path, kept, stored ? at : '')
        return kept
      } catch (error) {
        const place = shelf.find(addresses.get(url)?.path ?? '')
        if (!place || error instanceof Problem) throw error
        log.error({ err: error }, `The feed ${url} could not be made; the last good one is served.`)
        return place.kept
      }
    },
  }
}

function describe({ type, file }: Asked, lastModifiedMs?: number): Description {
  return {
    type,
    cacheControl,
    lastModifiedMs,
    headers: {
      'content-disposition': `inline; filename="${file}"`,
      ...feedHeaders,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'ETag, Last-Modified',
    },
  }
}
