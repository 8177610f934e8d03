import type { Sense } from '../words/senses.ts'
import { senseOf } from '../words/senses.ts'
import { hanNumber } from './han.ts'
import { characterKind, digitValue, fold, foldMark, kindOf } from './letters.ts'

/** A piece of text with its place (UTF-16 units, `end` exclusive). */
export type Token = {
  kind: 'number' | 'word' | 'dash' | 'mark'
  /** Folded word, ASCII digits, or one spelling of a mark. */
  text: string
  index: number
  end: number
  /** Value of a number of at most nine digits, else -1. */
  value: number
  /** Neither blank nor line end before it. */
  glued: boolean
  /** A line ends before it. */
  newLine: boolean
  /** The word begins with a capital letter. */
  capital: boolean
  /** Every letter of the word is a capital. */
  caps: boolean
  sense: Sense
}

const none: Sense = {}

/** The tokens of a text, in one pass: digits of all scripts, words split from digits and at `onlineJan`, dashes of all kinds alike. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let glued = true
  let newLine = true
  let at = 0
  while (at < text.length) {
    const kind = characterKind(text.charCodeAt(at))
    if (kind === kindOf.space || kind === kindOf.line || kind === kindOf.skip) {
      if (kind !== kindOf.skip) glued = false
      if (kind === kindOf.line) newLine = true
      at += 1
      continue
    }
    const mail = text[at] === '@' && glued ? mailAt(text, at, tokens) : undefined
    const token = mail ?? read(text, at, kind)
    token.glued = !mail && glued && tokens.length > 0
    token.newLine = newLine
    tokens.push(token)
    glued = true
    newLine = false
    at = token.end
  }
  return tokens
}

function read(text: string, at: number, kind: number): Token {
  if (kind === kindOf.digit) return number(text, at)
  if (kind === kindOf.letter) return word(text, at)
  if (kind === kindOf.dash) return make('dash', '-', at, at + 1)
  if (kind === kindOf.sign) {
    const han = hanNumber(text, at)
    if (han) return make('number', String(han.value), at, han.end, han.value)
    const sign = text[at] as string
    return make('word', sign, at, at + 1, -1, senseOf(sign))
  }
  return make('mark', foldMark(text[at] as string), at, at + 1)
}

function number(text: string, at: number): Token {
  let digits = ''
  let end = at
  for (let i = at; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    const kind = characterKind(code)
    if (kind === kindOf.digit) {
      if (digits.length < 10) digits += digitValue(code)
      end = i + 1
    } else if (kind !== kindOf.skip) break
  }
  return make('number', digits, at, end, digits.length < 10 ? Number(digits) : -1)
}

function word(text: string, at: number): Token {
  let end = at
  let plain = true
  for (let i = at; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    const kind = characterKind(code)
    if (kind === kindOf.letter) {
      if (i > at && code >= 65 && code <= 90 && isSmall(text.charCodeAt(i - 1))) break
      if (code > 127) plain = false
      end = i + 1
    } else if (kind === kindOf.skip) plain = false
    else break
  }
  // An address is no prose: nothing in it is a date.
  const linkEnd = end - at < 6 && mayLink(text, end) ? link(text, at, end) : 0
  if (linkEnd) return make('mark', 'link', at, linkEnd)
  const raw = text.slice(at, end)
  const folded = end - at > 40 ? '…' : plain ? raw.toLowerCase() : fold(raw)
  const first = text[at] as string
  const capital = first !== first.toLowerCase()
  return make('word', folded, at, end, -1, senseOf(folded), capital, capital && raw === raw.toUpperCase())
}

/** A mail address is no prose either; the tokens of its name are taken back. */
function mailAt(text: string, at: number, tokens: Token[]): Token | undefined {
  let end = at + 1
  while (end < text.length && end - at < 255 && /[a-z0-9.-]/i.test(text[end] as string)) end += 1
  if (end - at < 4 || !text.slice(at, end).includes('.')) return undefined
  let index = at
  for (let last = tokens.at(-1); last; last = tokens.at(-1)) {
    tokens.pop()
    index = last.index
    if (!last.glued) break
  }
  return make('mark', 'link', index, end)
}

function isSmall(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff)
}

function mayLink(text: string, end: number): boolean {
  const next = text.charCodeAt(end)
  return next === 0x2e || next === 0x3a
}

function link(text: string, at: number, end: number): number {
  const starts = /^(?:https?|ftp|webcal)$/i.test(text.slice(at, end)) && text.startsWith('://', end)
  const www = !starts && /^www$/i.test(text.slice(at, end)) && text[end] === '.'
  if (!starts && !www) return 0
  let i = end
  while (i < text.length && text.charCodeAt(i) > 32 && text.charCodeAt(i) < 127 && !'<>"'.includes(text[i] as string)) i += 1
  return i
}

function make(
  kind: Token['kind'],
  text: string,
  index: number,
  end: number,
  value = -1,
  sense = none,
  capital = false,
  caps = false,
): Token {
  return { kind, text, index, end, value, glued: false, newLine: false, capital, caps, sense }
}
