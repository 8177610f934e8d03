import { resolve } from '../dates/index.ts'
import type { Entry } from '../lines/entries.ts'

/** The day on which the page's text was written, as it is printed: `Posted on 17 September 2020`, `VIENNA, 16 May`. */
export function datelineOf(entries: Entry[], published: string | undefined, captured: string): string | undefined {
  for (const { sense, date, view } of entries) {
    const isPosted =
      sense.is === 'document' &&
      /\b(?:posted|published|publié|publicado|date of (?:issue|publication)|issued|release)\b|опубликовано|(?:^|\s)(?:نشر|نُشر|تاريخ النشر)\s/i.test(
        view.before.slice(-60),
      )
    if (sense.is !== 'dateline' && !isPosted) continue
    const when = date.yearPrinted && date.precision === 'day' ? resolve(date) : undefined
    if (when && 'start' in when) return when.start
  }
  return published?.slice(0, 10) ?? loneDay(entries, captured)
}

/** A day that stands alone before any other date may be the day of the page, when it is not after the day of capture. */
function loneDay([first]: Entry[], captured: string): string | undefined {
  if (!first || /\d[:.]\d\d|\d ?[ap]\.?m/i.test(`${first.view.before} ${first.view.after}`)) return undefined
  if (first.style !== 'bare' || first.labelled || !first.date.yearPrinted || first.date.precision !== 'day') return undefined
  const when = resolve(first.date)
  return when && 'start' in when && when.start === when.end && when.start <= captured ? when.start : undefined
}
