import type { DateOptions } from '../printed.ts'
import type { Token } from '../tokens/tokens.ts'

/** What the grammar reads from: the tokens, the language said, and which order of 05/06 the text has shown. */
export type Reader = {
  tokens: Token[]
  options: DateOptions
  /** How many numeric dates can only be day first, and month first. */
  seen: { dayFirst: number; monthFirst: number }
}

/** The token that opens and closes every text. */
const nothing: Token = {
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

/** The token at a place, or {@link nothing} outside the text. */
export function at(reader: Reader, i: number): Token {
  return reader.tokens[i] ?? nothing
}

/** True when the token is this mark. */
export function is(token: Token, mark: string): boolean {
  return token.kind === 'mark' && token.text === mark
}

/** True when the search is in this language. */
export function inLanguage(reader: Reader, languages: string[] = []): boolean {
  const language = reader.options.language?.slice(0, 2).toLowerCase()
  return language !== undefined && languages.includes(language)
}
