import type { Reader } from '../points/reader.ts'
import { at, inLanguage, is } from '../points/reader.ts'
import { isVague } from './around.ts'
import type { Link } from './chain.ts'

/** Whether a chain is a date in its place: months alone need a year or a word before them, bare numbers a year or a language. */
export function stands(reader: Reader, links: Link[]): boolean {
  const first = (links[0] as Link).point
  if (first.order === 'month-only') return monthStands(reader, links)
  if (links.some(({ point }) => point.bare && point.year === undefined)) return bareStands(reader, links)
  return true
}

function monthStands(reader: Reader, links: Link[]): boolean {
  const first = (links[0] as Link).point
  const last = (links.at(-1) as Link).point
  const before = at(reader, first.start - 1)
  if (isVague(reader, first.start)) return false
  // A number that is no day, as in `Annex 3 May`, leaves the month unread too.
  if (before.kind === 'number' && !before.glued && before.text.length < 3 && before.value <= 31 && before.value > 0) return false
  if (first.year !== undefined) return true
  const named =
    /^(?:in|during|this|next|last|since|until|by|every|en|em|im|in|nel|в|في|خلال|de|starting|from|courant|durante)$/.test(
      before.text,
    )
  const after = at(reader, last.end)
  const pause = (token: { text: string; newLine: boolean }) =>
    token.text === '' || token.newLine || /^[,;:()·|/]$/.test(token.text)
  const capital = at(reader, first.start).capital
  return (
    (named && (capital || !inEnglish(reader, first.start))) ||
    // `March/April Committee on …` begins with a stretch of months.
    ((before.text === '' || at(reader, first.start).newLine || pause(before)) && (isSlashed(reader, links) || pause(after)))
  )
}

function inEnglish(reader: Reader, i: number): boolean {
  return at(reader, i).sense.languages?.includes('en') === true
}

/** `29/4` and `12.05.` without a year: only in languages that write so, in brackets or after a word that calls for a date. */
function bareStands(reader: Reader, links: Link[]): boolean {
  const first = (links[0] as Link).point
  const before = at(reader, first.start - 1)
  if (first.weekday !== undefined) return true
  if (!inLanguage(reader, ['fr', 'es', 'pt', 'it', 'de', 'nl', 'ru', 'ar'])) return false
  if (is(at(reader, first.end - 1), '.')) return true
  return is(before, '(') || /^(?:le|du|les|el|del|dia|em|am|vom|с|по|до|il|dal|يوم)$/.test(before.text)
}

function isSlashed(reader: Reader, [, second]: Link[]): boolean {
  return second !== undefined && is(at(reader, second.point.start - 1), '/')
}
