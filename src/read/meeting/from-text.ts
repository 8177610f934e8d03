import type { Body, Issue, Listing } from '../../event/index.ts'
import type { PageText } from '../../source/index.ts'
import { apart } from '../dates/index.ts'
import type { Sheet } from '../layout/sheet.ts'
import { sheetOf } from '../layout/sheet.ts'
import { type Entry, entriesOf } from '../lines/entries.ts'
import { datelineOf } from '../page/dateline.ts'
import type { Left } from '../reading.ts'
import type { Rated } from '../same/same.ts'
import { settle } from '../same/settle.ts'
import { yearsInAddress } from '../years/address.ts'
import { proposedYear } from '../years/proposed.ts'
import { dated } from '../years/years.ts'
import { type Candidate, candidatesOf } from './candidates/candidate.ts'
import { vouchedFor } from './candidates/vouched.ts'
import { undatedOf } from './dateless/undated.ts'
import { ofOthers, putsOff, vagueIn } from './dateless/vague.ts'
import { afterwards } from './details/deadlines.ts'
import { groundOf, knownIn } from './ground.ts'
import { issueOf, unreadIn } from './issues.ts'
import { listingOf } from './listing.ts'

/** What reads a text: the day of capture, the zone, the body its meetings belong to where it does not say. */
export type TextOptions = {
  captured: string
  timezone: string
  body?: Body
  snapshot?: string
  /** Read relative days, and years that are not printed, as those nearest to the day of capture, to be confirmed by a person. */
  propose?: boolean
}

/** What a text says of meetings. */
export type Found = {
  rated: Rated[]
  undated: Listing[]
  left: Left[]
  issues: Issue[]
  sheet: Sheet
  marks: Map<number, Mark[]>
}

/** What became of a date in a block: the meeting it was taken for, or why it was left. */
type Mark = { taken?: Listing; why?: string }

const enough = 3
/** What lasts more days is a plan or a term of office. */
const longestMeeting = 300

/** The meetings a page's text tells, those whose date it does not tell, and what it leaves. */
export function meetingsIn(text: PageText, options: TextOptions): Found {
  const sheet = sheetOf(text, options.propose ? options.captured : undefined)
  const { entries, lines, beyond } = entriesOf(sheet, options.captured)
  const found: Found = { rated: [], undated: [], left: [], issues: [], sheet, marks: new Map() }
  const mark = (block: number, one: Mark) => {
    const of = found.marks.get(block)
    if (of) of.push(one)
    else found.marks.set(block, [one])
  }
  const leave = ({ block, date, view }: Entry, why: string) => {
    found.left.push({ text: `${view.before.slice(-60)}${date.text}${view.after.slice(0, 60)}`.trim(), why })
    mark(block, { why })
  }
  for (const entry of entries) if (entry.sense.is !== 'meeting') leave(entry, entry.sense.why)
  sheet.frame.forEach((why, block) => {
    if (why && (sheet.dates[block]?.length ?? 0) > 0) found.left.push({ text: text.blocks[block]?.text.slice(0, 160) ?? '', why })
  })

  const { all, lists } = candidatesOf(sheet, entries, lines, options.body, options.captured)
  const named = new Set(all.map(({ entry }) => entry))
  for (const entry of entries) if (entry.sense.is === 'meeting' && !named.has(entry)) leave(entry, 'nothing names a meeting')
  const known = knownIn(entries, sheet)
  const resolved = new Map(known.map(({ date, when }) => [date, when]))
  const sources = {
    ...yearsInAddress(text.url),
    ...optional('dateline', datelineOf(entries, text.published, options.captured)),
    resolved,
  }
  const ready: Candidate[] = []
  const vouched = vouchedFor(sheet, lists, enough)
  for (const candidate of all) {
    if (candidate.weight < enough && !vouched.has(candidate)) {
      leave(candidate.entry, `too little says that “${candidate.own.slice(0, 60)}” is a meeting on this date`)
      continue
    }
    const result =
      dated(candidate, sheet, known, sources, options.propose) ??
      (options.propose ? proposedYear(candidate.date, options.captured) : undefined)
    if (result && 'when' in result && apart(result.when.start, result.when.end) > longestMeeting) {
      leave(candidate.entry, 'a period, not a meeting')
      continue
    }
    if (sheet.relative.has(candidate.date) && result && 'when' in result) result.year = 'proposed'
    if (result && 'when' in result) {
      candidate.when = result.when
      candidate.year = result.year
      if (result.when.issue) found.issues.push(issueOf(candidate, text.url, result.when.issue))
    } else found.issues.push(issueOf(candidate, text.url, result?.issue ?? 'its year is printed nowhere'))
    ready.push(candidate)
  }
  const { kept, left } = settle(ready, sheet, text.torn === true, options.captured)
  for (const { candidate, why } of left) leave(candidate.entry, why)
  const vague = vagueIn(sheet, options)
  const ground = groundOf(sheet, lines, options, kept, entries, ofOthers(vague, kept))
  for (const candidate of kept) {
    const listing = listingOf(candidate, ground, candidate.when, candidate.year)
    if (candidate.year === 'proposed') listing.proposed = true
    mark(candidate.entry.block, { taken: listing })
    if (listing.when)
      found.rated.push({
        listing,
        weight: candidate.weight,
        named: candidate.identity.named,
        structured: false,
        own: candidate.own,
        loose: candidate.from === 'heading' || candidate.from === 'page',
      })
    else found.undated.push(listing)
  }
  afterwards(found, entries, sheet)
  found.issues.push(...unreadIn(text, entries.length, beyond + sheet.unread))
  for (const one of vague) {
    const { listing, block, issue } = one
    if (putsOff(one, sheet, found.rated)) continue
    if (found.rated.some((one) => one.listing.key === listing.key && isOff(one.listing) && isOff(listing))) continue
    mark(block, { taken: listing })
    found.undated.push(listing)
    found.issues.push(issue)
  }
  found.undated.push(...undatedOf(sheet, entries, found, options))
  return found
}

function isOff({ status, notice }: Listing): boolean {
  return status === 'cancelled' || notice === 'postponed'
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })
}
