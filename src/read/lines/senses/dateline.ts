import { isLong, type PrintedDate } from '../../dates/index.ts'
import { placeless } from '../../place/place.ts'
import type { View } from '../view.ts'

/** A day that begins a text after a place or an agency: `VIENNA, 16 May (UNIS) –`. */
export function isDateline({ before, after, from, date, prose, others, text }: View): boolean {
  if (from !== 0 || isLong(date.ranges[0])) return false
  const isFirst = before.trim() === ''
  if (isFirst && prose && date.yearPrinted && /^\s*[-–—]{1,3}\s*\p{Lu}/u.test(after) && others.length > 1) return true
  if (date.precision !== 'day' || date.ranges.length > 1 || today.test(after)) return false
  if (isFirst && text.length < 120 && /^[\s,|·–-]*(?:by|par|por|von)\s+\p{Lu}/u.test(after)) return true
  if (isFirst && /^\s*[:：]\s*\p{Lu}/u.test(after) && others.some((other) => isHeld(text, other, date))) return true
  // `VIENNA, (WAM - 24th May, 2025)`
  if (/^[^().;:]{3,40},?\s*\([^().;:]{2,60}\s[-–—]\s*$/.test(before) && /^\s*\)/.test(after)) return true
  // `GENEVA (29 October 2020) - The`
  if (/\(\s*$/.test(before) && isPlace(before.replace(/\(\s*$/, '')) && /^\s*\)\s*[-–—]{1,2}\s*\p{Lu}/u.test(after)) return true
  const end = date.index + date.length
  if ((prose || text.length > 120) && afterPlace.test(text.slice(end, end + 60)) && isPlace(before)) return true
  const place = (isFirst && prose) || afterCapital.test(before)
  return place && opensText.test(after)
}

/** `VIENNA, 13 October – The 100th meeting will be held today`. */
const today = /^[^.;]{0,200}\b(?:(?:will be|is|is being|to be) held|(?:will )?takes? place|is taking place) today\b/i

/** A name before a dateline's day, however it is written. */
const afterCapital = /^\W{0,3}[\p{Lu}][\p{L} .'’-]{2,40}(?:\s?\([\p{L} ]+\))?,?\s*(?:(?:le|el|den)\s+)?$/u
const opensText =
  /^\s*(?:\((?:UN Information Service|UNIS|UNODC|UN News|[\p{Lu}][\p{L} ]{2,40})\)\s*[-–—]|[-–—]{1,3}\s*(?:On|In|The|At|A|Media|Today|Les?|La|Los|Las|El|En)\b|\s—\s)/u

/** Another date of the line is the one on which its meeting is held: `14 June 2021: The session will be held from 6 to 10 September`. */
function isHeld(text: string, { index }: PrintedDate, first: PrintedDate): boolean {
  const end = first.index + first.length
  return (
    index >= end &&
    /\b(?:held|takes? place|scheduled|convened?)\b[^.;]{0,60}$/i.test(text.slice(Math.max(end, index - 90), index))
  )
}

/** What follows the day of a dateline: an agency, a full stop, a dash. */
const afterPlace =
  /^\s*(?:\([\p{Lu}\p{Lo}\d][\p{L} /]{1,40}\)\s*[-–—:]|\.?\s*\/[\p{L} ]{2,20}\/|\.\s+\p{Lu}|(?:\.\s?|\s)[-–—]{1,2}\s*\p{Lu})/u

/** A place in capitals, or a city we know: `ВЕНА, 13 августа. /ТАСС/.` */
function isPlace(said: string): boolean {
  const before = said.replace(/\s*\[\p{L}{2,20}\]/u, '')
  return (
    /^\W{0,3}[^\d,.;:]{3,40},?\s*$/.test(before) &&
    (before === before.toUpperCase() || placeless(before).replace(/[^\p{L}]/gu, '').length < 3)
  )
}
