import type { Place } from '../../../event/index.ts'
import type { Block } from '../../../source/index.ts'
import { meetingNouns } from '../../identity/kinds.ts'
import { boxOf, type Sheet } from '../../layout/sheet.ts'
import { isLeftHeader } from '../../lines/senses/labels.ts'
import { once } from '../../once.ts'
import { placeOf } from '../../place/place.ts'
import { findTimes, type PrintedTime, timesIn } from '../../times/index.ts'
import type { Candidate } from '../candidates/candidate.ts'
import type { Ground } from '../listing.ts'

export function sentence({ entry: { view } }: Candidate): string {
  return view.text.slice(view.from, view.to)
}

/** The words of the card, or of the lines that follow and say only where and how. */
export function wordsNear(candidate: Candidate, { sheet, whole, isOfOther }: Ground): string[] {
  const { card, entry, own } = candidate
  const { blocks } = sheet.text
  if (whole !== '') return [entry.view.text, whole]
  const words = [own, entry.view.text]
  const from = card.whole ? entry.block : card.first
  const to = card.whole ? entry.block : Math.min(card.last, card.first + 20)
  for (let i = from; i <= to; i++)
    if (i !== entry.block && blocks[i] && !isOfOther(i, candidate.identity) && !isAside(blocks[i] as Block))
      words.push(labelled(blocks[i] as Block))
  const before: string[] = []
  // Where titles follow their dates, what stands before belongs to another meeting.
  let at = candidate.nameBlock > entry.block ? -1 : from - 1
  for (; at >= from - 3 && isPlaceLine(blocks[at]?.text ?? '') && (sheet.dates[at]?.length ?? 0) === 0; at--)
    before.push(blocks[at]?.text ?? '')
  // Place lines after another meeting's date are that meeting's.
  if ((sheet.dates[at]?.length ?? 0) === 0) words.push(...before)
  if (candidate.nameBlock >= 0) words.push(blocks[candidate.nameBlock]?.text ?? '')
  for (const block of placeLinesBelow(sheet, candidate.nameBlock === to + 1 ? to + 1 : to)) words.push(block.text)
  return words
}

/** The cell of its row that says nothing but how a meeting stands: `CANCELLED`. */
export function statusInRow(sheet: Sheet, block: number): string | undefined {
  const { blocks } = sheet.text
  const cell = blocks[block] as Block
  const row = cell.role === 'cell' ? boxOf(sheet, cell.box, 'tr') : undefined
  if (!row || row.last - row.first > 20) return undefined
  return blocks.slice(row.first, row.last + 1).find(({ text }) => onlyStatus.test(text))?.text
}

const onlyStatus = /^\W*(?:cancell?ed|postponed|tentative|provisional|tbc|to be confirmed)\W*$/i

/** What the next line is of, with a line of its own. */
const label = /^(?:where|venue|location|place|room|time|format|lieu|lugar)\s?[:：]?$/i

/** The lines right below that say only where, when in the day, and how. */
function placeLinesBelow({ text: { blocks }, dates }: Sheet, last: number): Block[] {
  const below: Block[] = []
  for (let i = last + 1; i <= last + 3 && i < blocks.length; i++) {
    const block = blocks[i] as Block
    const isPlace =
      block.role !== 'heading' && (dates[i]?.length ?? 0) === 0 && (isPlaceLine(block.text) || label.test(block.text))
    if (!isPlace) break
    below.push(block)
  }
  return below
}

/** A cell of a column of places, with the column's name. */
function labelled({ header, text }: Block): string {
  return header && isOfPlaces(header) ? `${header}: ${text}` : text
}

const isOfPlaces = once((header) => /^(?:location|venue|where|place|lieu|lugar|место|地点)$/i.test(header))

/** A cell of another fact (`Registration closes: tbc`) says nothing of the meeting itself. */
function isAside({ header }: Block): boolean {
  return header !== undefined && isLeftHeader(header)
}

const isPlaceLine = once(saysOnlyWhere)

function saysOnlyWhere(text: string): boolean {
  if (/^(?:location|venue|where|room|place|lieu|lugar)\b.{0,3}:/i.test(text)) return text.length < 200
  if (text === '' || text.length >= 120 || meetingNouns(text).length > 0) return false
  const { venue, format } = placeOf(text)
  return venue !== undefined || format !== undefined || (/\d/.test(text) && timesIn(text).length > 0)
}

export const placeIn = once(placeHeaded)

function placeHeaded(heading: string): Place {
  const isShouted = heading === heading.toUpperCase() && heading.length <= 40
  const { city, country, venue } = placeOf(
    isShouted ? heading.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()) : heading,
  )
  return { ...(venue ? { venue } : {}), ...(city ? { city } : {}), ...(country ? { country } : {}) }
}

export function timesNear({ entry, card, date }: Candidate, { sheet, lines }: Ground): PrintedTime[] {
  if (entry.row) return entry.row
  const line = lines.get(entry.block)
  const own = (line?.times ?? []).filter(({ index }) => belongs(index, entry, sheet))
  if (own.length > 0) return own
  const { blocks } = sheet.text
  const isLone = card.whole
  const from = isLone ? Math.max(0, entry.block - 6) : card.first
  const to = isLone ? Math.min(blocks.length - 1, entry.block + 6) : Math.min(card.last, card.first + 20)
  for (let i = from; i <= to; i++) {
    const block = blocks[i]
    if (!block || i === entry.block || sheet.frame[i] !== undefined) continue
    const dates = sheet.dates[i] ?? []
    if (dates.length > 0 && !dates.some(({ text }) => text === date.text)) continue
    if ((isLone && entry.style === 'line') || isOfOthers(block.text)) continue
    const times = dates.length > 0 ? findTimes(block.text, { dates }) : timesIn(block.text)
    if (times.length > 0) return times
  }
  if (isLone || entry.style !== 'bare') return []
  return (
    placeLinesBelow(sheet, to)
      .map(({ text }) => timesIn(text))
      .find((times) => times.length > 0) ?? []
  )
}

/** Hours of a desk, not of a meeting. */
const isOfOthers = once((words) => /\b(?:deadline|regist|opening hours|submit)/i.test(words))

/** A time belongs to the date nearest before it, or to the only one. */
function belongs(index: number, entry: Candidate['entry'], sheet: Sheet): boolean {
  const dates = sheet.dates[entry.block] ?? []
  if (dates.length === 1) return true
  const owner = dates.findLast((date) => date.index < index) ?? dates[0]
  return owner?.index === entry.date.index
}
