import type { Dispatcher } from 'undici'
import { answered, brokenConnection, explain, FetchError } from '../error.ts'
import type { Clock } from './clock.ts'
import { type Answer, get } from './get.ts'
import type { Lane } from './lane.ts'
import type { Mirror } from './mirror.ts'
import { retryAfterMs } from './retry-after.ts'

/** What all visits have in common. */
export type Visits = {
  dispatcher: Dispatcher
  clock: Clock
  mirror: Mirror
  laneOf: (host: string) => Lane
  /** Aborted when the program ends. */
  stop: AbortSignal
  headers: Record<string, string>
  maxBytes: number
  timeoutMs: number
  /** The wait before each further try. */
  waitsMs: number[]
  /** The longest Retry-After that is waited for. */
  patienceMs: number
}

/** The time on the wire that is left for a page: all its tries and redirects together. */
export type Budget = { leftMs: number }

/** What one try came to: an answer, or an error that a further try may mend. */
type Try = { answer: Answer; error?: undefined } | { answer?: undefined; error: unknown }

/**
 * The answer to a GET of `url`, in the turn of its host. Statuses 408, 429 and 5xx, connections that break and bodies that are cut off
 * are tried again with growing waits, never sooner than Retry-After says; one that says longer than our patience ends the visit with its
 * instant. Throws {@link FetchError} when no answer comes; statuses from 300 to 499 are answers.
 */
export async function visit(visits: Visits, url: URL, headers: Record<string, string>, budget: Budget): Promise<Answer> {
  for (let tries = 0; ; tries += 1) {
    const tried = await tryOnce(visits, url, headers, budget)
    const { answer } = tried
    if (answer && !answer.truncated && !worthAnotherTry(answer.status)) return answer
    const waitMs = visits.waitsMs[tries]
    const askedMs = answer && retryAfterMs(answer.headers['retry-after'], visits.clock.now())
    const tooLong = askedMs !== undefined && askedMs > visits.patienceMs
    // A 503 may be about one page; a 429 is about us, on every page of the host.
    if (askedMs !== undefined && answer?.status === 429) visits.laneOf(url.host).notBefore = visits.clock.now() + askedMs
    if (waitMs === undefined || tooLong || budget.leftMs <= 0) return conclude(url.href, tried, visits, askedMs)
    await visits.clock.wait(Math.max(waitMs, askedMs ?? 0), visits.stop).catch((error: unknown) => {
      throw explain(url.href, error, visits.timeoutMs)
    })
  }
}

function worthAnotherTry(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

async function tryOnce(visits: Visits, url: URL, headers: Record<string, string>, budget: Budget): Promise<Try> {
  const { clock, laneOf, stop, timeoutMs, dispatcher, mirror, maxBytes, patienceMs } = visits
  const lane = laneOf(url.host)
  try {
    const answer = await lane.inTurn(async () => {
      const closedMs = lane.notBefore - clock.now()
      if (closedMs > patienceMs) throw later(url.href, `${url.host} asked not to be visited`, lane.notBefore)
      if (closedMs > 0) await clock.wait(closedMs, stop)
      const startedAt = performance.now()
      const signal = AbortSignal.any([stop, AbortSignal.timeout(Math.max(Math.ceil(budget.leftMs), 1))])
      try {
        return await get(url.href, mirror.to(url), { dispatcher, signal, maxBytes, headers: { ...visits.headers, ...headers } })
      } finally {
        budget.leftMs -= performance.now() - startedAt
      }
    })
    return { answer }
  } catch (error) {
    if (brokenConnection(error)) return { error }
    throw explain(url.href, error, timeoutMs)
  }
}

/** After the last try: a page cut off is better than none, everything else is an error. */
function conclude(url: string, { answer, error }: Try, visits: Visits, askedMs: number | undefined): Answer {
  if (!answer) throw explain(url, error, visits.timeoutMs)
  const { status, headers } = answer
  if (!worthAnotherTry(status)) return answer
  const why = `${url} ${answered(status, headers)}`
  throw askedMs === undefined
    ? new FetchError(url, `${why}.`, { status })
    : later(url, `${why} and asked not to be visited`, visits.clock.now() + askedMs, status)
}

function later(url: string, why: string, at: number, status?: number): FetchError {
  const retryAt = new Date(at).toISOString()
  return new FetchError(url, `${why} before ${retryAt.slice(0, 19)}Z.`, { retryAt, status })
}
