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

/** Notes of dates that hold no more, and deadlines, go to the page's meeting where there is one only. */
export function afterwards(found: Found, entries: Entry[]): void {
  const [only] = found.rated
  if (!only || new Set(found.rated.map(({ listing }) => listing.key)).size > 1) return
  const year = only.listing.when?.start.slice(0, 4)
  for (const { sense, date, view } of entries) {
    const when = sense.is === 'deadline' || sense.is === 'superseded' ? resolve(date, Number(year)) : undefined
    if (!when || !('start' in when)) continue
    const words = view.text.slice(view.from, view.to).trim()
    if (sense.is === 'superseded') only.listing.note ??= words.slice(0, 300)
    else if (sense.is === 'deadline' && (date.yearPrinted || when.end <= (only.listing.when?.start ?? '')))
      only.listing.deadlines.push({ kind: sense.kind, date: when.end, text: words.slice(0, 300) })
  }
}
