import type { TextLink } from '../text.ts'
import { noLinks } from './block.ts'
import { fold } from './fold.ts'
import type { Tag } from './tags.ts'

/** The line being read: words, and which of them are links, bold or struck out. */
export type Line = {
  /** Blanks at the start are left out. */
  words: string
  struck: string
  links: TextLink[]
  times: string[] | undefined
  bold: number
  plain: number
  linked: number
  /** Bold words at the start, before any other. */
  lead: string
  /** An element began or ended since the last words: one of emphasis, a bare `<span>`, or one that may stand apart (`<span class>`). */
  seam: 'none' | 'close' | 'bare' | 'apart'
  /** It has blanks at least. */
  opened: boolean
}

/** A line without words. */
export function emptyLine(): Line {
  return {
    words: '',
    struck: '',
    links: noLinks,
    times: undefined,
    bold: 0,
    plain: 0,
    linked: 0,
    lead: '',
    seam: 'none',
    opened: false,
  }
}

/** Adds words to a line. Where two elements meet without a blank, one is put between what cannot be one word: `Fin27`, `21 AprilVienna`. */
export function add(line: Line, words: string, bold: boolean, linked: boolean): void {
  if (line.words === '' && isBlank(words)) {
    line.seam = 'none'
    line.opened = true
    return
  }
  if (line.seam !== 'none' && line.words !== '') {
    if (parted(line.words, words, line.seam)) line.words += ' '
  }
  line.seam = 'none'
  line.words += words
  let letters = 0
  for (let i = 0; i < words.length; i++) if (isSeen(words.charCodeAt(i))) letters++
  if (linked) line.linked += letters
  if (bold) {
    if (line.plain === 0) line.lead += words
    line.bold += letters
  } else line.plain += letters
}

/** An element inside the line begins or ends. */
export function meet(line: Line, { tag, hint }: { tag: Tag; hint: string }): void {
  if (line.seam === 'apart') return
  if (tag.apart && (tag.name !== 'span' || hint.trim() !== '')) line.seam = 'apart'
  else if (line.seam !== 'bare') line.seam = tag.name === 'span' ? 'bare' : 'close'
}

/** A time inside the line is said for machines too. */
export function timeIn(line: Line, datetime: string | undefined): void {
  if (!datetime) return
  if (line.times) line.times.push(datetime)
  else line.times = [datetime]
}

/** A link ends, or its line does: the words since it began are its text. */
export function linkEnds(line: Line, { href, from }: { href: string; from: number }, folded: (text: string) => string): void {
  if (href === '') return
  // A part of the line would keep all of the line so far in memory, for each link of it: a part of a short copy does not.
  const text = from === 0 ? folded(line.words) : fold(` ${line.words.slice(from)}`.slice(1))
  if (text === '') return
  // Most lines have one link at most: a list made of it has no room for more.
  if (line.links.length === 0) line.links = [{ text, href }]
  else line.links.push({ text, href })
}

function isBlank(words: string): boolean {
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i)
    if (code !== 32 && (code < 9 || code > 13)) return false
  }
  return true
}

function isSeen(code: number): boolean {
  return code > 32 && code !== 0xa0 && code !== 0xad && code !== 0xfeff && (code < 0x2000 || code > 0x206f)
}

const ordinal = /^(?:st|nd|rd|th|er|re|e|ème|eme|º|ª|o)(?![\p{L}\d])/iu

/** A superscript ends: an ordinal's ending joins its number, a footnote's mark goes. */
export function raised(line: Line, from: number): void {
  const before = line.words.slice(0, from)
  const mark = line.words.slice(from).trim()
  if (ordinal.test(mark) && /\d\s*$/.test(before)) line.words = before.trimEnd() + mark
  else if (/^[[(]?(?:\d{1,3}|[*†‡]+|[a-z])[\])]?$/.test(mark) && /\S$/.test(before)) line.words = before
}

function parted(said: string, words: string, seam: Line['seam']): boolean {
  const last = said.charAt(said.length - 1)
  const next = words.charAt(0)
  if (/\p{L}/u.test(last)) return /\d/.test(next) || (/\p{Ll}/u.test(last) && /\p{Lu}/u.test(next))
  if (!/\d/.test(last)) return false
  if (/\d/.test(next)) return seam === 'apart' || (seam === 'bare' && !isOneNumber(said, words))
  return /\p{L}/u.test(next) && !ordinal.test(words)
}

/** Word processors cut a number in two: `1` `8th`, `20` `19`. */
function isOneNumber(said: string, words: string): boolean {
  const number = `${/\d{1,4}$/.exec(said)?.[0]}${/^\d{1,4}/.exec(words)?.[0]}`
  return /^(?:\d\d|(?:19|20)\d\d)$/.test(number)
}

/** The line's words as one line of text, with the bold words it begins with when others follow. */
export function finished(
  line: Line,
  folded: (text: string) => string,
): { text: string; struck: string; lead: string; bold: boolean; linked: number } {
  const letters = line.bold + line.plain
  return {
    text: folded(line.words),
    struck: line.struck === '' ? '' : fold(line.struck),
    lead: line.plain > 0 && line.lead !== '' ? fold(line.lead) : '',
    bold: letters > 0 && line.plain <= letters * 0.03,
    linked: letters === 0 ? 0 : Math.min(1, line.linked / letters),
  }
}
