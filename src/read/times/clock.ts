import type { Token } from '../dates/tokens/tokens.ts'

/** A time of day at a token: hour and minute as printed, half of the day where printed, and how sure its writing makes it. */
export type Clock = {
  hour: number
  minute: number
  half?: 'am' | 'pm'
  /** The token after it. */
  end: number
  /** False for `10.30` and `10`, which are times only beside words or times that say so. */
  sure: boolean
  /** True when minutes are printed. */
  exact: boolean
}

const outside: Token = {
  kind: 'mark',
  text: '',
  index: 0,
  end: 0,
  value: -1,
  glued: false,
  newLine: true,
  capital: false,
  caps: false,
  sense: {},
}
const hourWords = new Set('h hs hr hrs hours uhr heure heures hora horas ч час часов часа'.split(' '))

/** The time of day that begins at this token, if one may. */
export function clockAt(tokens: Token[], i: number): Clock | undefined {
  const token = tokens[i] ?? outside
  if (token.kind === 'word') return named(tokens, i)
  if (token.kind !== 'number' || token.value < 0) return undefined
  if (token.text.length === 4) return military(tokens, i, token)
  if (token.text.length > 2 || token.value > 24) return undefined
  const minutes = minutesAt(tokens, i + 1)
  const half = halfAt(tokens, minutes?.end ?? i + 1)
  const end = half?.end ?? minutes?.end ?? i + 1
  if (half && token.value > 12 && half.half === 'am') return undefined
  if (token.value === 24 && minutes?.minute) return undefined
  const hourWord = half ? undefined : hourWordAt(tokens, end)
  const sure = half !== undefined || hourWord !== undefined || minutes?.sure === true
  const clock = {
    hour: token.value,
    minute: minutes?.minute ?? 0,
    end: noonAt(tokens, hourWord ?? end, token.value),
    sure,
    exact: minutes !== undefined,
  }
  if (clock.end > (hourWord ?? end)) {
    const midnight = (tokens[clock.end - 1] ?? outside).text.startsWith('midnight')
    return { ...clock, hour: midnight ? 24 : 12, sure: true }
  }
  return half ? { ...clock, half: half.half } : clock
}

function minutesAt(tokens: Token[], i: number): { minute: number; end: number; sure: boolean } | undefined {
  const mark = tokens[i] ?? outside
  const spacedHour = mark.text === 'h' || mark.text === 'ч'
  if (!/^[:.hч]$/.test(mark.text) || (!mark.glued && !spacedHour)) return undefined
  const after = tokens[i + 1] ?? outside
  if (after.kind === 'number' && after.text.length === 2 && after.value < 60 && (after.glued || spacedHour)) {
    const more = tokens[i + 2] ?? outside
    const last = tokens[i + 3] ?? outside
    // `10:15:00`; but `12.05.26` is no time.
    if (more.glued && more.text === mark.text && last.glued && last.kind === 'number') {
      return mark.text === ':' && last.text.length === 2 ? { minute: after.value, end: i + 4, sure: true } : undefined
    }
    if (more.glued && more.text === '%') return undefined
    return { minute: after.value, end: i + 2, sure: mark.text !== '.' }
  }
  return spacedHour && (mark.glued || !/^\p{L}/u.test(after.text)) ? { minute: 0, end: i + 1, sure: true } : undefined
}

function halfAt(tokens: Token[], i: number): { half: 'am' | 'pm'; end: number } | undefined {
  const first = tokens[i] ?? outside
  if (first.text === 'am' || first.text === 'pm') {
    const dot = tokens[i + 1] ?? outside
    return { half: first.text, end: dot.text === '.' && dot.glued ? i + 2 : i + 1 }
  }
  if (first.text !== 'a' && first.text !== 'p') return undefined
  const dot = tokens[i + 1] ?? outside
  const letter = tokens[dot.text === '.' ? i + 2 : i + 1] ?? outside
  if (letter.text !== 'm' || (dot.text !== '.' && dot !== letter)) return undefined
  const end = dot.text === '.' ? i + 3 : i + 2
  const last = tokens[end] ?? outside
  return { half: first.text === 'a' ? 'am' : 'pm', end: last.text === '.' && last.glued ? end + 1 : end }
}

function hourWordAt(tokens: Token[], i: number): number | undefined {
  const word = tokens[i] ?? outside
  if (word.text === 'o' && (tokens[i + 1] ?? outside).text === "'" && (tokens[i + 2] ?? outside).text === 'clock') return i + 3
  if (/^[点點时時시]$/.test(word.text)) return i + 1
  // `15:00 hora de Viena` names a zone.
  if (/^d[ea]?$/.test((tokens[i + 1] ?? outside).text)) return undefined
  return hourWords.has(word.text) ? i + 1 : undefined
}

function noonAt(tokens: Token[], i: number, hour: number): number {
  const word = (tokens[i] ?? outside).text
  return hour === 12 && /^(?:noon|midday|midnight)$/.test(word) ? i + 1 : i
}

function named(tokens: Token[], i: number): Clock | undefined {
  const word = (tokens[i] ?? outside).text
  if (word === 'noon' || word === 'midday') return { hour: 12, minute: 0, end: i + 1, sure: true, exact: true }
  if (word === 'midnight') return { hour: 24, minute: 0, end: i + 1, sure: true, exact: true }
  return undefined
}

function military(tokens: Token[], i: number, token: Token): Clock | undefined {
  const joint = tokens[i + 1] ?? outside
  const pair = joint.kind === 'dash' || joint.text === 'to' ? (tokens[i + 2] ?? outside) : undefined
  const paired = pair?.text.length === 4 && pair.value >= 0
  const word = (tokens[i + (paired ? 3 : 1)] ?? outside).text
  const hour = Math.floor(token.value / 100)
  const minute = token.value % 100
  if (hour > 24 || minute > 59 || !/^(?:hrs?|hours|h|uhr)$/.test(word)) return undefined
  return { hour, minute, end: i + (paired ? 1 : 2), sure: true, exact: true }
}
