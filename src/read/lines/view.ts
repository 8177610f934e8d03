import type { PrintedDate } from '../dates/index.ts'
import type { Phrase } from '../identity/phrases.ts'
import { matches } from '../matches.ts'

/** A line seen from one of its dates: the sentence before and after it, and the phrases that name meetings. */
export type View = {
  text: string
  from: number
  to: number
  before: string
  after: string
  date: PrintedDate
  phrases: Phrase[]
  prose: boolean
  /** All dates of the line. */
  others: PrintedDate[]
}

const sentenceEnd =
  /(?<!\b(?:[A-Z]|St|No|Dr|Mr|Mrs|Ms|vs|etc|approx|[ap]\.?m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U\.N|D\.C))(?:[.!?;](?=\s|$)|[。；])/gi

/** The view of a line from a date; sentences end at full stops that are none of an abbreviation. */
export function viewOf(text: string, date: PrintedDate, phrases: Phrase[], prose: boolean, others: PrintedDate[] = []): View {
  const end = date.index + date.length
  let from = 0
  let to = text.length
  if (date.length === to) return { text, from, to, before: '', after: '', date, phrases, prose, others }
  for (const match of matches(text, sentenceEnd)) {
    if (match.index < date.index) from = match.index + 1
    else if (match.index >= end - 1) {
      to = match.index + 1
      break
    }
  }
  return { text, from, to, before: text.slice(from, date.index), after: text.slice(end, to), date, phrases, prose, others }
}

/** The phrase a date belongs to by its form: `the 63rd session (2-4 December)`, `to be held on`, `scheduled for`. */
export function ownerOf({ before, from, date, phrases }: View): Phrase | undefined {
  const phrase = phrases.findLast(({ index, length, meeting }) => meeting && index >= from && index + length <= date.index + 1)
  if (!phrase) return undefined
  const between = before.slice(phrase.index + phrase.length - from)
  // What may stand between is no longer: more of it need not be looked through.
  return between.length <= 300 &&
    /^\s*(?:\([^()]{0,40}\)\s*)?(?:[,:]?\s*\(?[^().]{0,40}$|,?\s*(?:which\s+)?(?:is |are |was |were )?(?:to be |will be |shall be |being )?(?:held|scheduled|convened|taking place|to take place|will take place|planned)\b[^.]{0,80}$)/i.test(
      between,
    ) &&
    !/\b(?:start|begin|open|close|end|run)s?\b/i.test(between)
    ? phrase
    : undefined
}

export function lastMatch(pattern: RegExp, text: string): number | undefined {
  let last: number | undefined
  for (const match of matches(text, pattern)) last = match.index
  return last
}

/** The words between the date before in the same sentence and this one, and between this one and the next. */
export function sinceDate({ before, date, others, from }: View): string {
  const previous = others.findLast(({ index, length }) => index + length <= date.index && index >= from)
  return previous ? before.slice(previous.index + previous.length - from) : before
}

export function untilDate({ after, date, others, to }: View): string {
  const end = date.index + date.length
  const next = others.find(({ index }) => index >= end && index < to)
  return next ? after.slice(0, next.index - end) : after
}
