import { matches } from '../matches.ts'
import { once } from '../once.ts'
import { ordinalsInLanguages } from './ordinals-in-languages.ts'

/** A number that counts sessions or meetings, as words or digits: `sixty-seventh`, `67th`, `13e`. */
export type Ordinal = { index: number; length: number; value: number }

const ones =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const value = new Map<string, number>([
  ...ones.map((word, i) => [word, i + 1] as const),
  ...tens.map((word, i) => [word, (i + 2) * 10] as const),
  ...tens.map((word, i) => [`${word.slice(0, -1)}ieth`, (i + 2) * 10] as const),
  ['fourty', 40],
  ['fourtieth', 40],
  ['hundredth', 100],
  ['premier', 1],
  ['première', 1],
  ['deuxième', 2],
  ['troisième', 3],
  ['quatrième', 4],
  ['cinquième', 5],
  ['sixième', 6],
  ['septième', 7],
  ['huitième', 8],
  ['neuvième', 9],
  ['dixième', 10],
  ['onzième', 11],
  ['douzième', 12],
  ['treizième', 13],
  ['quatorzième', 14],
  ['quinzième', 15],
  ['seizième', 16],
  ['dix-septième', 17],
  ['dix-huitième', 18],
  ['dix-neuvième', 19],
  ['primer', 1],
  ['primera', 1],
  ['segundo', 2],
  ['segunda', 2],
  ['tercer', 3],
  ['tercera', 3],
  ['cuarto', 4],
  ['cuarta', 4],
  ['quinto', 5],
  ['quinta', 5],
  ['sexto', 6],
  ['sexta', 6],
  ['séptimo', 7],
  ['séptima', 7],
  ['octavo', 8],
  ['octava', 8],
  ['noveno', 9],
  ['novena', 9],
  ['décimo', 10],
  ['décima', 10],
])
const frenchTens: Record<string, number> = {
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  'quatre-vingt': 80,
}
const spanishTens: Record<string, number> = {
  vigésim: 20,
  trigésim: 30,
  cuadragésim: 40,
  quincuagésim: 50,
  sexagésim: 60,
  septuagésim: 70,
  octogésim: 80,
  nonagésim: 90,
}
const unit = ones.join('|')
const ten = [...tens, 'fourty'].join('|')
const tenth = [...value.keys()].filter((word) => /ieth$/.test(word)).join('|')
const single = [...value.keys()]
  .filter(
    (word) =>
      /[èo]|primer|tercer|cuarta|quinta|segunda|sexta|séptima|octava|novena|décima/.test(word) &&
      !/^(?:second|fo|two)/.test(word),
  )
  .join('|')
const ordinal = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:(one[ -])?hundred(?: and)?[ -])?(?:(${ten})[ -]?(${unit})|(${tenth})|(${unit}))|((?:one[ -])?hundredth)|(${single})|(\d{1,3})(?:\.? ?(?:st|nd|rd|th|ère|ème|eme|ième|er|re|e|º|ª|°|-й|-я)|[mvrdtn][ao]))(?![\p{L}\d])`,
  'giu',
)

const frenchUnits =
  'unième deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième'.split(
    ' ',
  )
const spanishUnits = 'primer segund tercer cuart quint sext séptim octav noven'.split(' ')
const compound = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(${Object.keys(frenchTens).join('|')})(?:ième|[- ](?:et[- ])?(${frenchUnits.join('|')}))|(?:(${Object.keys(spanishTens).join('|')})[oa]?(?:[ -]?(${spanishUnits.join('|')})[oa]?)?|d[ée]cim[oa][ -]?(${spanishUnits.join('|')})[oa]?))(?![\p{L}\d])`,
  'giu',
)

function romance(text: string): Ordinal[] {
  if (!/ième|[ée]sim[oa]|d[ée]cim[oa]/i.test(text)) return []
  return matches(text, compound).map((match) => {
    const [all, french, unitF, spanish, unitS, tenth] = match
    const lower = (word: string | undefined) => word?.toLowerCase() ?? ''
    const sum = french
      ? (frenchTens[lower(french)] ?? 0) + frenchUnits.indexOf(lower(unitF)) + 1
      : (spanish ? (spanishTens[lower(spanish)] ?? 0) : 10) + spanishUnits.indexOf(lower(unitS ?? tenth)) + 1
    return { index: match.index, length: all.length, value: sum }
  })
}

/** Every ordinal of a text, in order; values up to 199. */
export const ordinals = once(counted)

function counted(text: string): Ordinal[] {
  const compounds = romance(text)
  const simple = matches(text, ordinal).map((match) => {
    const [all, , above, below, round, lone, hundredth, other, digits] = match
    const words = [above, below, round, lone, other].map((word) => (word ? (value.get(word.toLowerCase()) ?? 0) : 0))
    const sum = words.reduce((total, more) => total + more, 0)
    const hundred = hundredth !== undefined || /hundred/i.test(all) ? 100 : 0
    return { index: match.index, length: all.length, value: digits === undefined ? sum + hundred : Number(digits) }
  })
  const free = simple.filter(({ index }) => !compounds.some((one) => index >= one.index && index < one.index + one.length))
  const others = ordinalsInLanguages(text)
  if (compounds.length + others.length === 0) return simple
  return [...free, ...compounds, ...others].sort((a, b) => a.index - b.index)
}

/** The ordinal in words: `sixty-seventh`; digits above 199. */
export function ordinalWord(number: number): string {
  if (number < 1 || number > 199) return `${number}th`
  const hundred = number >= 100 ? (number === 100 ? 'one hundredth' : 'one hundred and ') : ''
  const rest = number % 100
  if (rest === 0) return hundred
  if (rest < 20) return hundred + ones[rest - 1]
  const tenWord = tens[Math.floor(rest / 10) - 2] as string
  return hundred + (rest % 10 === 0 ? `${tenWord.slice(0, -1)}ieth` : `${tenWord}-${ones[(rest % 10) - 1]}`)
}
