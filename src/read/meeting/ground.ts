import type { Block } from '../../source/index.ts'
import { countIn, resolve } from '../dates/index.ts'
import type { Sheet } from '../layout/sheet.ts'
import type { Entry } from '../lines/entries.ts'
import { monthOfList } from '../lines/senses/senses.ts'
import { zoneOf } from '../times/index.ts'
import type { Known } from '../years/years.ts'
import type { Candidate } from './candidates/candidate.ts'
import type { IsOfOther } from './dateless/vague.ts'
import { accessIn } from './details/access.ts'
import type { TextOptions } from './from-text.ts'
import type { Ground } from './listing.ts'

/** Words of what is held beside a meeting, in other rooms. */
const elsewhere =
  /\b(?:committee of the whole|side events?|reception|press conference|briefing|registration (?:desk|counter)|badges?|cafeteria|accommodation|shuttle)\b/i

/** What the meetings kept take from their page: its zone, its words on who may come; all its words where there is one meeting only. */
export function groundOf(
  sheet: Sheet,
  lines: Ground['lines'],
  options: TextOptions,
  kept: Candidate[],
  entries: Entry[],
  isOfOther: IsOfOther,
): Ground {
  const aside = Map.groupBy(
    entries.filter(({ sense }) => sense.is !== 'meeting'),
    ({ block }) => block,
  )
  const own: { text: string }[] = []
  for (let i = 0; i < sheet.text.blocks.length && own.length < 80; i++) {
    if (!isOwn(sheet, i) || isOfOther(i)) continue
    const text = without((sheet.text.blocks[i] as Block).text, aside.get(i) ?? [])
    if (text !== '') own.push({ text })
  }
  const isBeside = kept.some(({ identity }) => identity.kind === 'side-event' || identity.kind === 'briefing')
  const words = own
    .filter(({ text }) => isBeside || !elsewhere.test(text) || kept.some(({ entry }) => entry.view.text === text))
    .map(({ text }) => text)
    .join('\n')
    .slice(0, 8000)
  const ground: Ground = { sheet, lines, timezone: options.timezone, whole: kept.length === 1 ? words : '', isOfOther }
  const isOfOneBody = kept.length <= 4 && new Set(kept.map(({ identity }) => identity.body)).size === 1
  const access = isOfOneBody ? accessIn(words) : undefined
  if (access) ground.access = access
  const ruling = own.find(
    ({ text }) =>
      /\b(?:all )?times?\b[^.]{0,60}\b(?:below|are|listed|given|in|shown)\b|\btimezone\b/i.test(text) &&
      zoneOf(text) !== undefined,
  )
  const zone = ruling ? zoneOf(ruling.text) : undefined
  if (zone) ground.zone = zone
  if (sheet.text.blocks.slice(0, 60).some(({ text }, i) => sheet.frame[i] === undefined && announcesTentative(text)))
    ground.tentative = true
  if (options.snapshot) ground.snapshot = options.snapshot
  return ground
}

function isOwn({ frame, text }: Sheet, block: number): boolean {
  return frame[block] === undefined && (text.blocks[block]?.linked ?? 0) < 0.9
}

/** A line without the sentences whose dates are of something else; none is left of a line that is no sentence. */
function without(text: string, entries: Entry[]): string {
  if (entries.some(({ view }) => !view.prose)) return ''
  let left = text
  for (const { view } of entries.toReversed()) left = left.replace(view.text.slice(view.from, view.to), ' ')
  return left.trim()
}

/** `Tentative schedule of meetings`, `The following is a tentative list of meetings`. */
function announcesTentative(text: string): boolean {
  return (
    (text.length < 140 && /^\W*(?:tentative|provisional) (?:schedule|calendar|list|programme) of\b/i.test(text)) ||
    (text.length < 600 && /\bis an? (?:tentative|provisional) (?:schedule|calendar|list) of\b/i.test(text))
  )
}

/** Dates with years in the page's own text, from which those without may take theirs. */
export function knownIn(entries: Entry[], sheet: Sheet): Known[] {
  return entries.flatMap(({ block, date, sense, style }) => {
    const isOfMeetings =
      sense.is === 'meeting' ||
      sense.is === 'superseded' ||
      sense.is === 'recalled' ||
      (sense.is === 'other' && sense.why === monthOfList)
    if (!date.yearPrinted || !isOfMeetings) return []
    const when = resolve(date)
    return when && 'start' in when
      ? [{ block, when, date, style, above: sheet.above[block] ?? -1, first: countIn(when.start), last: countIn(when.end) }]
      : []
  })
}
