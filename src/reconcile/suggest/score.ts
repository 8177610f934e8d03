import { likeness, wordLikeness } from '../likeness/likeness.ts'
import type { Entry } from './entry.ts'

/** How probably two events are one, 0 to 1, and why. */
export type Score = { score: number; reasons: string[] }

/**
 * Whether two events may be one meeting: near in days, alike in words, nothing said against it. Events that one source prints side by side are two,
 * unless they say the very same. Undefined for pairs not worth a person's look.
 */
export function scoreOf(a: Entry, b: Entry): Score | undefined {
  if (!mayBeBack(a, b) || !mayBeBack(b, a)) return undefined
  const one = a.identity
  const other = b.identity
  const isOtherKind = one.kind !== other.kind && one.kind !== 'other' && other.kind !== 'other'
  const isSame = a.days !== undefined && b.days !== undefined && a.days.first === b.days.first && a.days.last === b.days.last
  if (isOtherKind && !isSame) return undefined
  const apart = daysApart(a, b)
  const isSameSession = one.session !== undefined && one.session === other.session && one.kind === other.kind
  if (apart > 45 && !isSameSession) return undefined
  if (one.body !== other.body && one.body !== 'OTHER' && other.body !== 'OTHER') return undefined
  const isDialogue = one.kind === 'constructive-dialogue'
  if (differ(one.session, other.session) && !isDialogue && !isSame) return undefined
  if (differ(one.group, other.group) || areWholeAndPart(a, b)) return undefined
  const areBeside = printedSideBySide(a, b)
  if (areBeside && !isSame) return undefined
  const isRenumbered = one.kind === other.kind && (isDialogue || (isSame && differ(one.session, other.session)))
  const alike = isRenumbered ? wordLikeness(a.words(), b.words()) : likeness(a.words(), b.words())
  if (alike < 0.5 && !(isSameSession && alike > 0.3)) return undefined
  if (areBeside && alike < 0.9) return undefined

  const days = nearness(a, b, apart, isSame)
  const reasons = [`${Math.round(alike * 100)} % alike in words`, days.reason]
  let score = 0.55 * alike + 0.45 * days.value
  const takenBackAt = a.takenBackAt ?? b.takenBackAt
  if (takenBackAt) reasons.push(`one was taken back on ${takenBackAt.slice(0, 10)}`)
  const contrary = (field: string) => {
    score *= 0.85
    reasons.push(`but another ${field}`)
  }
  if (differ(one.session, other.session)) contrary('session number')
  else if (one.session !== undefined && one.session === other.session) reasons.push(`both session ${one.session}`)
  if (isOtherKind) contrary('kind')
  if (differ(one.part, other.part)) contrary('part')
  if (differ(a.event.place.city, b.event.place.city)) contrary('city')
  if (isSame && a.days?.first === a.days?.last && differ(a.event.when?.startTime, b.event.when?.startTime)) contrary('hour')
  return score >= 0.6 ? { score: Math.round(score * 100) / 100, reasons } : undefined
}

/** What was taken back may be what was printed first afterwards, not what stood beside it. */
function mayBeBack({ takenBackAt }: Entry, other: Entry): boolean {
  return takenBackAt === undefined || (other.takenBackAt === undefined && other.event.createdAt > takenBackAt)
}

/** Days between the end of one and the start of the other; 0 when they touch or one has no date. */
function daysApart(a: Entry, b: Entry): number {
  if (!a.days || !b.days) return 0
  if (a.days.first > b.days.last) return a.days.first - b.days.last
  return b.days.first > a.days.last ? b.days.first - a.days.last : 0
}

function nearness(a: Entry, b: Entry, apart: number, isSame: boolean): { value: number; reason: string } {
  if (!a.days || !b.days)
    return a.days || b.days ? { value: 0.6, reason: 'one has no date' } : { value: 0.7, reason: 'neither has a date' }
  if (isSame) return { value: 1, reason: 'same days' }
  if (!apart) return { value: 0.9, reason: 'days that overlap' }
  return { value: apart <= 7 ? 0.75 : 0.45, reason: `${apart} days apart` }
}

function printedSideBySide(a: Entry, b: Entry): boolean {
  for (const source of a.sources) if (b.sources.includes(source)) return true
  return false
}

function areWholeAndPart(a: Entry, b: Entry): boolean {
  return Boolean(a.event.parts?.includes(b.event.uid) || b.event.parts?.includes(a.event.uid))
}

function differ<T>(a: T | undefined, b: T | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b
}
