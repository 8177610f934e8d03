import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import type { When } from '../../event/index.ts'
import { ActRefused, type Draft, type Series } from '../../web/write/acts.ts'
import { checkedWhen } from './days.ts'

/** Events that one series may make, and years that it may last. */
const most = { events: 200, years: 5 }

/** Parts of a rule (RFC 5545 section 3.3.10) that make sense for days; hours are said by the draft. */
const parts = new Set([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYDAY',
  'BYMONTH',
  'BYMONTHDAY',
  'BYYEARDAY',
  'BYWEEKNO',
  'BYSETPOS',
  'WKST',
])

/**
 * The meetings of a series, each a draft of its own with the hours of the first: wall times stay, whatever clocks do. A rule without an end, with more
 * than two hundred days or five years, or with no day at all is refused.
 */
export function draftsOf({ draft, rule, except = [] }: Series): Draft[] {
  if (draft.when?.precision !== 'day' || draft.when.days?.length)
    throw refused(
      'A series repeats a meeting whose first day is known, and which lasts from its first to its last day.',
      '/start',
    )
  if (draft.session !== undefined)
    throw refused('A session has its number once: leave it out, or enter each session by itself.', '/session')
  const when = checkedWhen(draft.when)
  const said = partsOf(rule)
  const lasts = Temporal.PlainDate.from(when.start).until(when.end)
  const left = new Set(except)
  const days = daysOf(said, when).filter((day) => !left.has(day.toString()))
  if (!days.length) throw refused('The rule names no day.', '/rule')
  return days.map((day) => ({ ...draft, when: { ...when, start: day.toString(), end: day.add(lasts).toString() } }))
}

function partsOf(rule: string): Map<string, string> {
  const said = new Map<string, string>()
  const text = rule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
  for (const part of text.split(';').filter(Boolean)) {
    const [name = '', value = '', ...more] = part.split('=')
    if (!parts.has(name) || !value || more.length)
      throw refused(`The part "${part.slice(0, 60)}" of the rule is none that a series of meetings can have.`, '/rule')
    if (said.has(name)) throw refused(`The rule says ${name} twice.`, '/rule')
    said.set(name, value)
  }
  if (!/^(DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(said.get('FREQ') ?? ''))
    throw refused('The rule must say FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.', '/rule')
  const count = said.get('COUNT')
  if (count === undefined && !said.has('UNTIL'))
    throw refused('The rule has no end: say how often (COUNT=12) or until when (UNTIL=20271231).', '/rule')
  if (count !== undefined && said.has('UNTIL')) throw refused('The rule has two ends: say COUNT or UNTIL, not both.', '/rule')
  if (count !== undefined && !(/^\d{1,9}$/.test(count) && Number(count) >= 1 && Number(count) <= most.events))
    throw refused(`COUNT must be from 1 to ${most.events}.`, '/rule')
  const interval = said.get('INTERVAL') ?? '1'
  if (!/^\d{1,3}$/.test(interval) || Number(interval) < 1) throw refused('INTERVAL must be from 1 to 999.', '/rule')
  return said
}

/** Counted on a clock that never changes: an hour that a change of clocks leaves out is still the hour of the meeting. */
function daysOf(said: Map<string, string>, { start, startTime = '00:00', timezone }: When): Temporal.PlainDate[] {
  const horizon = Temporal.PlainDate.from(start).add({ years: most.years })
  const until = said.has('UNTIL') ? lastMoment(said.get('UNTIL') ?? '', timezone) : undefined
  if (until && Temporal.PlainDate.compare(until.toPlainDate(), horizon) > 0)
    throw refused(`A series lasts at most ${most.years} years: until ${horizon.toString()}.`, '/rule')
  const rruleString = [...said].flatMap(([name, value]) => (name === 'UNTIL' ? [] : [`${name}=${value}`])).join(';')
  const dtstart = Temporal.PlainDateTime.from(`${start}T${startTime}`).toZonedDateTime('UTC')
  const days: Temporal.PlainDate[] = []
  let isOver = false
  try {
    new RRuleTemporal({ rruleString, dtstart, maxIterations: 4000 }).all((moment) => {
      const at = Temporal.PlainDateTime.from(moment.toPlainDateTime().toString())
      isOver = Temporal.PlainDate.compare(at.toPlainDate(), horizon) > 0
      if (isOver || days.length > most.events || (until && Temporal.PlainDateTime.compare(at, until) > 0)) return false
      days.push(at.toPlainDate())
      return true
    })
  } catch (error) {
    throw refused(
      `The rule cannot be followed: ${error instanceof Error ? error.message.slice(0, 200) : 'it is no rule'}.`,
      '/rule',
    )
  }
  if (days.length > most.events) throw refused(`The rule names more than ${most.events} days.`, '/rule')
  if (isOver && said.has('COUNT'))
    throw refused(`A series lasts at most ${most.years} years: this one would go beyond ${horizon.toString()}.`, '/rule')
  return days
}

/** The end of the day, or the wall time of the place at an instant (section 3.3.10: UNTIL is in UTC where the start has a zone). */
function lastMoment(text: string, timezone: string): Temporal.PlainDateTime {
  const [, date, time, utc] = /^(\d{8})(?:T(\d{6})(Z?))?$/.exec(text) ?? []
  try {
    if (!date) throw new RangeError(text)
    const day = Temporal.PlainDate.from(date, { overflow: 'reject' })
    if (!time) return day.toPlainDateTime('23:59:59')
    const moment = Temporal.PlainDateTime.from(`${date}T${time}`, { overflow: 'reject' })
    return utc ? moment.toZonedDateTime('UTC').withTimeZone(timezone).toPlainDateTime() : moment
  } catch {
    throw refused(`UNTIL=${text.slice(0, 40)} is no day: say it like 20271231.`, '/rule')
  }
}

function refused(sentence: string, pointer: string): ActRefused {
  return new ActRefused('wrong', sentence, pointer)
}
