import type { PrintedDate } from '../dates/index.ts'
import { namedBodies } from '../identity/bodies.ts'
import { meetingNouns } from '../identity/kinds.ts'
import { once } from '../once.ts'
import type { PrintedTime } from '../times/index.ts'
import { gap, masked } from './masked.ts'
import { saysSomething } from './says.ts'

/** The longest title printed; longer ones are cut at a word. */
const longestTitle = 220

/** The title in a line beside one of its dates; undefined when the line says nothing but dates, times and places. */
export function titleBeside(text: string, dates: PrintedDate[], times: PrintedTime[], which: number): string | undefined {
  const plain = /:\/\/|www\./.test(text)
    ? text.replace(/(?:https?:\/\/|www\.)\S+/g, (address) => ' '.repeat(address.length))
    : text
  if (!saysSomething(masked(plain, dates, times))) return undefined
  const pieces = piecesBetween(plain, dates, times)
  const words = pieces.map((piece) => cleaned(piece))
  const rated = words.map((piece) => rate(piece))
  if (dates.length === 1) {
    const best = rated.indexOf(Math.max(...rated))
    return words[best] || undefined
  }
  const dateFirst = (rated[0] ?? 0) === 0 && (rated.at(-1) ?? 0) > 0
  // `Date: 10 to 14 March (pre-session consultations: 7 March)`: what the first date is of stands elsewhere.
  if (!dateFirst && which === 0 && words[0] === '' && words.slice(1).some((piece) => qualifies.test(piece))) return undefined
  const own = dateFirst ? which + 1 : which
  const piece = words[own] ?? ''
  const [first = ''] = words.filter((_, i) => (rated[i] ?? 0) > 1)
  if (own > 0 && first !== piece && qualifies.test(piece) && piece.length < 60 && namedBodies(piece).length === 0)
    return `${first.replace(/[:,]\s*(?:regular|first|main) (?:part|session)$/i, '')}, ${piece}`
  if ((rated[own] ?? 0) > 1) return piece
  for (let i = own; i >= 0; i--) if ((rated[i] ?? 0) > 1) return words[i]
  const best = rated.indexOf(Math.max(...rated))
  return words[best] || undefined
}

/** The title in words without dates. */
export const titleAlone = once((text) => titleBeside(text, [], [], 0))

const qualifies =
  /^(?:and\s+)?(?:the\s+)?(?:reconvened|resumed|continued|high-level|ministerial|thematic|pre-?session|preparatory|second|third|opening|closing)\b/i

/** The text before the first date, between dates, and after the last. */
function piecesBetween(text: string, dates: PrintedDate[], times: PrintedTime[]): string[] {
  const pieces: string[] = []
  let at = 0
  for (const date of [...dates, undefined]) {
    const end = date?.index ?? text.length
    const from = at
    const inside = times.filter(({ index, length }) => index >= from && index + length <= end)
    const moved = inside.map((time) => ({ ...time, index: time.index - from }))
    pieces.push(masked(text.slice(from, end), [], moved))
    at = date ? date.index + date.length : end
  }
  return pieces
}

const rate = once(rated)

function rated(piece: string): number {
  if (piece === '') return 0
  return Math.min(1, piece.length / 60) + (meetingNouns(piece).length > 0 ? 2 : 0) + (namedBodies(piece).length > 0 ? 2 : 0)
}

/** A title without the brackets, commas, places and labels that parted it from its date. */
const cleaned = once(bare)

// Words of a place are parted by blanks and no longer than names are: runs of capitals could be cut into words in very many ways.
const cityAtEnd =
  /\s?[,(]?\s?(?:in\s)?(?<place>(?<![\p{L}.’'-])\p{Lu}[\p{L}.’'-]{1,40}(?:\s\p{Lu}[\p{L}.’'-]{1,40}){0,2}(?:\s?[,(]\s?\p{Lu}[\p{L}.’'-]{1,40}(?:\s\p{Lu}[\p{L}.’'-]{1,40}){0,2}\s?\)?)?)$/u

function bare(piece: string): string {
  let said =
    piece
      .replace(/\s+/g, ' ')
      .split(gap)
      .filter((part) => /\p{L}{2}/u.test(part))
      .sort((a, b) => rate(b.trim()) - rate(a.trim()))[0] ?? ''
  said = said.replace(/\([^()]*$/, (open) =>
    /[:：]\s*$/.test(open) ? open.replace('(', ' ') : saysSomething(open) && !/^\([^)]{0,60}$/.test(open) ? open : ' ',
  )
  said = said.replace(/^[^()]*\)(?=\s*[:–—-]?\s*\p{L})/u, (closed) => (saysSomething(closed) ? closed : ''))
  said = trimmed(said)
  const spot = /^[^:]{2,40}: (?=\S)/.exec(said)?.[0] ?? ''
  if (spot !== '' && !saysSomething(spot)) said = said.slice(spot.length)
  const parts = said.split(/\s*[,;|·]\s+|\s*[|·，；]\s*|\s+[–—-]\s+(?=[^–—-]{1,60}$)/)
  while (parts.length > 1 && !saysSomething(parts.at(-1) as string)) said = said.slice(0, said.lastIndexOf(parts.pop() as string))
  while (parts.length > 1 && !saysSomething(parts[0] as string))
    said = said.slice(said.indexOf(parts.shift() as string) + 1).replace(/^[^,;|·]*[,;|·]/, '')
  said = said.replace(/\b(?:tentative|provisional|proposed)? ?dates?\s*:?\s*$/i, '')
  for (let i = 0; i < 2; i++)
    said = trimmed(said)
      .replace(
        /(?:\s|^)(?:from|on|in|at|to be held|held|will be held|between|will take place|and|the|of|dates?|when|date and time|vom|le|du|el|del)(?:\s+(?:on|in|the|from))?$/i,
        '',
      )
      .replace(/^(?:and|on|the|dates?:|when:|title:|event:|meeting:|[a-h]\.|[ivx]{1,4}\.|\d{1,2}\.)\s+/i, '')
  said = said.replace(
    /^.{0,120}\b(?:participat\w+ in|tak\w+ part in|represented at|attend(?:s|ed|ing)?) (?:the|its) (?=\S+ \S)/i,
    '',
  )
  said = trimmed(said)
  const tail = Math.max(0, said.length - 200)
  const city = cityAtEnd.exec(said.slice(tail))
  if (city?.groups?.place && city.index + tail > 12 && !saysSomething(city.groups.place)) said = said.slice(0, city.index + tail)
  said = trimmed(said).replace(/(?<=\p{L}{3}|[\d)])[\s:–—-]+[([]?(?:cancell?ed|postponed|rescheduled)[)\]]?$/iu, '')
  return balanced(trimmed(said))
    .replace(/\s*\|\s*/g, ', ')
    .replace(
      /^(?:[([]\s?(?:cancell?ed|postponed|rescheduled)\s?[)\]]\s*|(?:cancell?ed|postponed|rescheduled|new date|updated?|new|upcoming(?: (?:events?|meetings?))?|next|save the date|forthcoming|event|reminder)\s*[:–—-]\s*)/i,
      '',
    )
}

function trimmed(said: string): string {
  return said
    .replace(/^[\s,;:，；：、|·•–—\-*.)\]]+|(?<![\s,;:，；：、|·•–—\-*([/@])[\s,;:，；：、|·•–—\-*([/@]+$/g, '')
    .replace(/(?<!\b(?:[A-Z]|etc))\.$/, '')
}

function balanced(said: string): string {
  const open = said.lastIndexOf('(')
  if (open >= 0 && said.indexOf(')', open) < 0) return trimmed(said.slice(0, open)) || said.slice(open + 1)
  const close = said.indexOf(')')
  return close >= 0 && said.lastIndexOf('(', close) < 0 ? trimmed(said.replace(')', ' ').replace(/\s+/g, ' ')) : said
}

/** At most {@link longestTitle} characters, cut at a word. */
export const shortened = once(cut)

function cut(said: string): string {
  const line = said.replace(/\s+/g, ' ').trim()
  if (line.length <= longestTitle) return line
  const start = line.slice(0, longestTitle - 1)
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), longestTitle / 2)).replace(/[\s,;:–—-]+$/, '')}…`
}
