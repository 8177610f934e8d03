import type { Listing } from '../../../event/index.ts'
import { apart, resolve } from '../../dates/index.ts'
import { boxesAround, type Sheet } from '../../layout/sheet.ts'
import type { Entry } from '../../lines/entries.ts'
import type { Found } from '../from-text.ts'

const longestNotice = 400

/** Notes of dates that hold no more and last days go to the meeting of their line, row or section, or to the only one of the page. */
export function afterwards(found: Found, entries: Entry[], sheet: Sheet): void {
  const only = onlyOf(found)
  for (const entry of entries) {
    const { sense, date, view } = entry
    if ((sense.is !== 'deadline' || isNoLastDay(view)) && sense.is !== 'superseded') continue
    const listing = meetingOf(found, entry, sheet, only)
    const when = listing?.when && resolve(date, Number(listing.when.start.slice(0, 4)))
    if (!listing?.when || !when || !('start' in when)) continue
    const words = view.text.slice(view.from, view.to).trim()
    if (sense.is === 'superseded') {
      const isBeside = takenIn(found, entry.block, entry.block).length === 1
      const { index } = /\b(?:originally|initially|previously|first|had been|was|were)\b[^.;]*$/i.exec(view.before) ?? {
        index: -1,
      }
      listing.note ??= index < 0 || !isBeside ? words.slice(0, 300) : view.before.slice(index) + date.text
      if (isBeside && listing.status === 'confirmed') listing.notice ??= 'rescheduled'
    } else if (sense.is === 'deadline' && when.end <= listing.when.end && apart(when.end, listing.when.start) <= longestNotice) {
      const said = sheet.text.blocks[entry.block]?.header
      const text = (said && !words.includes(said) ? `${said}: ${words}` : words).slice(0, 300)
      if (!listing.deadlines.some((other) => other.date === when.end && other.text === text))
        listing.deadlines.push({ kind: sense.kind, date: when.end, text })
    }
  }
}

/** The day on which registration opens, or badges are handed out. */
function isNoLastDay({ before, text, from, to }: Entry['view']): boolean {
  return /\bopen(?:s|ed|ing)?\s*(?:on|from|date)?\W*$/i.test(before) || /\bbadges?\b/i.test(text.slice(from, to))
}

/** The meeting of the same line, else of the smallest box around that has just one, else of the page. */
function meetingOf(found: Found, { block }: Entry, sheet: Sheet, only: Listing | undefined): Listing | undefined {
  const [beside, more] = takenIn(found, block, block)
  if (beside && !more) return beside
  if (only) return only
  for (const box of boxesAround(sheet, sheet.text.blocks[block]?.box ?? -1)) {
    if (box.last - box.first > 60) return undefined
    // It holds the line alone.
    if (box.first === box.last) continue
    const inside = takenIn(found, box.first, box.last)
    if (inside.length > 0) return inside.length === 1 ? inside[0] : undefined
  }
  return undefined
}

/** The one meeting of a page that has no other. */
function onlyOf({ rated }: Found): Listing | undefined {
  const first = rated[0]?.listing
  return rated.every(({ listing }) => listing.key === first?.key) ? first : undefined
}

/** The meetings taken from some blocks, each once: as its last block has it. */
function takenIn({ marks }: Found, first: number, last: number): Listing[] {
  const taken: Listing[] = []
  for (let i = first; i <= last; i++)
    marks.get(i)?.forEach(({ taken: next }) => {
      if (!next) return
      const same = taken.findIndex(({ key }) => key === next.key)
      taken[same < 0 ? taken.length : same] = next
    })
  return taken
}
