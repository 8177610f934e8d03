import { Temporal } from 'temporal-polyfill'
import type { Sitting, When } from '../../event/index.ts'
import { ActRefused } from '../../web/write/acts.ts'

/** Days and hours as they are kept: whole months and weeks where no day is known, days in order; throws {@link ActRefused} for those that cannot be. */
export function checkedWhen(when: When, pointer = '/start'): When {
  const start = dayOf(when.start, pointer)
  const end = dayOf(when.end, pointer === '/start' ? '/end' : pointer)
  const at = (field: string) => (pointer === '/start' ? field : pointer)
  if (Temporal.PlainDate.compare(end, start) < 0)
    throw wrong(`It cannot end on ${when.end}, before it starts on ${when.start}.`, at('/end'))
  if (start.until(end).days > 366) throw wrong(`From ${when.start} to ${when.end} is longer than a year.`, at('/end'))
  if (!isZone(when.timezone)) throw wrong(`"${when.timezone}" is no time zone: say one such as Europe/Vienna.`, at('/timezone'))
  if (when.precision !== 'day') return wholeSpan(when, start, end)
  checkHours(when)
  return { ...when, ...daysOf(when), ...(when.sittings?.length && { sittings: sittingsOf(when.sittings) }) }
}

function dayOf(text: string, pointer: string): Temporal.PlainDate {
  const year = Number(text.slice(0, 4))
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || year < 1900 || year > 2199)
    throw wrong(`"${text.slice(0, 40)}" is no day: say it like 2027-05-18.`, pointer)
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    throw wrong(`${text} is not in the calendar.`, pointer)
  }
}

/** Hours do not stand where the day is not known. */
function wholeSpan({ precision, timezone }: When, start: Temporal.PlainDate, end: Temporal.PlainDate): When {
  const first = precision === 'month' ? start.with({ day: 1 }) : start.subtract({ days: start.dayOfWeek - 1 })
  const last = precision === 'month' ? end.with({ day: end.daysInMonth }) : end.add({ days: 7 - end.dayOfWeek })
  return { precision, start: first.toString(), end: last.toString(), timezone }
}

function checkHours({ start, end, startTime, endTime }: When): void {
  for (const [field, time] of Object.entries({ startTime, endTime })) {
    if (time !== undefined && !isWallTime(time)) throw wrong(`"${time}" is no hour: say it like 09:30.`, `/${field}`)
  }
  if (startTime === '24:00') throw wrong('It starts at 00:00 of the next day, not at 24:00.', '/startTime')
  if (endTime && !startTime) throw wrong('It has an hour at which it ends and none at which it starts.', '/startTime')
  if (start === end && startTime && endTime && endTime <= startTime)
    throw wrong(
      `It cannot end at ${endTime}, before it starts at ${startTime}: past midnight it ends on the next day.`,
      '/endTime',
    )
}

function daysOf({ start, end, days }: When): Pick<When, 'days'> {
  if (!days?.length) return {}
  for (const [index, day] of days.entries()) dayOf(day, `/days/${index}`)
  const sorted = [...new Set(days)].sort()
  if (sorted[0] !== start || sorted.at(-1) !== end)
    throw wrong(`The days are those from the first to the last: they must begin with ${start} and end with ${end}.`, '/days')
  return { days: sorted }
}

function sittingsOf(sittings: Sitting[]): Sitting[] {
  const sorted = [...sittings].sort((a, b) => (a.start < b.start ? -1 : 1))
  for (const [index, { start, end }] of sittings.entries()) {
    if (!isWallTime(start) || (end !== undefined && (!isWallTime(end) || end <= start)))
      throw wrong(`The sitting ${start} to ${end ?? '?'} cannot be.`, `/sittings/${index}`)
  }
  for (const [index, { start }] of sorted.entries()) {
    const before = sorted[index - 1]
    if (before && (before.end ?? before.start) > start) throw wrong(`Two sittings overlap at ${start}.`, '/sittings')
  }
  return sorted
}

function isWallTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)
}

/** Named zones only: an offset does not know when clocks change. */
function isZone(name: string): boolean {
  if (!/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function wrong(sentence: string, pointer: string): ActRefused {
  return new ActRefused('wrong', sentence, pointer)
}
