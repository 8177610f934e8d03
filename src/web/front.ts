import { createServer, type RequestListener, type Server } from 'node:http'
import type { FastifyBaseLogger } from 'fastify'
import { readAddress } from './feeds/asked.ts'
import { type Feeds, keepFeeds } from './feeds/keeping.ts'
import { feedNames } from './feeds/names.ts'
import { overTls } from './http/answer/headers.ts'
import type { Kept } from './http/answer/kept.ts'
import { answerWarm } from './http/answer/send.ts'
import { makeCounts } from './http/counts.ts'
import type { FeedSite } from './site.ts'

/** What answers first: feeds, from its start on; whoever asks for anything else waits until the rest is there. */
export type Front = {
  server: Server
  feeds: Feeds
  counts: ReturnType<typeof makeCounts>
  /** Resolves when somebody waits for the rest. */
  wanted: Promise<void>
  /** From now on `rest` answers what is no feed that was asked before. */
  handOver(rest: RequestListener): void
}

const withoutQuery = /^\/feeds\/([a-z0-9-]+\.(?:ics|atom|json))$/

/** A server over feeds that does not listen yet. */
export function openFront(site: FeedSite, log?: Pick<FastifyBaseLogger, 'error'>): Front {
  const feeds = keepFeeds(site)
  const counts = makeCounts()
  const names = feedNames(site.store)
  const early: (() => void)[] = []
  const { promise: wanted, resolve: want } = Promise.withResolvers<void>()
  let rest: RequestListener | undefined

  /** A feed that was not asked before; nothing for one that cannot be made, as the rest says why. */
  function first(url: string): Kept | undefined {
    const [, file] = withoutQuery.exec(url) ?? []
    if (rest || !log || !file) return undefined
    try {
      const sent = feeds.current(url, () => readAddress(site, names, { url, file, query: {} }), log)
      return 'movedTo' in sent ? undefined : sent
    } catch {
      return undefined
    }
  }

  const next: RequestListener = (request, response) => {
    if (rest) return rest(request, response)
    early.push(() => rest?.(request, response))
    want()
  }
  const answer = answerWarm(
    (url) => feeds.warm(url) ?? first(url),
    (status) => counts.count('/feeds/:file', status),
    next,
  )
  return {
    server: createServer({ requestTimeout: 30_000, keepAliveTimeout: 72_000 }, overTls(site.publicUrl, answer)),
    feeds,
    counts,
    wanted,
    handOver(listener) {
      rest = listener
      for (const ask of early.splice(0)) ask()
    },
  }
}
