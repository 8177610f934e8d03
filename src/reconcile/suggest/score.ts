import { tidyIdentity } from '../join/identity.ts'
import { daysBetween, overlap, sameDays } from '../likeness/days.ts'
import { likeness, wordLikeness } from '../likeness/likeness.ts'
import type { Entry } from './entry.ts'

/** How probably two events are one, 0 to 1, and why. */
export type Score = { score: number; reasons: string[] }

/**
 * Whether two events may be one meeting: near in days, alike in words, nothing said against it. Events that one source prints side by side are two,
 * unless they say the very same. Undefined for pairs not worth a person's look.
 */
export function scoreOf(a: Entry, b: Entry): Score | undefined {
  const [one, other] = [tidyIdentity(a.event), tidyIdentity(b.event)]
  if (one.body !== other.body && one.body !== 'OTHER' && other.body !== 'OTHER') return undefined
  if (differ(one.group, other.group) || areWholeAndPart(a, b)) return undefined
  const days = nearness(a, b)
  const isSame = days.value === 1
  if (!days.value || (differ(one.session, other.session) && one.kind !== 'constructive-dialogue' && !isSame)) return undefined
  const isRenumbered =
    one.kind === other.kind && (one.kind === 'constructive-dialogue' || (isSame && differ(one.session, other.session)))
  const alike = isRenumbered ? wordLikeness(a.words, b.words) : likeness(a.words, b.words)
  const isSameSession = one.kind === other.kind && one.session !== undefined && one.session === other.session
  if (alike < 0.5 && !(isSameSession && alike > 0.3)) return undefined
  if (printedSideBySide(a, b) && !(isSame && alike >= 0.9)) return undefined

  const reasons = [`${Math.round(alike * 100)} % alike in words`, days.reason]
  let score = 0.55 * alike + 0.45 * days.value
  const contrary = (field: string) => {
    score *= 0.85
    reasons.push(`but another ${field}`)
  }
  if (differ(one.session, other.session)) contrary('session number')
  else if (one.session !== undefined && one.session === other.session) reasons.push(`both session ${one.session}`)
  if (one.kind !== other.kind && one.kind !== 'other' && other.kind !== 'other') contrary('kind')
  if (differ(one.part, other.part)) contrary('part')
  const [city, otherCity] = [a.event.place.city, b.event.place.city]
  if (city && otherCity && city !== otherCity) contrary('city')
  if (otherHour(a, b)) contrary('hour')
  return score >= 0.6 ? { score: Math.round(score * 100) / 100, reasons } : undefined
}

function nearness(a: Entry, b: Entry): { value: number; reason: string } {
  const [one, other] = [a.event.when, b.event.when]
  if (!one || !other)
    return one || other ? { value: 0.6, reason: 'one has no date' } : { value: 0.7, reason: 'neither has a date' }
  if (sameDays(one, other)) return { value: 1, reason: 'same days' }
  if (overlap(one, other)) return { value: 0.9, reason: 'days that overlap' }
  const apart = one.start > other.end ? daysBetween(other.end, one.start) : daysBetween(one.end, other.start)
  if (apart <= 7) return { value: 0.75, reason: `${apart} days apart` }
  const isSameSession = a.event.session !== undefined && a.event.session === b.event.session && a.event.kind === b.event.kind
  if (apart <= 45 || isSameSession) return { value: 0.45, reason: `${apart} days apart` }
  return { value: 0, reason: '' }
}

function printedSideBySide(a: Entry, b: Entry): boolean {
  for (const source of a.sources) if (b.sources.has(source)) return true
  return false
}

function areWholeAndPart(a: Entry, b: Entry): boolean {
  return Boolean(a.event.parts?.includes(b.event.uid) || b.event.parts?.includes(a.event.uid))
}

function otherHour(a: Entry, b: Entry): boolean {
  const [one, other] = [a.event.when, b.event.when]
  return (
    one !== undefined &&
    other !== undefined &&
    one.start === one.end &&
    sameDays(one, other) &&
    differ(one.startTime, other.startTime)
  )
}

function differ<T>(a: T | undefined, b: T | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b
}
