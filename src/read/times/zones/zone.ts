import type { Token } from '../../dates/tokens/tokens.ts'
import { tokensOf } from '../../dates/tokens/tokens.ts'
import { windowsOf } from '../../dates/tokens/windows.ts'
import { once } from '../../once.ts'
import { placesByZone } from './places.ts'
import { abbreviations, countriesByZone } from './regions.ts'

/** A place at a token, and the token after it. */
type Named = { zone: string; end: number }

/** Words that make a city's name that of a text: `Doha Declaration`. */
const instruments =
  /^(?:declaration|convention|conventions|rules|agreement|statute|protocol|protocols|principles|programme|consensus|process|accord|accords|политической|декларация)$/

const cities = byFirstWord(placesByZone)
const countries = byFirstWord(countriesByZone)

/**
 * The IANA zone of a text: that of the place whose time is named (`All times below are Atlanta time (EST)`), else of the first city,
 * else of a country at the end of an address; an IANA name stands for itself. CET and GMT+1 name none.
 */
export const zoneOf = once(zoneSaid)

function zoneSaid(text: string): string | undefined {
  for (const { start, end } of windowsOf(text)) {
    const zone = zoneIn(text.slice(start, end))
    if (zone) return zone
  }
  return undefined
}

function zoneIn(text: string): string | undefined {
  const tokens = tokensOf(text)
  let first: string | undefined
  let country: string | undefined
  for (let i = 0; i < tokens.length; i += 1) {
    const iana = ianaAt(tokens, i, text)
    if (iana) return iana
    const city = placeAt(tokens, i)
    if (city && !instruments.test(tokens[city.end]?.text ?? '')) {
      if (isTime(tokens, city.end) || isTime(tokens, i - 3, i)) return city.zone
      first ??= city.zone
    } else if (i === 0 || /^[,(]$/.test(tokens[i - 1]?.text ?? '')) {
      country ??= placeAt(tokens, i, countries)?.zone
    }
  }
  return first ?? country ?? regional(tokens)
}

/** The city named at a token. */
export function placeAt(tokens: Token[], i: number, names = cities): Named | undefined {
  const word = tokens[i]
  if (word?.kind !== 'word') return undefined
  let best: Named | undefined
  for (const { words, zone } of names.get(word.text) ?? []) {
    let j = i
    const same = words.every((name, n) => {
      if (n > 0) while (j - i < 8 && /^[-.,]$/.test(tokens[j]?.text ?? '')) j += 1
      j += 1
      return tokens[j - 1]?.text === name
    })
    if (same && j > (best?.end ?? 0)) best = { zone, end: j }
  }
  return best
}

/** The country named at a token. */
export function countryAt(tokens: Token[], i: number): Named | undefined {
  return placeAt(tokens, i, countries)
}

/** True when the words from a token on (and before `until`) speak of a place's time: `local time`, `heure de`, `时间`. */
function isTime(tokens: Token[], i: number, until = i + 4): boolean {
  for (let j = Math.max(0, i); j < until; j += 1) {
    const text = tokens[j]?.text ?? ''
    if (/^(?:time|times|heure|hora|horas|zeit|uhrzeit|времени|время|توقيت|بتوقيت|时|時)$/.test(text)) return true
    if (!/^(?:local|standard|daylight|summer|winter|central|european|eastern|[a-z]{2,4}|[(),'-])$/.test(text)) return false
  }
  return false
}

function regional(tokens: Token[]): string | undefined {
  for (let i = 0; i < tokens.length; i += 1) {
    const zone = abbreviations.get(tokens[i]?.text ?? '')
    if (zone && zone !== 'UTC' && tokens[i]?.capital && /^(?:e[sd]t|jst)$/.test(tokens[i]?.text ?? '')) return zone
  }
  return undefined
}

function ianaAt(tokens: Token[], i: number, text: string): string | undefined {
  const slash = tokens[i + 1]
  const city = tokens[i + 2]
  if (slash?.text !== '/' || !slash.glued || !city?.glued) return undefined
  const start = tokens[i]?.index ?? 0
  const [name] =
    /^(?:Europe|America|Asia|Africa|Australia|Pacific|Atlantic|Indian)\/[A-Za-z_]{2,30}(?:\/[A-Za-z_]{2,30})?/.exec(
      text.slice(start, start + 80),
    ) ?? []
  return name && (placesByZone[name] !== undefined || supported.has(name)) ? name : undefined
}

const supported = new Set(Intl.supportedValuesOf('timeZone'))

function byFirstWord(places: Record<string, string>): Map<string, { words: string[]; zone: string }[]> {
  const map = new Map<string, { words: string[]; zone: string }[]>()
  for (const [zone, names] of Object.entries(places)) {
    for (const name of names.split('|')) {
      const words = tokensOf(name)
        .filter(({ kind }) => kind === 'word')
        .map(({ text }) => text)
      const [first] = words
      if (first) map.set(first, [...(map.get(first) ?? []), { words, zone }])
    }
  }
  return map
}
