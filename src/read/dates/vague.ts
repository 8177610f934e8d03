import type { VagueDate } from './printed.ts'
import type { Token } from './tokens/tokens.ts'
import { tokensOf } from './tokens/tokens.ts'
import { windowsOf } from './tokens/windows.ts'

const parts = new Set(
  'early mid middle late end beginning start debut fin mi finales final principios mediados inicio inicios fim meados anfang mitte ende начале середине конце начало конец'.split(
    ' ',
  ),
)
const halves = new Set('half quarter semester trimester trimestre semestre halbjahr quartal week semaine semana'.split(' '))
const seasons = new Set(
  'spring summer autumn fall winter printemps ete automne hiver primavera verano otono invierno verao outono inverno fruhjahr fruhling sommer herbst весной летом осенью зимой весна лето осень зима'.split(
    ' ',
  ),
)
const counts = new Set(
  'first second third fourth last 1st 2nd 3rd 4th premier premiere deuxieme dernier derniere primer primera segundo segunda tercer ultimo ultima'.split(
    ' ',
  ),
)
const small = new Set('of in the de del du le la los el d l a s of year'.split(' '))

/** Every vague date of the text in order: `early May 2026`, `spring 2026`, `first half of 2026`, `second Friday in January`, `dates to be confirmed`. */
export function findVague(text: string): VagueDate[] {
  const found: VagueDate[] = []
  let free = 0
  for (const { start, end, from, to } of windowsOf(text)) {
    const tokens = tokensOf(text.slice(start, end))
    for (let i = 0; i < tokens.length; i += 1) {
      const after = tokens[i]?.kind === 'word' ? vagueAt(tokens, i) : undefined
      if (after === undefined) continue
      const index = (tokens[i] as Token).index + start
      const finish = (tokens[after - 1] as Token).end + start
      i = after - 1
      if (index < from || index >= to || index < free) continue
      found.push({ index, length: finish - index, text: text.slice(index, finish) })
      free = finish
    }
  }
  return found
}

/** What may begin a vague date, by its first word. */
const openings = new Map<string, 'date' | 'count' | 'quarter' | 'week' | 'season' | 'part'>([
  ...[...parts].map((word) => [word, 'part'] as const),
  ...[...seasons].map((word) => [word, 'season'] as const),
  ['week', 'week'],
  ...['q', 'h', 't'].map((word) => [word, 'quarter'] as const),
  ...[...counts].map((word) => [word, 'count'] as const),
  ...['date', 'dates'].map((word) => [word, 'date'] as const),
])

function vagueAt(tokens: Token[], i: number): number | undefined {
  const word = tokens[i] as Token
  const next = tokens[i + 1]
  switch (openings.get(word.text)) {
    case 'date':
      return toBeConfirmed(tokens, i)
    case 'count':
      return next && (halves.has(next.text) || next.sense.weekday) ? target(tokens, i + 2) : undefined
    case 'quarter':
      return word.capital && next?.glued && next.value >= 1 && next.value <= 4 ? yearAfter(tokens, i + 2) : undefined
    case 'week':
      return next?.kind === 'number' ? yearAfter(tokens, i + 2) : undefined
    case 'season':
      return yearAfter(tokens, i + 1)
    case 'part':
      return target(tokens, next?.kind === 'dash' ? i + 2 : i + 1)
    default:
      return undefined
  }
}

/** The token after the month, or the year, that a vague word speaks of. */
function target(tokens: Token[], i: number): number | undefined {
  const j = pastSmall(tokens, i)
  const token = tokens[j]
  if (!token) return undefined
  if (isYear(token)) return j + 1
  if (token.sense.month && (token.capital || token.sense.shy === undefined)) return yearAfter(tokens, j + 1) ?? j + 1
  return undefined
}

function yearAfter(tokens: Token[], i: number): number | undefined {
  let j = pastSmall(tokens, i)
  if (tokens[j]?.text === ',') j += 1
  return isYear(tokens[j]) ? j + 1 : undefined
}

function pastSmall(tokens: Token[], i: number): number {
  let j = i
  while (j < i + 4 && (small.has(tokens[j]?.text ?? '') || tokens[j]?.text === "'")) j += 1
  return j
}

function isYear(token: Token | undefined): boolean {
  return token !== undefined && token.text.length === 4 && token.value >= 1900 && token.value <= 2100
}

/** `date to be confirmed`, `dates TBC`. */
function toBeConfirmed(tokens: Token[], i: number): number | undefined {
  let j = i + 1
  while (j < i + 4 && /^[:(,]$|^(?:and|venue|place|are|is|still|yet|-)$/.test(tokens[j]?.text ?? '')) j += 1
  if (/^(?:tbc|tbd|tba)$/.test(tokens[j]?.text ?? '')) return j + 1
  if (
    tokens[j]?.text === 'to' &&
    tokens[j + 1]?.text === 'be' &&
    /^(?:confirmed|announced|determined|decided|fixed|set|agreed|advised)$/.test(tokens[j + 2]?.text ?? '')
  )
    return j + 3
  return undefined
}
