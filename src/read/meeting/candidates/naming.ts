import type { Block } from '../../../source/index.ts'
import { findDates } from '../../dates/index.ts'
import { namedBodies } from '../../identity/bodies.ts'
import { kindOf, meetingNouns } from '../../identity/kinds.ts'
import { ordinals } from '../../identity/ordinals.ts'
import { pathOf, type Sheet } from '../../layout/sheet.ts'
import { isMeeting } from '../../lines/around.ts'
import { isPredicate } from '../../lines/aside.ts'
import { type Card, nameFor } from '../../lines/cards.ts'
import type { Entry } from '../../lines/entries.ts'
import type { Line } from '../../lines/line.ts'
import { atOnce, phraseFor, takesPlace, whole } from '../../lines/prose.ts'
import { countedIn } from '../../lines/rows.ts'
import { titleAlone, titleBeside } from '../../lines/titles.ts'
import { once } from '../../once.ts'
import { isVague } from '../title.ts'
import type { Candidate } from './candidate.ts'
import { isAtSession } from './kinds.ts'
import { numberedAbove } from './numbered.ts'

export function nameOf(
  sheet: Sheet,
  entry: Entry,
  line: Line,
  card: Card,
): { own: string; from: Candidate['from']; block: number } | undefined {
  const { view, block, which, style } = entry
  if (style === 'prose') {
    const phrase = atOnce(view, whole(view, phraseFor(view)))
    if (phrase && (phrase.meeting || takesPlace(view)))
      return (
        (phrase.meeting ? undefined : held(sheet, block, phrase.text)) ??
        fuller(sheet, block, phrase.text) ?? { own: phrase.text, from: 'phrase', block }
      )
    // `It was held …` speaks of what the sentence before named.
    const before = view.phrases.findLast(
      (phrase) => phrase.meeting && phrase.index < view.from && !isPredicate(view.text, phrase),
    )
    if (!phrase && before && /^\W*(?:it|this|they|these|both|the event)\b/i.test(view.before))
      return fuller(sheet, block, before.text) ?? { own: before.text, from: 'phrase', block }
    const name = nameFor(sheet, block, { ...card, whole: true })
    return name && isMeeting(name.text) ? { own: nameText(sheet, name), from: name.from, block: name.block } : undefined
  }
  const title = style === 'line' ? titleBeside(view.text, sheet.dates[block] ?? [], line.times, which) : undefined
  const above = numberedAbove(sheet, entry, title)
  if (above !== undefined) return { own: above, from: 'card', block: block - 1 }
  if (title) return { own: oneOf(sheet, block, title), from: 'line', block }
  const name = nameFor(sheet, block, card)
  if (!name) return undefined
  const headed = sideEventHeading(sheet, name.block)
  return headed ?? { own: oneOf(sheet, name.block, nameText(sheet, name)), from: name.from, block: name.block }
}

/** In a row of a session the days in a column `Reconvened session` are of that part of it. */
export function partOfColumn(sheet: Sheet, { block }: Entry, name: ReturnType<typeof nameOf>): ReturnType<typeof nameOf> {
  const { header } = sheet.text.blocks[block] as Block
  if (!name || !header || kindOf(header) !== 'reconvened') return name
  const kind = kindOf(name.own)
  return kind === undefined || kind === 'session' ? { ...name, own: `${name.own}, ${header}` } : name
}

/** The heading that is the title of what the line below it calls a side event at a session. */
function sideEventHeading(sheet: Sheet, block: number): { own: string; from: 'heading'; block: number } | undefined {
  const [line, heading] = [sheet.text.blocks[block], sheet.text.blocks[block - 1]]
  const isAbout =
    /^\W*(?:an? |our |the )?(?:\w+ )?(?:side|special)[- ]event\b/i.test(line?.text ?? '') && line?.role !== 'heading'
  return isAbout && heading?.role === 'heading' && !isMeeting(heading.text) && (sheet.dates[block - 1]?.length ?? 0) === 0
    ? { own: heading.text, from: 'heading', block: block - 1 }
    : undefined
}

const severals =
  /^(.{0,60}\b(?:(?:preparatory|regional|expert(?: group)?|inter-?sessional) meeting|constructive dialogue|thematic (?:discussion|session)|regional consultation|workshop|webinar|hearing))s\b.{0,120}$/i

const severalIn = once((heading) => severals.exec(heading)?.[1])

/** Under `Regional preparatory meetings` the row `Western Asia` is one of them. */
function oneOf(sheet: Sheet, block: number, own: string): string {
  const heading = sheet.text.blocks[sheet.above[block] ?? -1]?.text ?? ''
  const count = ordinals(own)[0]
  const counted = count && count.length === own.trim().length ? severalIn(heading) : undefined
  if (counted) return `${own} ${plain(counted)}`
  const one = own.length <= 80 && own !== heading && !isMeeting(own) ? severalIn(heading) : undefined
  return one ? `${plain(one)}: ${own}` : own
}

/** Without the number by which a list counts its items. */
function plain(said: string): string {
  return said.replace(/^\d{1,2}[.)] /, '')
}

/** The heading that names the meeting of a body of which a sentence says only that it meets. */
function held(sheet: Sheet, block: number, body: string): { own: string; from: Candidate['from']; block: number } | undefined {
  const of = (words: string) => namedBodies(words).find((name) => name.body !== 'OTHER')?.body
  const heading = pathOf(sheet, block).find(
    ({ text }) => meetingNouns(text).length > 0 && of(text) !== undefined && !isAtSession(text),
  )
  const title = heading && of(heading.text) === of(body) ? titleBeside(heading.text, findDates(heading.text), [], 0) : undefined
  return title && kindOf(title) !== 'side-event' && kindOf(title) !== 'briefing'
    ? { own: title, from: 'heading', block }
    : undefined
}

/** The heading that says in full what a sentence names in short: `the session`, `BMS9`. */
function fuller(sheet: Sheet, block: number, own: string): { own: string; from: Candidate['from']; block: number } | undefined {
  const isShort = meetingNouns(own).length === 0 && own.length <= 12
  if (!isVague(own) && !isShort) return undefined
  const heading = [...pathOf(sheet, block).map(({ text }) => text)].find((words) =>
    isShort
      ? words.includes(own) && words.length > own.length
      : isMeeting(words) &&
        (ordinals(words).length > 0 || namedBodies(words).length > 0) &&
        !(kindOf(words) === 'side-event' && kindOf(own) === 'session'),
  )
  const title = heading === undefined ? undefined : titleBeside(heading, findDates(heading), [], 0)
  return title ? { own: title, from: 'heading', block } : undefined
}

function nameText(sheet: Sheet, name: { text: string; block: number }): string {
  const cell = sheet.text.blocks[name.block]
  const counted = cell ? countedIn(cell) : undefined
  if (counted) return counted
  const dates = sheet.dates[name.block] ?? []
  return (dates.length > 0 ? titleBeside(name.text, dates, [], 0) : titleAlone(name.text)) ?? name.text
}
