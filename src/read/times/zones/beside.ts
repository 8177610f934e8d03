import type { Token } from '../../dates/tokens/tokens.ts'
import type { PrintedZone } from '../printed.ts'
import { abbreviations } from './regions.ts'
import { countryAt, placeAt } from './zone.ts'

const zoneWords = new Set(
  'cet cest eet eest wet west gmt utc z est edt et cst cdt ct mst mdt pst pdt pt bst ist jst msk ast gst cat eat wat sast hkt sgt aest kst me mez mesz'.split(
    ' ',
  ),
)
const timeWords = new Set('time zeit ortszeit heure hora horas времени время بتوقيت توقيت'.split(' '))
const fillers = new Set(
  'local central european summer standard eastern daylight mean hours hrs hour de la el du d по at in uhr hs h of the'.split(' '),
)

/** The zone's words after a time, and the token after them: `CET (Vienna time)`, `(GMT+2)`, `Vienna time`, `EDT (New York)`, `local time`. */
export function zoneAfter(tokens: Token[], i: number, text: string): { zone: PrintedZone; end: number } | undefined {
  let zone: string | undefined
  let region: string | undefined
  let named = false
  let timed = false
  let open = false
  let end = i
  let j = i
  while (j < i + 14) {
    const token = tokens[j]
    if (!token || (token.newLine && j > i)) break
    const place = placeAt(tokens, j) ?? (zone ? countryAt(tokens, j) : undefined)
    if (place) {
      zone ??= place.zone
      const isListed = j === i && /^[/|;)·•]?$/.test(tokens[place.end]?.text ?? '')
      j = place.end
      if (open || timed || isListed) end = j
      continue
    }
    if (zoneWords.has(token.text) && (token.capital || token.glued)) {
      named = true
      const shifted = offsetEnd(tokens, j + 1)
      region ??= shifted === j + 1 ? abbreviations.get(token.text === 'z' ? 'utc' : token.text) : undefined
      j = shifted
      end = j
      continue
    }
    if (timeWords.has(token.text)) {
      timed = true
      j += 1
      end = j
      continue
    }
    if (token.text === '(' && !open) open = true
    else if (token.text === ')' && open) {
      if (named || zone || timed) end = j + 1
      open = false
    } else if (!fillers.has(token.text) && token.text !== ',' && token.text !== "'" && !(open && token.text === '/')) break
    j += 1
  }
  if (end === i || !(named || timed || zone)) return undefined
  const from = tokens[i]?.index ?? 0
  const printed = text.slice(from, tokens[end - 1]?.end).replace(/^[\s,]+|(?<![\s,])[\s,]+$/g, '')
  const label = printed.startsWith('(') && printed.indexOf(')') === printed.length - 1 ? printed.slice(1, -1).trim() : printed
  const iana = zone ?? region
  return { zone: { label, ...(iana ? { zone: iana } : {}) }, end }
}

function offsetEnd(tokens: Token[], i: number): number {
  const sign = tokens[i]
  const hours = tokens[i + 1]
  if (!sign || !(sign.text === '+' || sign.kind === 'dash') || hours?.kind !== 'number' || hours.text.length > 4) return i
  if (!hours.glued || hours.value > 1400) return i
  const more = tokens[i + 2]
  return more?.text === ':' && more.glued && tokens[i + 3]?.kind === 'number' ? i + 4 : i + 2
}
