import { matches } from '../matches.ts'
import type { Ordinal } from './ordinals.ts'

/** Stems and values of the ordinals of one language: units, those below twenty, and tens, alone and before a unit. */
const russian = {
  units: 'перв втор треть|трет четв[её]рт пят шест седьм восьм девят'.split(' '),
  teens: 'десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат'.split(' '),
  tens: 'двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност'.split(' '),
  before: 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' '),
}
const ending = '(?:ый|ой|ий|ая|ья|ое|ье|ого|его|ьего|ьей|ей|ому|ьему|ым|ьим|им|ом|ьем|ую|ью)'
const cyrillic = new RegExp(
  String.raw`(?<!\p{L})(?:(?:(${russian.before.join('|')})[\s-])?(?:${russian.units.map((stem) => `(${stem})`).join('|')})|${russian.teens.map((stem) => `(${stem})`).join('|')}|${russian.tens.map((stem) => `(${stem})`).join('|')})${ending}(?!\p{L})`,
  'giu',
)

const arabicUnits = [
  '(?:الحادي|الأول|الاول)',
  'الثاني',
  'الثالث',
  'الرابع',
  'الخامس',
  'السادس',
  'السابع',
  'الثامن',
  'التاسع',
  'العاشر',
]
const arabicTens = 'عشر ثلاث [أا]ربع خمس ست سبع ثمان تسع'.split(' ')
const arabic = new RegExp(
  String.raw`(?<!\p{L})(?:${arabicUnits.map((word) => `(${word})`).join('|')})[ةى]?(?:\s(عشرة?)|\s(?:و)(?:${arabicTens.map((stem) => `(ال${stem}(?:ون|ين))`).join('|')}))?(?!\p{L})|(?<!\p{L})(?:${arabicTens.map((stem) => `(ال${stem}(?:ون|ين))`).join('|')})(?!\p{L})`,
  'gu',
)

const hanDigits = '〇一二三四五六七八九'
const han = /第([〇零一二三四五六七八九十百]{1,6}|\d{1,3})(?=\s?[次届屆])/gu

/** Ordinals in Russian, Arabic and Chinese words, in order; values up to 199. */
export function ordinalsInLanguages(text: string): Ordinal[] {
  if (/[а-яё]/i.test(text)) return matches(text, cyrillic).map((match) => counted(match, cyrillicValue(match)))
  if (/ال/.test(text)) return matches(text, arabic).map((match) => counted(match, arabicValue(match)))
  if (text.includes('第')) return matches(text, han).map((match) => counted(match, hanValue(match[1] as string)))
  return []
}

function counted({ index, 0: { length } }: RegExpExecArray, value: number): Ordinal {
  return { index, length, value }
}

function cyrillicValue([, before, ...groups]: RegExpExecArray): number {
  const at = groups.findIndex((group) => group !== undefined)
  const tens = before ? (russian.before.indexOf(before.toLowerCase()) + 2) * 10 : 0
  if (at < 9) return tens + at + 1
  return at < 19 ? at + 1 : (at - 17) * 10
}

function arabicValue([, ...groups]: RegExpExecArray): number {
  const at = groups.findIndex((group) => group !== undefined)
  if (at >= 19) return (at - 17) * 10
  const ten = groups.slice(11, 19).findIndex((group) => group !== undefined)
  return at + 1 + (groups[10] ? 10 : ten >= 0 ? (ten + 2) * 10 : 0)
}

function hanValue(said: string): number {
  if (/^\d+$/.test(said)) return Number(said)
  const [, hundreds = '', rest = ''] = /^(?:(.?)百[零〇]?)?(.*)$/u.exec(said) ?? []
  const [, tens, ones = ''] = /^(?:(.?)十)?(.?)$/u.exec(rest) ?? []
  const digit = (sign: string) => Math.max(0, hanDigits.indexOf(sign))
  return (
    (said.includes('百') ? (digit(hundreds) || 1) * 100 : 0) + (tens === undefined ? 0 : (digit(tens) || 1) * 10) + digit(ones)
  )
}
