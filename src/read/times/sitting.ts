import type { Token } from '../dates/tokens/tokens.ts'
import type { Clock } from './clock.ts'
import { clockAt } from './clock.ts'

/** A sitting at a token: wall times and the token after it. */
export type Sitting = { start: string; end?: string; after: number }

const callWords =
  /^(?:at|from|time|times|um|vom|ab|starts?|starting|begins?|beginning|les?|las|los|as|alle|в|с|around|by|until|before|الساعة|@|hours|between|a|le|до|к)$/
const numbered = /^(?:session|meeting|panel|part|day|group|event|workshop|dialogue|no|committee|webinar|cop|cosp|cnd|ccpcj)$/

/** The sitting that begins at a token; no token from `limit` (an index in the text) on belongs to it; `beside` when a date stands just before. */
export function sittingAt(tokens: Token[], i: number, limit: number, beside: boolean): Sitting | undefined {
  const early = halfBefore(tokens, i)
  const from = early ? i + 2 : i
  const first = clockAt(tokens, from)
  if (!first || (!early && !opens(tokens, i))) return undefined
  if (early && !first.half) first.half = early === '上' ? 'am' : 'pm'
  const second = partner(tokens, first, i, limit)
  if (second) {
    const [start, end] = both(first, second)
    return { start, end, after: second.end }
  }
  if (!first.sure && !(early || (first.exact && called(tokens, i, first.end, beside)))) return undefined
  return { start: printed(hours(first), first.minute), after: first.end }
}

/** The sign of the half of the day that Chinese prints before the hour: `上午`, `下午`. */
function halfBefore(tokens: Token[], i: number): string | undefined {
  const sign = tokens[i]?.text
  return (sign === '上' || sign === '下') && tokens[i + 1]?.text === '午' ? sign : undefined
}

function partner(tokens: Token[], first: Clock, i: number, limit: number): Clock | undefined {
  let j = first.end
  const joint = tokens[j]
  if (!joint) return undefined
  const between = tokens[i - 1]?.sense.between && joint.sense.and
  if (joint.kind === 'dash') while (tokens[j]?.kind === 'dash') j += 1
  else if (between || (joint.kind === 'word' && joint.sense.to && !joint.newLine)) j += 1
  else return undefined
  for (let words = 0; words < 2 && /^(?:at|the|las|a|de|about|approximately)$/.test(tokens[j]?.text ?? ''); words += 1) j += 1
  const prefix = halfBefore(tokens, j)
  const second = clockAt(tokens, prefix ? j + 2 : j)
  if (!second || (tokens[j]?.index ?? 0) >= limit) return undefined
  if (prefix && !second.half) second.half = prefix === '上' ? 'am' : 'pm'
  const word = tokens[i - 1]
  if (!first.sure && !first.exact && word && numbered.test(word.text)) return undefined
  if (second.sure) return !first.sure && !first.exact && first.hour > 12 && second.half ? undefined : second
  // `9.00-17.30`, `10 a.m.–1.30`: minutes on both sides make a time of what is not written as one.
  if (second.exact && (first.exact || first.sure) && !isAmount(tokens, i, second.end)) return second
  return undefined
}

/** The wall times of a range: a.m. and p.m. printed once rule both ends, as far as the range then runs forward. */
function both(first: Clock, second: Clock): [string, string] {
  let start = hours(first)
  let end = hours(second)
  if (second.half && !first.half && first.hour <= 12 && !(first.hour === 0)) {
    const noon = second.half === 'am' && second.hour === 12 && first.hour !== 12
    if (noon) end = 12
    const same = hours({ ...first, half: second.half })
    const other = hours({ ...first, half: second.half === 'pm' ? 'am' : 'pm' })
    const ends = end * 60 + second.minute
    start = noon ? first.hour : same * 60 + first.minute < ends ? same : other * 60 + first.minute < ends ? other : same
  } else if (first.half && !second.half && second.hour < 12 && end * 60 + second.minute <= start * 60 + first.minute) end += 12
  if (start === 24) start = 0
  if (end === 0 && second.minute === 0) end = 24
  return [printed(start, first.minute), printed(end, second.minute)]
}

function hours({ hour, half }: Pick<Clock, 'hour' | 'half'>): number {
  if (half === 'pm') return hour < 12 ? hour + 12 : hour
  return half === 'am' && hour === 12 ? 0 : hour
}

function printed(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** A number may open a time when nothing before it makes it the rest of a decimal, a code, an amount or another time. */
function opens(tokens: Token[], i: number): boolean {
  const token = tokens[i] as Token
  const before = tokens[i - 1]
  if (!before) return true
  if (!token.glued) return !before.sense.reference && !/^[+$€£¥#№]$/.test(before.text)
  if (before.kind === 'word')
    return before.text === 't' || before.text.length > 2 || before.sense.lead === true || before.text === 'at'
  if (before.kind === 'dash' || /^[.:,]$/.test(before.text)) return tokens[i - 2]?.kind !== 'number' || before.glued === false
  // `15:00 CET/9:00 EST` and `10:00-13:00/15:00-18:00`, but not the last part of `15/10`.
  if (before.text === '/') return tokens[i - 2]?.kind !== 'number' || /^[:.]$/.test(tokens[i - 3]?.text ?? '')
  return !/^[+$€£¥#№_=%]$/.test(before.text)
}

/** True when words on either side say that `10.30` is a time. */
function called(tokens: Token[], i: number, end: number, beside: boolean): boolean {
  if (isAmount(tokens, i, end)) return false
  const next = tokens[end]
  return (
    beside ||
    callWords.test(tokens[i - 1]?.text ?? '') ||
    (next?.capital === true && /^(?:cet|cest|gmt|utc|est|edt|eet|eest|vienna)$/.test(next.text))
  )
}

function isAmount(tokens: Token[], i: number, end: number): boolean {
  const before = tokens[i - 1]
  return (
    /^[%$€£°]$|^(?:per|percent|million|billion|km|kg|usd|eur)$/.test(tokens[end]?.text ?? '') || before?.sense.reference === true
  )
}
