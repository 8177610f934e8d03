import { apart, isOneDay } from '../dates/index.ts'
import { meetingNouns } from '../identity/kinds.ts'
import { ordinals } from '../identity/ordinals.ts'
import type { Sheet } from '../layout/sheet.ts'
import type { Candidate } from '../meeting/candidates/candidate.ts'
import { isVague } from '../meeting/title.ts'
import { likeness } from './likeness.ts'

/** The same session on other days, of which nothing says that it is put off. */
export function replaces(other: Candidate, { identity, own, when }: Candidate): boolean {
  const same =
    other.identity.body === identity.body &&
    other.identity.group === identity.group &&
    (identity.session === undefined ? likeness(other.own, own) > 0.6 : other.identity.session === identity.session)
  return same && other.when !== undefined && other.when.start !== when?.start && !isOff(other)
}

export function isOff({ entry: { sense } }: Candidate): boolean {
  return sense.is === 'meeting' && sense.off !== undefined
}

export function isPast({ entry }: Candidate): boolean {
  return entry.style === 'prose' && /\b(?:was|were|had been)\b[^.]{0,60}$/i.test(entry.view.before)
}

/** A sentence under a heading that names its meeting is about it, however long ago it was. */
export function isHeaded({ identity, around: [heading = ''], from, nameBlock }: Candidate): boolean {
  if (nameBlock < 0 || identity.session === undefined) return false
  return from === 'heading' || ordinals(heading).some(({ value }) => value === identity.session)
}

/** A lone day without time or label under the page's own title may be the day the page was written. */
export function isLone({ entry, date, from, card }: Candidate): boolean {
  return (
    entry.style === 'bare' &&
    isOneDay(date) &&
    !entry.labelled &&
    (from === 'heading' || from === 'page' || card.whole) &&
    date.holes.length === 0 &&
    !/\d[:.h]\d\d|\d ?[ap]\.?m/i.test(`${entry.view.before} ${entry.view.after}`)
  )
}

/** A lone day with a lone hour under a heading, which may be when the text was put out. */
export function mayBeStamp({ entry, date, from }: Candidate): boolean {
  const [range] = date.ranges
  const { before, after } = entry.view
  return (
    entry.style === 'bare' &&
    !entry.labelled &&
    !entry.row &&
    (from === 'heading' || from === 'page') &&
    date.ranges.length === 1 &&
    range?.from.day === range?.to.day &&
    /^\D*\d{1,2}[:.h]\d\d\D{0,12}$/.test(before.trim() + after)
  )
}

/** A lone day right below the title of the page. */
export function isUnderTitle({ entry, date, nameBlock }: Candidate, { text: { blocks } }: Sheet): boolean {
  const { role, level } = blocks[nameBlock] ?? {}
  return (
    entry.style === 'bare' &&
    isOneDay(date) &&
    !entry.labelled &&
    nameBlock === entry.block - 1 &&
    role === 'heading' &&
    level === 1
  )
}

/** Such a day under the heading of what a sentence says of other days. */
export function isStamp({ identity, own, when, nameBlock, entry, from }: Candidate, other: Candidate): boolean {
  // Right below the heading of an article that tells of days to come.
  const isPosted =
    (from === 'heading' || from === 'card') &&
    nameBlock === entry.block - 1 &&
    when !== undefined &&
    other.when !== undefined &&
    other.when.start > when.start &&
    other.when.start !== other.when.end
  return (
    other.entry.style === 'prose' &&
    other.when !== undefined &&
    other.when.start !== when?.start &&
    other.identity.body === identity.body &&
    (identity.session === undefined ? isPosted || likeness(other.own, own) > 0.6 : other.identity.session === identity.session)
  )
}

export function within(inner: Candidate, outer: Candidate): boolean {
  return (
    inner.when !== undefined &&
    outer.when !== undefined &&
    outer.when.start <= inner.when.start &&
    inner.when.end <= outer.when.end
  )
}

export function related(a: Candidate, b: Candidate): boolean {
  return (
    likeness(a.own, b.own) > 0.6 ||
    (a.identity.body === b.identity.body &&
      a.identity.body !== 'OTHER' &&
      (a.identity.group === b.identity.group || !a.identity.group || !b.identity.group))
  )
}

export function slipped(candidate: Candidate, other: Candidate): boolean {
  if (!candidate.when || !other.when || candidate.identity.body !== other.identity.body) return false
  if (candidate.from === 'line' || candidate.from === 'phrase') return false
  if ((candidate.entry.labelled || candidate.from === 'card') && within(candidate, other)) return false
  // What a sentence tells of some of its days says nothing against the others.
  if (!candidate.entry.labelled && other.from !== 'phrase' && within(other, candidate)) return false
  const isNamed = meetingNouns(candidate.own).length > 0 && !isVague(candidate.own)
  const isAlike = candidate.identity.kind === other.identity.kind || likeness(candidate.own, other.own) >= 0.4
  if (candidate.from !== 'page' && isNamed && !isAlike) return false
  if (candidate.when.start === other.when.start && candidate.when.end === other.when.end) return false
  return (
    apart(candidate.when.start, other.when.start) === 1 ||
    (apart(candidate.when.end, other.when.end) === 1 && candidate.when.start !== other.when.start) ||
    apart(candidate.when.end, other.when.start) === 0
  )
}
