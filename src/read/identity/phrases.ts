import { matches } from '../matches.ts'
import { type Named, namedBodies } from './bodies.ts'
import { meetingNouns } from './kinds.ts'
import { ordinals } from './ordinals.ts'
import { type Sort, sortOf } from './sorts.ts'

/** The words by which a text names a meeting: `seventh session of the Working Group on the Smuggling of Migrants`. */
export type Phrase = {
  index: number
  length: number
  text: string
  /** True when it has a word that means a meeting, not only the name of a body. */
  meeting: boolean
}

type Hole = { index: number; length: number }

type Token = { index: number; end: number; kind: Sort | 'anchor' | 'noun' }

const word = /[\p{L}\p{M}\d][\p{L}\p{M}\d'’/&.-]*[\p{L}\p{M}\d]|[\p{L}\p{M}\d&]|[^\s\p{L}\p{M}\d]/gu
const dashes = /^[-–—‑]$/u

/**
 * Every phrase of a text that names a meeting or a body, in order, none overlapping; `holes` are dates and times, which are part of none.
 * Linear in the text's length.
 */
export function phrases(text: string, holes: Hole[] = []): Phrase[] {
  const found: Phrase[] = []
  const tokens = tokensOf(text, namedBodies(text), holes)
  let start = -1
  let anchored = false
  let meeting = false
  const close = (before: number): void => {
    if (anchored) push(found, text, (tokens[start] as Token).index, (tokens[before - 1] as Token).end, meeting)
    start = -1
    anchored = false
    meeting = false
  }
  for (const [i, token] of tokens.entries()) {
    const { kind } = token
    if (kind === 'stop' && !(anchored && isRelative(text, token))) close(i)
    else if (kind === 'noun' || kind === 'anchor' || kind === 'lead') {
      if (start < 0) start = i
      anchored ||= kind !== 'lead'
      meeting ||= kind === 'noun'
    } else if (start >= 0 && kind === 'other' && !anchored) close(i)
  }
  close(tokens.length)
  return /\p{Script=Han}/u.test(text) ? withHan(found, text, holes) : found
}

/** A run of signs up to a word that means a meeting; Chinese parts no words. */
const han =
  /[^\s,.;:!?，。；：、（）()“”《》于在将將至到]{2,40}?(?:[会會][议議](?![厅廳室文])|[届屆][会會](?![议議])|[论論][坛壇]|大[会會]|磋商|研[讨討][会會])/gu

function withHan(found: Phrase[], text: string, holes: Hole[]): Phrase[] {
  const said = [...text.matchAll(han)]
    .map((match) => ({ index: match.index, length: match[0].length, text: match[0], meeting: true }))
    .filter((phrase) => !holes.some((hole) => hole.index < endOf(phrase) && endOf(hole) > phrase.index))
  const others = found.filter(
    (phrase) =>
      !said.some((one) => one.index < endOf(phrase) && endOf(one) > phrase.index) && !/\p{Script=Han}/u.test(phrase.text),
  )
  return [...others, ...said].sort((a, b) => a.index - b.index)
}

/** `crimes that affect the environment` is one name; after a comma, or before a form of to be or to have, a new clause begins. */
function isRelative(text: string, { index, end }: Token): boolean {
  return (
    text.slice(index, end) === 'that' &&
    /\p{Ll}s $/u.test(text.slice(Math.max(0, index - 3), index)) &&
    /^ (?!(?:will|would|shall|may|can|is|are|was|were|has|have|had|took|takes?|met|meets?|began|the|it|they|we)\b)\p{Ll}+ /u.test(
      text.slice(end, end + 20),
    )
  )
}

function tokensOf(text: string, bodies: Named[], holes: Hole[]): Token[] {
  const nouns = new Set(meetingNouns(text).map(({ index }) => index))
  const counts = new Map(ordinals(text).map(({ index, length }) => [index, length]))
  const tokens: Token[] = []
  const inOrder = holes.toSorted((a, b) => a.index - b.index)
  let next = 0
  let body = 0
  let after = 0
  for (const match of matches(text, word)) {
    const { index } = match
    if (index < after) continue
    while (next < inOrder.length && endOf(inOrder[next] as Hole) <= index) next++
    const hole = inOrder[next]
    if (hole && hole.index <= index) {
      after = hole.index + hole.length
      tokens.push({ index, end: after, kind: 'stop' })
      continue
    }
    while (body < bodies.length && (bodies[body] as Named).index < index) body++
    const named = bodies[body]
    const count = counts.get(index)
    if (named && named.index === index) after = index + named.length
    else if (count !== undefined) after = index + count
    else after = index + match[0].length
    if (named && named.index === index) tokens.push({ index, end: after, kind: named.kind ? 'noun' : 'anchor' })
    else if (count !== undefined) tokens.push({ index, end: after, kind: 'lead' })
    else tokens.push({ index, end: after, kind: sort(match[0], index, text, nouns) })
    if (match[0] === '(') {
      // An abbreviation in brackets belongs to the name before it: `(COP UNTOC)`.
      const closing = text.indexOf(')', index)
      if (
        closing > 0 &&
        closing - index < 24 &&
        /^[\p{Lu}\d][\p{L}\d/ -]*$/u.test(text.slice(index + 1, closing)) &&
        /\p{Lu}{2}/u.test(text.slice(index, closing))
      ) {
        tokens[tokens.length - 1] = { index, end: closing + 1, kind: 'other' }
        after = closing + 1
      }
    }
  }
  return tokens
}

function endOf({ index, length }: Hole): number {
  return index + length
}

function sort(said: string, index: number, text: string, nouns: Set<number>): Token['kind'] {
  if (nouns.has(index)) return 'noun'
  if (dashes.test(said)) return /\S/.test(text.charAt(index - 1)) ? 'joint' : 'stop'
  if (/^[^\p{L}\p{M}\d&]/u.test(said))
    return said === "'" || said === '’' || said === '“' || said === '”' || said === '"' ? 'other' : 'stop'
  if (said.length === 2 && /^in Persons\b/i.test(text.slice(index, index + 12))) return 'joint'
  return sortOf(said)
}

function push(found: Phrase[], text: string, from: number, to: number, meeting: boolean): void {
  const said = text.slice(from, to)
  const lead = /^(?:(?:the|of|on|to|for|and|against|[-–—&])\s+)+/i.exec(said)?.[0].length ?? 0
  const tail = /(?:\s+(?:the|of|on|to|for|and|against|[-–—&]|du|de|le|la))+$/i.exec(said)?.[0].length ?? 0
  const trimmed = said.slice(lead, said.length - tail)
  if (trimmed !== '') found.push({ index: from + lead, length: trimmed.length, text: trimmed, meeting })
}
