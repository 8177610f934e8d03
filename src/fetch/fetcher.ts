import { Agent } from 'undici'
import { explain } from './error.ts'
import { conditionsOf, type Fetched, type Known, toFetched } from './fetched.ts'
import { type RobotsShelf, robotsJudge } from './robots.ts'
import { checkForm, guardedLookup, isPublic, type Resolve } from './wire/address.ts'
import { type Clock, machineClock } from './wire/clock.ts'
import { follow } from './wire/follow.ts'
import { lanes } from './wire/lane.ts'
import { mirrorAt, noMirror } from './wire/mirror.ts'
import { acceptEncoding } from './wire/unpack.ts'
import type { Visits } from './wire/visit.ts'

/** How the web is visited. Sizes in bytes, times in milliseconds. */
export type FetcherSettings = {
  /** Who answers for the visits: a web or mail address in plain ASCII. */
  contact: string
  version: string
  /** Between two requests to one host. */
  pauseMs: number
  /** Reads `https://HOST/PATH` from `MIRROR/HOST/PATH`; the address check is off then. */
  mirror?: string | undefined
  /** Longest time on the wire for one page, tries and redirects together; waiting for a turn does not count. Default 30 s. */
  timeoutMs?: number
  /** Largest body, packed and unpacked. Default 10 MB. */
  maxBytes?: number
  /** The wait before each further try. Default 1 s and 4 s. */
  waitsMs?: number[]
  /** Longest Retry-After that is waited for; one that is longer is handed back in the error. Default 20 s. */
  patienceMs?: number
  /** IP addresses that may be visited though they are not public. */
  allowed?: string[]
  /** Finds the addresses of a host name; the system's resolver by default. */
  resolve?: Resolve
  robots?: RobotsShelf
  clock?: Clock
}

/** Visits pages, politely. */
export type Fetcher = {
  /** The page at `url`, or word that it is unchanged since `known`. Throws FetchError. */
  fetchPage(url: string, known?: Known): Promise<Fetched>
  /** Ends all visits; those under way or waiting throw FetchError. */
  close(): Promise<void>
}

/** The product token of our User-Agent, by which a robots.txt may name us. */
const agent = 'un-crime-calendar'

/** A fetcher: one request per host at a time, robots.txt obeyed, addresses checked, sizes and times limited. */
export function fetcher(settings: FetcherSettings): Fetcher {
  const { allowed = [], clock = machineClock, timeoutMs = 30_000 } = settings
  const mayVisit = (address: string) => Boolean(settings.mirror) || isPublic(address) || allowed.includes(address)
  const stopping = new AbortController()
  const visits: Visits = {
    dispatcher: new Agent({
      // One page at a time needs no streams side by side, and HTTP/1.1 says plainly when a body was cut off.
      allowH2: false,
      connect: {
        timeout: Math.min(timeoutMs, 10_000),
        autoSelectFamily: true,
        lookup: guardedLookup({ mayVisit, ...(settings.resolve && { resolve: settings.resolve }) }),
      },
    }),
    clock,
    mirror: settings.mirror ? mirrorAt(settings.mirror) : noMirror,
    laneOf: lanes(settings.pauseMs, stopping.signal, clock),
    stop: stopping.signal,
    headers: {
      'user-agent': `${agent}/${settings.version} (+${settings.contact})`,
      accept: 'text/html,application/xhtml+xml,text/calendar,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.5',
      'accept-language': 'en',
      'accept-encoding': acceptEncoding,
    },
    maxBytes: settings.maxBytes ?? 10_000_000,
    timeoutMs,
    waitsMs: settings.waitsMs ?? [1000, 4000],
    patienceMs: settings.patienceMs ?? 20_000,
  }
  const judge = robotsJudge({
    agent,
    now: clock.now,
    shelf: settings.robots,
    read: async (url) => new TextDecoder().decode((await follow(checkForm(url, mayVisit), { visits, mayVisit })).answer.bytes),
  })
  return {
    async fetchPage(url, known = {}) {
      const first = checkForm(url, mayVisit)
      const { answer, url: last } = await follow(first, { visits, mayVisit, judge, conditions: conditionsOf(known) }).catch(
        (error: unknown) => {
          throw explain(first.href, error, timeoutMs)
        },
      )
      return toFetched(url, last.href, answer, known)
    },
    async close() {
      stopping.abort()
      await visits.dispatcher.destroy()
    },
  }
}
