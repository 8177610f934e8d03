import { openingTens, ordinal } from './ordinals.ts'

/** A title taken apart: words without fillers, numbers and ordinals as numbers, years apart from them. */
export type Words = {
  words: string[]
  numbers: Set<number>
  years: Set<number>
  /** Words that tell meetings of one session apart: `resumed`, `reconvened`, `intersessional`. */
  marks: Set<string>
}

const fillers = new Set(
  'of the on and for in to a an at by with its into un united nations unodc uncac untoc against convention provisional tentative'.split(
    ' ',
  ),
)
const marks = new Set(
  'reconvened resumed continued intersessional thematic segment preparatory informal organizational concluding regional side briefing joint'.split(
    ' ',
  ),
)
/** Short forms that sources use for what others write out. */
const shortForms = new Map([
  ['ccpcj', 'commission crime prevention criminal justice'],
  ['cnd', 'commission narcotic drugs'],
  ['cosp', 'conference states parties'],
  ['cop', 'conference parties'],
  ['irg', 'implementation review group'],
  ['wg', 'working group'],
  ['ahc', 'ad hoc committee'],
])
const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const dates = new RegExp(`\\b\\d{1,2}(?:\\s*-\\s*\\d{1,2})?\\s+(?:${months})\\b`, 'g')

/** Takes a title apart; printed dates in it are left out, years kept. */
export function wordsOf(title: string): Words {
  const taken: Words = { words: [], numbers: new Set(), years: new Set(), marks: new Set() }
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\p{Pd}/gu, '-')
  let opened: number | undefined
  for (const token of plain.replace(dates, ' ').match(/[\p{L}\p{N}]+/gu) ?? []) {
    opened = takeToken(token, opened, taken)
  }
  if (opened) taken.numbers.add(opened)
  taken.words = [...new Set(taken.words)]
  return taken
}

function takeToken(token: string, opened: number | undefined, taken: Words): number | undefined {
  if (/^(19|20)\d\d$/.test(token)) taken.years.add(Number(token))
  const number = ordinal(token)
  if (number !== undefined) {
    taken.numbers.add(opened && number < 10 ? opened + number : number)
    return undefined
  }
  if (opened) taken.numbers.add(opened)
  const tens = openingTens(token)
  if (tens || /^\d+$/.test(token)) return tens
  for (const word of shortForms.get(token)?.split(' ') ?? [token]) {
    if (fillers.has(word)) continue
    const stem = word.length > 4 ? word.replace(/s$/, '') : word
    taken.words.push(stem)
    if (marks.has(stem)) taken.marks.add(stem)
  }
  return undefined
}
