import { senseOf } from '../words/senses.ts'
import type { Reader } from './reader.ts'
import { at, inLanguage, is } from './reader.ts'

/** A month's name at a token and the token after it; `shy` when the word alone does not make it a month. */
export type Month = { month: number; end: number; shy: boolean; kind: 'capital' | 'language' | undefined }

/** The month named at a token: one word, two words of Arabic, or both of the names that UN Arabic prints (`أيار/مايو`), and a full stop. */
export function monthAt(reader: Reader, i: number): Month | undefined {
  const first = single(reader, i)
  if (!first) return undefined
  const slash = at(reader, first.end)
  const second = is(slash, '/') || is(slash, '(') ? single(reader, first.end + 1) : undefined
  if (second && second.month === first.month) {
    const end = is(slash, '(') && is(at(reader, second.end), ')') ? second.end + 1 : second.end
    return { ...first, end, shy: false, kind: undefined }
  }
  return first
}

function single(reader: Reader, i: number): Month | undefined {
  const token = at(reader, i)
  if (token.kind !== 'word') return undefined
  const next = at(reader, i + 1)
  const pair = next.kind === 'word' && token.text.length < 8 ? senseOf(`${token.text}_${next.text}`) : undefined
  if (pair?.month) return { month: pair.month, end: i + 2, shy: false, kind: undefined }
  const { month, languages, shy } = token.sense
  if (!month) return undefined
  const dot = at(reader, i + 1)
  const end = is(dot, '.') && dot.glued && shortened(reader, i) ? i + 2 : i + 1
  const owned = inLanguage(reader, languages) && !inLanguage(reader, ['en'])
  return { month, end, shy: shy !== undefined && !owned, kind: shy }
}

/** True when the full stop after a month's name is of the name: `Sept.`; after `May.` only where a day follows, and no `in May.` ends a sentence. */
function shortened(reader: Reader, i: number): boolean {
  const { text } = at(reader, i)
  if (text.length > 5) return false
  if (!/^(?:may|june|july|mai|mars|juin|mayo|juni|juli)$/.test(text)) return true
  return at(reader, i + 2).kind === 'number' && !/^(?:in|en|im|during|this|of)$/.test(at(reader, i - 1).text)
}
