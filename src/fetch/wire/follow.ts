import { answered, FetchError } from '../error.ts'
import { checkForm, type MayVisit } from './address.ts'
import type { Answer } from './get.ts'
import { type Budget, type Visits, visit } from './visit.ts'

/** How redirects are followed. */
export type Following = {
  visits: Visits
  mayVisit: MayVisit
  /** Asked before each request; throws {@link FetchError} for an address that is closed, tells its host's Crawl-delay in milliseconds. */
  judge?: (url: URL) => Promise<number>
  /** Request headers that make the request conditional. */
  conditions?: Record<string, string>
}

const maxRedirects = 5
const redirects = [301, 302, 303, 307, 308]

/**
 * The answer (200 or 203; 304 when asked conditionally) at `first` or where it leads to: five redirects at most, each address checked,
 * never from https to http, never in a circle. Throws {@link FetchError} for everything else.
 */
export async function follow(first: URL, following: Following): Promise<{ answer: Answer; url: URL }> {
  const { visits, judge, conditions = {}, mayVisit } = following
  const budget: Budget = { leftMs: visits.timeoutMs }
  const seen = new Set<string>()
  for (let url = first; ; ) {
    const lane = visits.laneOf(url.host)
    if (judge) lane.pauseMs = Math.max(lane.pauseMs, await judge(url))
    const answer = await visit(visits, url, conditions, budget)
    const { status, headers } = answer
    if (status === 200 || status === 203 || (status === 304 && Object.keys(conditions).length > 0)) return { answer, url }
    const refuse = (why: string) => new FetchError(first.href, `${first.href} ${why}.`, { status })
    const { location } = headers
    if (!redirects.includes(status) || !location)
      throw refuse(url === first ? answered(status, headers) : `leads to ${url.href}, which ${answered(status, headers)}`)
    seen.add(url.href)
    const next = checkForm(visits.mirror.from(asUtf8(location), url), mayVisit)
    if (url.protocol === 'https:' && next.protocol === 'http:')
      throw refuse(`leads from https to an address without protection, ${next.href}`)
    if (seen.has(next.href)) throw refuse(`leads round in a circle, by ${next.href}`)
    if (seen.size > maxRedirects) throw refuse(`is redirected more than ${maxRedirects} times`)
    url = next
  }
}

/** Header bytes arrive one a character; addresses that are sent unescaped are UTF-8. */
function asUtf8(header: string): string {
  return Buffer.from(header, 'latin1').toString('utf8')
}
