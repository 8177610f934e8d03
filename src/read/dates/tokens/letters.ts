import { once } from '../../once.ts'

/** What a character is to the reader of dates. */
export const kindOf = { mark: 1, space: 2, line: 3, digit: 4, letter: 5, sign: 6, dash: 7, skip: 8 } as const

const known = new Uint8Array(0x10000)

/** The kind of a UTF-16 unit, one of {@link kindOf}; `sign` is a character that is a word by itself (Han, Hangul). */
export function characterKind(code: number): number {
  const kind = known[code] as number
  if (kind) return kind
  const found = judge(code)
  known[code] = found
  return found
}

/** Control characters, soft hyphen, joiners, tatweel, bidi marks, variation selectors: nobody sees them. */
const unseen: [number, number][] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0xad, 0xad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x0640, 0x0640],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
]

function judge(code: number): number {
  const character = String.fromCharCode(code)
  if ('\n\r\v\f\u0085\u2028\u2029'.includes(character)) return kindOf.line
  if (unseen.some(([from, to]) => code >= from && code <= to)) return kindOf.skip
  if (/\s/.test(character)) return kindOf.space
  if (/\p{Nd}/u.test(character)) return kindOf.digit
  // U+FFFD between digits is a dash that lost its encoding.
  if (/[\p{Pd}~\u2043\u2190-\u21ff\u2212\u223c\u30fb\u02d7\u00ac\ufffd\uff5e\u301c]/u.test(character) && code !== 0x30fb)
    return kindOf.dash
  if (/[\p{Script=Han}\p{Script=Hangul}\u3007]/u.test(character)) return kindOf.sign
  if (/[\p{L}\p{M}]/u.test(character)) return kindOf.letter
  return kindOf.mark
}

/** The value of a decimal digit of any script: Unicode keeps the ten digits of a script together. */
export function digitValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero -= 1
  return code - zero
}

/** A word in lower case, without accents, Arabic vowels, hamza and unseen characters: the form in which words are looked up. */
export const fold = once(folded)

function folded(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[ىی]/g, 'ي')
    .replace(/ß/g, 'ss')
}

const marks: Record<string, string> = {
  '，': ',',
  '、': ',',
  '،': ',',
  '؛': ';',
  '；': ';',
  '：': ':',
  '∶': ':',
  '．': '.',
  '。': '.',
  '（': '(',
  '）': ')',
  '／': '/',
  '⁄': '/',
  '∕': '/',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '•': '·',
  '∙': '·',
  '⋅': '·',
  '・': '·',
  '＋': '+',
  '％': '%',
  '٪': '%',
  '＆': '&',
  '[': '(',
  ']': ')',
}

/** One spelling for each mark. */
export function foldMark(mark: string): string {
  return marks[mark] ?? mark
}
