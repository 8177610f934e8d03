import { resolve } from '../dates/index.ts'
import type { Sheet } from '../layout/sheet.ts'
import type { Entry } from '../lines/entries.ts'
import { zoneOf } from '../times/index.ts'
import type { Known } from '../years/years.ts'
import type { Found, TextOptions } from './from-text.ts'
import type { Ground } from './listing.ts'

export function groundOf(
  sheet: Sheet,
  lines: Ground['lines'],
  options: TextOptions,
  isLone: boolean,
  aside: Set<number>,
): Ground {
  const own = sheet.text.blocks
    .filter((block, i) => sheet.frame[i] === undefined && block.linked < 0.9 && !aside.has(i))
    .slice(0, 80)
  const ground: Ground = {
    sheet,
    lines,
    timezone: options.timezone,
    whole: isLone
      ? own
          .map(({ text }) => text)
          .join('\n')
          .slice(0, 8000)
      : '',
  }
  const ruling = own.find(
    ({ text }) =>
      /\b(?:all )?times?\b[^.]{0,60}\b(?:below|are|listed|given|in|shown)\b|\btimezone\b/i.test(text) &&
      zoneOf(text) !== undefined,
  )
  const zone = ruling ? zoneOf(ruling.text) : undefined
  if (zone) ground.zone = zone
  if (
    own
      .slice(0, 20)
      .some(
        ({ text }) => text.length < 140 && /^\W*(?:tentative|provisional) (?:schedule|calendar|list|programme) of\b/i.test(text),
      )
  )
    ground.tentative = true
  if (options.snapshot) ground.snapshot = options.snapshot
  return ground
}

/** Dates with years in the page's own text, from which those without may take theirs. */
export function knownIn(entries: Entry[], sheet: Sheet): Known[] {
  return entries.flatMap(({ block, date, sense, style }) => {
    if (!date.yearPrinted || (sense.is !== 'meeting' && sense.is !== 'superseded')) return []
    const when = resolve(date)
    return when && 'start' in when ? [{ block, when, date, style, above: sheet.above[block] ?? -1 }] : []
  })
}

/** Notes of dates that hold no more go to the meeting of their sentence, else to the page's meeting where there is one only; so do deadlines. */
export function afterwards(found: Found, entries: Entry[]): void {
  const [only] = new Set(found.rated.map(({ listing }) => listing.key)).size === 1 ? found.rated : []
  for (const { block, sense, date, view } of entries) {
    if (sense.is !== 'deadline' && sense.is !== 'superseded') continue
    const beside = new Set((found.marks.get(block) ?? []).flatMap(({ taken }) => taken ?? []))
    const listing = beside.size === 1 && sense.is === 'superseded' ? [...beside][0] : only?.listing
    const when = listing?.when && resolve(date, Number(listing.when.start.slice(0, 4)))
    if (!listing?.when || !when || !('start' in when)) continue
    const words = view.text.slice(view.from, view.to).trim()
    if (sense.is === 'superseded') {
      const { index } = /\b(?:originally|initially|previously|first|had been|was|were)\b[^.;]*$/i.exec(view.before) ?? {
        index: -1,
      }
      listing.note ??= index < 0 || beside.size !== 1 ? words.slice(0, 300) : view.before.slice(index) + date.text
      if (beside.size === 1 && listing.status === 'confirmed') listing.notice ??= 'rescheduled'
    } else if (sense.is === 'deadline' && (date.yearPrinted || when.end <= listing.when.start))
      listing.deadlines.push({ kind: sense.kind, date: when.end, text: words.slice(0, 300) })
  }
}
