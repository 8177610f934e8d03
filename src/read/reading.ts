import type { Issue, Listing } from '../event/index.ts'

/** `partial` is a page cut off whose rest counts; `blocked` a challenge or login; `broken` an empty page or an error sent as one. */
const outcomes = ['ok', 'partial', 'blocked', 'broken'] as const

/** One of {@link outcomes}. */
export type Outcome = (typeof outcomes)[number]

/** What sort of page it is: only `meetings` and `none-scheduled` are healthy. */
export type PageKind = 'meetings' | 'none-scheduled' | 'layout-changed' | 'no-page'

/** A dated piece of text that did not become a meeting, and why. */
export type Left = { text: string; why: string }

/** All that one page was understood to say. */
export type Reading = {
  outcome: Outcome
  kind: PageKind
  /** Dated and undated meetings (those without `when`). */
  listings: Listing[]
  issues: Issue[]
  left: Left[]
  /** Calendars the page links to; when one of them can be read, it takes the place of what the page itself says. */
  follow?: string[]
}
