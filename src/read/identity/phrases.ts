import { matches } from '../matches.ts'
import { type Named, namedBodies } from './bodies.ts'
import { meetingNouns } from './kinds.ts'
import { ordinals } from './ordinals.ts'

/** The words by which a text names a meeting: `seventh session of the Working Group on the Smuggling of Migrants`. */
export type Phrase = {
  index: number
  length: number
  text: string
  /** True when it has a word that means a meeting, not only the name of a body. */
  meeting: boolean
}

type Hole = { index: number; length: number }

type Token = { index: number; end: number; kind: 'anchor' | 'noun' | 'lead' | 'joint' | 'stop' | 'other' }

const leads =
  /^(?:regular|resumed|reconvened|continued|continuation|concluding|organi[sz]ational|special|extraordinary|annual|biennial|inter-?sessional|thematic|informal|formal|joint|open-ended|inter-?governmental|expert|experts|high-level|ministerial|preparatory|pre-session|pre-congress|virtual|online|hybrid|general|global|regional|international|side|public|final|substantive|stakeholders?|multi-stakeholder|civil|society|youth|plenary|ad|hoc|technical|subsidiary|bodies|review|working|group|groups|study|panel|commemorative|in-person|[a-z]+-related|next|upcoming|two|three|four|five|six|première|prochaine|intersession|extraordinaire|ordinaire|spéciale|reprise|suite|continuación|reanudación)$/iu
const joints = /^(?:of|the|on|to|for|and|against|de|du|des|la|le|les|l|d|sur|contre|pour|et|del|los|las|el|y|para|contra|&)$/iu
const stops =
  /^(?:registration|deadlines?|applications?|submissions?|information|report|note|agenda|programme|statement|annotated|draft|invitations?|accreditation|participation|will|shall|would|may|might|can|could|should|must|is|are|was|were|be|been|being|has|have|had|take|takes|took|taking|begins?|began|starts?|started|starting|opens?|opened|closes?|closed|ends?|ended|concludes?|concluded|adjourned|meets?|met|held|holds?|runs?|convenes?|convened|reconvenes?|scheduled|postponed|cancell?ed|rescheduled|planned|expected|envisaged|entitled|titled|called|adopted|decided|recommended|requested|which|that|who|whom|where|when|while|whose|in|at|from|by|with|as|between|during|since|until|till|under|after|before|ahead|prior|following|including|included|via|through|within|per|about|beginning|falling|arising|organi[sz]ed|hosted|co-hosted|back-to-back|attended|their|this|these|its|our|it|they|we|you|please|not|an?|focus|discuss|sera|seront|aura|auront|est|sont|a|ont|se|tiendra|tiendront|lieu|à|au|aux|dans|par|qui|que|en|avec|será|tendrá|lugar|se|celebrará|sont|il|elle|состоится|состоятся|пройд[её]т|проводится|в|с|по|из|г|года|register|registered|bring|brings|came|cet|cest|gmt|utc|est|edt|et)$/iu
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
  if (joints.test(said) || /^in Persons\b/i.test(text.slice(index, index + 12))) return 'joint'
  if (stops.test(said)) return 'stop'
  if (leads.test(said) || /^\p{Lu}/u.test(said)) return 'lead'
  return 'other'
}

function push(found: Phrase[], text: string, from: number, to: number, meeting: boolean): void {
  const said = text.slice(from, to)
  const lead = /^(?:(?:the|of|on|to|for|and|against|[-–—&])\s+)+/i.exec(said)?.[0].length ?? 0
  const tail = /(?:\s+(?:the|of|on|to|for|and|against|[-–—&]|du|de|le|la))+$/i.exec(said)?.[0].length ?? 0
  const trimmed = said.slice(lead, said.length - tail)
  if (trimmed !== '') found.push({ index: from + lead, length: trimmed.length, text: trimmed, meeting })
}
