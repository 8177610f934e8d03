import { apart } from '../dates/index.ts'
import type { Sheet } from '../layout/sheet.ts'
import type { Candidate } from '../meeting/candidates/candidate.ts'
import { isVague } from '../meeting/title.ts'
import {
  isHeaded,
  isLone,
  isOff,
  isPast,
  isStamp,
  isUnderTitle,
  mayBeStamp,
  related,
  replaces,
  slipped,
  within,
} from './beside.ts'
import { likeness } from './likeness.ts'

/** Candidates that stay, and those that the others explain: days of a programme, the page's own date, a field that slipped by a day. */
export function settle(
  all: Candidate[],
  sheet: Sheet,
  cut: boolean,
  captured: string,
): { kept: Candidate[]; left: { candidate: Candidate; why: string }[] } {
  const left: { candidate: Candidate; why: string }[] = []
  const months = byMonth(all)
  const firm = all.filter((one) => !isLone(one) && (one.when || one.entry.style === 'prose')).slice(0, mostInMonth)
  const kept = all.filter((candidate) => {
    const others = monthsOf(candidate).map((month) => months.get(month) ?? [])
    const why = whyNot(candidate, others.length === 1 ? (others[0] as Candidate[]) : others.flat(), firm, sheet, cut, captured)
    if (why) left.push({ candidate, why })
    return why === undefined
  })
  return { kept, left }
}

/** As many days after a meeting as it is news, not recalled. */
const longestNews = 60

/** As many candidates of one month, or of all, as others are compared with: a bound on cost that no real page reaches. */
const mostInMonth = 120

function byMonth(all: Candidate[]): Map<number, Candidate[]> {
  const months = new Map<number, Candidate[]>()
  for (const candidate of all)
    for (const month of monthsOf(candidate)) {
      const inMonth = months.get(month) ?? []
      if (inMonth.length < mostInMonth) inMonth.push(candidate)
      months.set(month, inMonth)
    }
  return months
}

/** The months a candidate touches, those of the days beside it included, as counts from the year 0; of long ones the first fourteen. */
function monthsOf({ when }: Candidate): number[] {
  if (!when) return []
  const count = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  const first = count(when.start) - (when.start.endsWith('-01') ? 1 : 0)
  const last = count(when.end) + (Number(when.end.slice(8)) >= 28 ? 1 : 0)
  const months: number[] = []
  for (let month = first; month <= last && months.length < 14; month++) months.push(month)
  return months
}

function whyNot(
  candidate: Candidate,
  dated: Candidate[],
  firm: Candidate[],
  sheet: Sheet,
  cut: boolean,
  captured: string,
): string | undefined {
  const { entry, when, date } = candidate
  const last = sheet.text.blocks.length - 1
  if (cut && entry.block === last && date.index + date.length >= entry.view.text.length - 1)
    return 'the page is cut off in the middle of it'
  if (isLone(candidate) && firm.length > 0) return 'the day of the page'
  if ((mayBeStamp(candidate) || isUnderTitle(candidate, sheet)) && firm.some((other) => isStamp(candidate, other)))
    return 'the day of the page'
  if (isOff(candidate) && firm.some((other) => replaces(other, candidate))) return 'dates that hold no more'
  if (!when)
    return firm.some(
      (other) => other !== candidate && other.when && !isOtherGroup(other, candidate) && likeness(other.own, candidate.own) > 0.6,
    )
      ? 'the same meeting is dated elsewhere'
      : undefined
  if (
    when.precision !== 'day' &&
    dated.some((other) => other.when?.precision === 'day' && within(other, candidate) && related(other, candidate))
  )
    return 'the days are told elsewhere'
  const isApart = candidate.identity.kind === 'side-event' || candidate.identity.kind === 'briefing'
  const isLoneDay = when.start === when.end && !isApart
  const main = isLoneDay
    ? dated.find((other) => within(candidate, other) && !(when.start === other.when?.start && when.end === other.when?.end))
    : undefined
  if (
    main &&
    (isVague(candidate.own) ||
      candidate.own === main.own ||
      (candidate.from === 'heading' && candidate.nameBlock === main.nameBlock) ||
      candidate.from === 'page')
  )
    return 'a day inside the meeting'
  if (
    isPast(candidate) &&
    !isHeaded(candidate) &&
    !(when.end <= captured && apart(when.end, captured) <= longestNews) &&
    firm.some((other) => other.when && other.when.start > when.end && apart(other.when.start, when.end) > 300)
  )
    return 'an earlier meeting, recalled'
  const isSlip = entry.style !== 'prose' && dated.some((other) => other.entry.style === 'prose' && slipped(candidate, other))
  return isSlip ? 'a date one day from what a sentence says of the same meeting' : undefined
}

/** The groups, or the parts, that both name differ. */
function isOtherGroup({ identity: one }: Candidate, { identity: other }: Candidate): boolean {
  return (
    (one.group !== undefined && other.group !== undefined && one.group !== other.group) ||
    (one.part !== undefined && other.part !== undefined && one.part !== other.part)
  )
}
