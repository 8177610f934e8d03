import robotsParser from 'robots-parser'
import { FetchError } from './error.ts'

/** A host's robots.txt as read at `readAt` (ISO 8601, UTC); empty text where it has none. */
export type RobotsCopy = { text: string; readAt: string }

/** Where copies of robots.txt may outlive the program, by origin. */
export type RobotsShelf = { load(origin: string): RobotsCopy | undefined; save(origin: string, copy: RobotsCopy): void }

/** What may be told about reading robots.txt. */
export type RobotsSettings = {
  /** Reads a robots.txt, following redirects; throws {@link FetchError}. */
  read: (url: string) => Promise<string>
  /** The product token that rules may name. */
  agent: string
  now: () => number
  shelf?: RobotsShelf | undefined
}

const dayMs = 24 * 60 * 60 * 1000
/** After a failure the host is left alone for a moment, not for a day. */
const failureMs = 60 * 1000
/** RFC 9309 section 2.5 asks to read at least this much. */
const maxLength = 512_000
/** A Crawl-delay above this is taken as this. */
const longestDelayMs = 30_000

type Rules = { text: string; until: number }

/**
 * The judge of robots.txt (RFC 9309): throws {@link FetchError} for an address that is closed to us, else tells the Crawl-delay in
 * milliseconds (0 without one). A robots.txt is read once a day and host. A host without one (4xx) is open; one whose robots.txt cannot
 * be reached (5xx, 429, no connection) is closed for now, unless an older copy is at hand.
 */
export function robotsJudge({ read, agent, now, shelf }: RobotsSettings): (url: URL) => Promise<number> {
  const copies = new Map<string, RobotsCopy>()
  const entries = new Map<string, { rules: Promise<Rules>; until: number }>()

  async function renew(origin: string): Promise<Rules> {
    const old = copies.get(origin) ?? shelf?.load(origin)
    if (old && Date.parse(old.readAt) + dayMs > now()) return { text: old.text, until: Date.parse(old.readAt) + dayMs }
    try {
      const copy = {
        text: (await readOrNothing(`${origin}/robots.txt`)).slice(0, maxLength),
        readAt: new Date(now()).toISOString(),
      }
      copies.set(origin, copy)
      shelf?.save(origin, copy)
      return { text: copy.text, until: now() + dayMs }
    } catch (error) {
      if (old) return { text: old.text, until: now() + failureMs }
      throw error
    }
  }

  async function readOrNothing(url: string): Promise<string> {
    return read(url).catch((error: unknown) => {
      const { status } = error as FetchError
      if (status !== undefined && status >= 300 && status < 500 && status !== 408 && status !== 429) return ''
      throw error
    })
  }

  function rulesOf(origin: string): Promise<Rules> {
    const known = entries.get(origin)
    if (known && known.until > now()) return known.rules
    const entry = { rules: renew(origin), until: Number.POSITIVE_INFINITY }
    entries.set(origin, entry)
    entry.rules.then(
      ({ until }) => {
        entry.until = until
      },
      () => {
        entry.until = now() + failureMs
      },
    )
    return entry.rules
  }

  return async function delayFor(url) {
    const { text } = await rulesOf(url.origin).catch((error: unknown) => {
      const { why, status, retryAt } = error as FetchError
      // Without a connection robots.txt is not the point; the host is.
      const sentence =
        status === undefined ? why : `${url.href} was not visited, for the rules of its host could not be read: ${why}`
      throw new FetchError(url.href, sentence, { status, retryAt, cause: error })
    })
    const robots = robotsParser(`${url.origin}/robots.txt`, text)
    if (robots.isAllowed(url.href, agent) === false) {
      const line = robots.getMatchingLineNumber(url.href, agent)
      throw new FetchError(url.href, `${url.href} was not visited: the robots.txt of ${url.host} closes it to us (line ${line}).`)
    }
    return Math.min((robots.getCrawlDelay(agent) ?? 0) * 1000, longestDelayMs)
  }
}
