import { dayMs } from './moment.ts'

/** A recurrence rule (RFC 5545 section 3.3.10) that can be followed; lists are as the rule gives them. */
export type Rule = {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  interval: number
  count?: number
  /** As printed: a date, or a date-time. */
  until?: string
  byMonth?: number[]
  byDay?: string[]
  byMonthDay?: number[]
  byYearDay?: number[]
  byWeekNo?: number[]
  byHour?: number[]
  byMinute?: number[]
  bySetPos?: number[]
  wkst?: string
}

/** The parts that list numbers, with their least and greatest; 0 counts nowhere but in hours and minutes. */
const lists = {
  BYMONTH: ['byMonth', 1, 12],
  BYMONTHDAY: ['byMonthDay', -31, 31],
  BYYEARDAY: ['byYearDay', -366, 366],
  BYWEEKNO: ['byWeekNo', -53, 53],
  BYHOUR: ['byHour', 0, 23],
  BYMINUTE: ['byMinute', 0, 59],
  BYSETPOS: ['bySetPos', -366, 366],
} as const

/** A printed rule as one that can be followed; a sentence why not. */
export function ruleOf(printed: string): Rule | string {
  const parts = new Map<string, string>()
  for (const part of printed.trim().toUpperCase().split(';').slice(0, 30)) {
    const [name = '', value = ''] = part.split('=')
    parts.set(name.trim(), value.trim())
  }
  const freq = parts.get('FREQ') ?? ''
  if (/^(?:HOURLY|MINUTELY|SECONDLY)$/.test(freq)) return `it is repeated within a day (${freq}), as no meeting is`
  if (!isFreq(freq)) return `its rule "${printed.slice(0, 80)}" has no frequency that is known`
  // RFC 7529: months and years of another calendar.
  const scale = parts.get('RSCALE') || 'GREGORIAN'
  if (scale !== 'GREGORIAN') return `it is repeated by the calendar ${scale.slice(0, 20)}, which is not followed`
  const interval = parts.get('INTERVAL') ?? '1'
  if (!/^\d{1,4}$/.test(interval) || Number(interval) < 1) return `its interval "${interval.slice(0, 20)}" cannot be followed`
  const rule: Rule = { freq, interval: Number(interval) }
  const count = parts.get('COUNT')
  if (count !== undefined) {
    if (!/^\d{1,6}$/.test(count) || Number(count) < 1) return `its count "${count.slice(0, 20)}" cannot be followed`
    rule.count = Number(count)
  }
  const until = parts.get('UNTIL')
  if (until) rule.until = until
  const wkst = parts.get('WKST')
  if (wkst && weekday.test(wkst)) rule.wkst = wkst
  return listsOf(parts, rule) ?? rule
}

const weekday = /^(?:MO|TU|WE|TH|FR|SA|SU)$/

function isFreq(text: string): text is Rule['freq'] {
  return /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(text)
}

function listsOf(parts: Map<string, string>, rule: Rule): string | undefined {
  for (const [part, [name, least, greatest]] of Object.entries(lists)) {
    const given = parts.get(part)
    if (!given) continue
    const numbers = given.split(',').map((one) => (/^[+-]?\d{1,3}$/.test(one.trim()) ? Number(one) : Number.NaN))
    const isWrong = (n: number) => !(n >= least && n <= greatest) || (n === 0 && least !== 0)
    if (numbers.length > 400 || numbers.some(isWrong)) return `its ${part}=${given.slice(0, 40)} cannot be followed`
    rule[name] = [...new Set(numbers)]
  }
  const days = parts.get('BYDAY')
  if (!days) return undefined
  const named = days.split(',').map((day) => day.trim())
  if (named.some((day) => !/^[+-]?(?:[1-9]|[1-4]\d|5[0-3])?(?:MO|TU|WE|TH|FR|SA|SU)$/.test(day)))
    return `its BYDAY=${days.slice(0, 40)} cannot be followed`
  // Numbers before weekdays mean something in months and years only (section 3.3.10).
  const isPlain = rule.freq === 'DAILY' || rule.freq === 'WEEKLY'
  rule.byDay = [...new Set(named.map((day) => (isPlain ? day.slice(-2) : day.replace(/^\+/, ''))))]
  return undefined
}

/** About how many periods a rule goes through in a span of milliseconds. */
export function periodsIn(rule: Rule, spanMs: number): number {
  const days = { DAILY: 1, WEEKLY: 7, MONTHLY: 30, YEARLY: 365 }[rule.freq] * rule.interval
  return Math.ceil(Math.max(0, spanMs) / dayMs / days)
}
