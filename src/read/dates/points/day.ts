import { clockAt } from '../../times/clock.ts'
import type { Token } from '../tokens/tokens.ts'
import { ordinalWords } from '../words/joints.ts'
import type { Reader } from './reader.ts'
import { at, is } from './reader.ts'

/** Endings of ordinals in the languages read, wrong ones too (`12nd`). */
const ordinalEndings = new Set('st nd rd th er re eme e o a os as º ro do го ое е й го числа'.split(' '))

/** A day of the month at a token: its value and the token after it, ordinal ending and full stop included. */
export type DayNumber = { day: number; end: number; ordinal: boolean; signed: boolean }

/** The number of a day at this token; undefined for decimals, times, codes, amounts and what only looks like a day. */
export function dayAt(reader: Reader, i: number, chained = false): DayNumber | undefined {
  const token = at(reader, i)
  const written = token.kind === 'word' && token.sense.opens ? ordinalWords.indexOf(token.text) + 1 : 0
  if (written && at(reader, i + 1).text === 'of' && at(reader, i + 2).sense.month && at(reader, i + 2).capital) {
    return { day: written, end: i + 1, ordinal: true, signed: false }
  }
  if (token.kind !== 'number' || token.value < 1 || token.value > 31 || token.text.length > 2) return undefined
  if (!chained && !opens(reader, i)) return undefined
  const next = at(reader, i + 1)
  if (next.glued && (is(next, '%') || is(next, '°') || next.text === '_')) return undefined
  if (next.glued && is(next, ':') && at(reader, i + 2).glued && at(reader, i + 2).kind === 'number') return undefined
  if (is(next, ',') && next.glued && thousands(at(reader, i + 2))) return undefined
  const clocked = next.kind === 'word' ? !next.sense.month : is(next, ':') || is(next, '.')
  if (clocked && isClock(reader, i)) return undefined
  let end = i + 1
  let ordinal = false
  if (ordinalEndings.has(next.text) && (next.glued || /^(?:st|nd|rd|th|eme)$/.test(next.text))) {
    ordinal = true
    end += 1
    if (is(at(reader, end), '.') && at(reader, end).glued) end += 1
  } else if (is(next, '.') || is(next, 'º') || is(next, '°')) {
    const after = at(reader, i + 2)
    // `1.º`, `1.o`; a full stop before a glued number is a decimal or a numeric date, read elsewhere.
    if (after.glued && after.kind === 'number') return undefined
    end += 1
    if (after.glued && (after.text === 'o' || after.text === 'a' || after.text === 'º')) end += 1
    ordinal = true
  } else if ((is(next, '-') || next.kind === 'dash') && next.glued) {
    const after = at(reader, i + 2)
    // Russian `15-го`, French `1-er`.
    if (after.glued && after.kind === 'word' && ordinalEndings.has(after.text) && after.text.length > 1) {
      ordinal = true
      end += 2
    }
  }
  const sign = at(reader, end)
  if (!ordinal && /^[日号號일]$/.test(sign.text)) return { day: token.value, end: end + 1, ordinal: false, signed: true }
  return { day: token.value, end, ordinal, signed: false }
}

/** True when a number may open a date here: nothing before it makes it part of a decimal, a code, a time, an amount or a reference. */
export function opens(reader: Reader, i: number): boolean {
  const token = at(reader, i)
  const before = at(reader, i - 1)
  if (!token.glued) return !isReference(reader, i)
  const earlier = before.glued ? at(reader, i - 2) : undefined
  if (before.kind === 'word')
    return before.text.length > 2 ? !isCode(before) || before.sense.month !== undefined : smallGlued(before)
  if (before.kind === 'dash')
    return !earlier || (earlier.kind === 'word' ? !isCode(earlier) && earlier.text !== 'covid' : earlier.kind !== 'number')
  if (is(before, '.')) return !earlier || (earlier.kind === 'number' ? earlier.text.length > 2 : !isCode(earlier))
  if (is(before, ':')) return earlier?.kind !== 'number'
  if (is(before, '/')) return !earlier
  if (is(before, ',')) return earlier?.kind !== 'number' || token.text.length < 3
  return !/^[+$€£¥#№_=&@\\]$/.test(before.text)
}

function smallGlued(word: Token): boolean {
  return (
    !word.capital &&
    /^(?:le|du|au|el|al|с|со|до|по|в|من|و|в|de|on|of|to|by|at|to|月|年|日|號|号|至|到|和|及|与|與|t)$/.test(word.text) &&
    word.text !== 't'
  )
}

/** A short word in capitals, such as `M` in M2 or `WG` in WG.2. */
function isCode(word: Token): boolean {
  return word.kind === 'word' && word.caps && !word.sense.month && !word.sense.weekday && word.text.length < 6
}

/** The word before a number that names what is numbered. */
function isReference(reader: Reader, i: number): boolean {
  let before = at(reader, i - 1)
  const dotted = is(before, '.')
  if (dotted) before = at(reader, i - 2)
  if (/^[+$€£¥#№]$/.test(before.text)) return true
  if (!before.sense.reference) return false
  if (/^(?:no|nos|nr|art|arts|vol|pp|para|paras)$/.test(before.text)) return dotted
  return !dotted
}

function thousands(token: Token): boolean {
  return token.glued && token.kind === 'number' && token.text.length === 3
}

/** True when a time of day, marked as one, begins at this number: `10 a.m.`, `17:30`, `10h00`. */
function isClock(reader: Reader, i: number): boolean {
  return clockAt(reader.tokens, i)?.sure === true
}
