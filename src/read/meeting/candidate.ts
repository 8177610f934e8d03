import type { Identity, Kind, YearReason } from '../../event/index.ts'
import { findDates, type PrintedDate, type ResolvedDate } from '../dates/index.ts'
import { namedBodies } from '../identity/bodies.ts'
import { identityOf } from '../identity/identity.ts'
import { kindOf, meetingNouns } from '../identity/kinds.ts'
import { ordinals } from '../identity/ordinals.ts'
import { boxesAround, pathOf, type Sheet } from '../layout/sheet.ts'
import { type Card, cardOf, isMeeting, nameFor, wordsAround } from '../lines/cards.ts'
import { type Entry, type Line, lineOf } from '../lines/entries.ts'
import { programmeOf } from '../lines/programme.ts'
import { phraseFor, takesPlace, whole } from '../lines/prose.ts'
import { titleBeside } from '../lines/titles.ts'
import { hasPlaceWords } from '../place/place.ts'
import { isVague } from './title.ts'

/** A date that may be a meeting's, with the words that name it. */
export type Candidate = {
  entry: Entry
  date: PrintedDate
  card: Card
  /** The words that name the meeting, as printed. */
  own: string
  /** Where these words stand: in the line, in the card, above, or nowhere nearer than the page's title. */
  from: 'line' | 'phrase' | 'card' | 'heading' | 'beside' | 'page'
  /** The block these words are in; -1 for the page's title. */
  nameBlock: number
  identity: Identity & { named: boolean }
  around: string[]
  weight: number
  when?: ResolvedDate
  year?: YearReason
}

const plural = /\b(?:meetings|sessions|dialogues|consultations|discussions|two|three|réunions|conférences)\b/i

/** The meetings that the dates of a page may be. */
export function candidatesOf(
  sheet: Sheet,
  entries: Entry[],
  lines: Map<number, Line>,
  body: Identity['body'] | undefined,
  captured: string,
): Candidate[] {
  const dated = new Set(
    entries.filter(({ sense, date }) => sense.is === 'meeting' && date.precision !== 'month').map(({ block }) => block),
  )
  return entries
    .filter(({ sense }) => sense.is === 'meeting')
    .flatMap((entry) => {
      const rows = programmeOf(sheet, entry)
      return rows.length > 0 ? rows : [entry]
    })
    .flatMap((entry) => {
      const card = cardOf(sheet, entry.block, (block) => dated.has(block))
      const name = nameOf(sheet, entry, lineAt(sheet, entry, lines), card)
      if (!name || (entry.style === 'bare' && entry.date.precision === 'month' && name.from !== 'card')) return []
      const around = wordsAround(sheet, name.block >= 0 && name.from !== 'page' ? name.block : entry.block).filter(
        (words) => words !== name.own,
      )
      const identity = identityOf(name.own, body ? { words: around, body } : { words: around })
      if (!identity.named && identity.kind === 'informal-meeting' && namesAlliance(sheet, entry, around))
        identity.body = 'ALLIANCE'
      const kind =
        entry.row || name.from === 'heading' || name.from === 'page' ? kindBeside(sheet, entry, name.own, around) : undefined
      if (kind) {
        identity.kind = kind
        delete identity.session
      }
      return separate(entry.date, name.own, identity.kind).map((date) => {
        const candidate: Candidate = {
          entry,
          date,
          card,
          own: name.own,
          from: name.from,
          nameBlock: name.block,
          identity,
          around,
          weight: 0,
        }
        candidate.weight = weigh(sheet, candidate, lineAt(sheet, entry, lines), captured)
        return candidate
      })
    })
}

/** Informal meetings without a body are the Alliance's, where the text around them names it. */
function namesAlliance(sheet: Sheet, entry: Entry, around: string[]): boolean {
  const near = [-2, -1, 0, 1, 2].map((step) => sheet.text.blocks[entry.block + step]?.text ?? '')
  return [...near, ...around].some((words) => namedBodies(words).some(({ body }) => body === 'ALLIANCE'))
}

/** A title that means no sort of meeting is of the sort the lines before it speak of: `We invite you to our side event …`. */
function kindBeside(sheet: Sheet, entry: Entry, own: string, around: string[]): Kind | undefined {
  if (kindOf(own) !== undefined) return undefined
  const before = [1, 2, 3].flatMap((back) => sheet.text.blocks[entry.block - back]?.text ?? [])
  const kinds = [...before, ...around].map((words) => kindOf(words))
  return kinds.find((kind) => kind === 'side-event' || kind === 'briefing')
}

function lineAt(sheet: Sheet, { block }: Entry, lines: Map<number, Line>): Line {
  const line = lines.get(block) ?? lineOf(sheet, block)
  lines.set(block, line)
  return line
}

function nameOf(
  sheet: Sheet,
  entry: Entry,
  line: Line,
  card: Card,
): { own: string; from: Candidate['from']; block: number } | undefined {
  const { view, block, which, style } = entry
  if (style === 'prose') {
    const phrase = whole(view, phraseFor(view))
    if (phrase && (phrase.meeting || takesPlace(view)))
      return fuller(sheet, block, phrase.text) ?? { own: phrase.text, from: 'phrase', block }
    const name = nameFor(sheet, block, { ...card, whole: true })
    return name && isMeeting(name.text) ? { own: nameText(sheet, name), from: name.from, block: name.block } : undefined
  }
  if (style === 'line') {
    const title = titleBeside(view.text, sheet.dates[block] ?? [], line.times, which)
    if (title) return { own: title, from: 'line', block }
  }
  const name = nameFor(sheet, block, card)
  return name ? { own: nameText(sheet, name), from: name.from, block: name.block } : undefined
}

/** The heading that says in full what a sentence names in short: `the session`, `BMS9`. */
function fuller(sheet: Sheet, block: number, own: string): { own: string; from: Candidate['from']; block: number } | undefined {
  const isShort = meetingNouns(own).length === 0 && own.length <= 12
  if (!isVague(own) && !isShort) return undefined
  const heading = [...pathOf(sheet, block).map(({ text }) => text)].find((words) =>
    isShort
      ? words.includes(own) && words.length > own.length
      : isMeeting(words) && (ordinals(words).length > 0 || namedBodies(words).length > 0),
  )
  const title = heading === undefined ? undefined : titleBeside(heading, findDates(heading), [], 0)
  return title ? { own: title, from: 'heading', block } : undefined
}

function nameText(sheet: Sheet, name: { text: string; block: number }): string {
  const dates = sheet.dates[name.block] ?? []
  return (dates.length > 0 ? titleBeside(name.text, dates, [], 0) : titleBeside(name.text, [], [], 0)) ?? name.text
}

/** One date for each meeting: ranges apart from each other are meetings of their own, lone days are the days of one. */
function separate(date: PrintedDate, own: string, kind: string): PrintedDate[] {
  const long = date.ranges.filter(({ from, to }) => from.day !== to.day || from.month !== to.month)
  const isApart =
    date.ranges.length > 1 &&
    !areAdjacent(date) &&
    (long.length > 1 || (plural.test(own) && kind !== 'thematic' && !/\bseries\b/i.test(own)))
  return isApart
    ? date.ranges.map((range) => ({ ...date, ranges: [range], crossesYear: range.from.year !== range.to.year }))
    : [date]
}

/** `3 and 4 December` is one stretch of days. */
function areAdjacent({ ranges }: PrintedDate): boolean {
  return ranges.every(({ from }, i) => {
    const last = ranges[i - 1]?.to
    return (
      i === 0 || (last?.month === from.month && last.day !== undefined && from.day !== undefined && from.day - last.day === 1)
    )
  })
}

const news =
  /\b(?:concludes?|concluded|publish(?:es|ed)|releas(?:es|ed)|launch(?:es|ed)|adopts|adopted|urges|welcomes|highlights|signs|signed|discusses|announces?|announced|updated|presented|extended|completed|awarded|wins|elects|elected|joins|brings?|call for experts|now available|goes online|opens in|statement (?:on|by|of)|report (?:on|of)|annual report|study on|survey of|podcast|photo story|handbook|toolkit)\b/i

function weigh(
  sheet: Sheet,
  { entry, date, own, from, identity, card, around }: Candidate,
  line: Line,
  captured: string,
): number {
  const { blocks, boxes } = sheet.text
  const single =
    date.ranges.length === 1 &&
    date.ranges[0]?.from.day === date.ranges[0]?.to.day &&
    date.ranges[0]?.from.month === date.ranges[0]?.to.month
  const isNamed = namedBodies(own).length > 0
  const nouns = meetingNouns(own).length > 0
  let cardText = entry.view.text
  if (!card.whole)
    for (let i = card.first; i <= card.last && i < card.first + 20; i++) if (i !== entry.block) cardText += ` ${blocks[i]?.text}`
  const hasPlace = hasPlaceWords(cardText)
  const timed = line.times.some(({ end }) => end !== undefined) || (line.times.length > 0 && entry.style !== 'prose')
  let weight = (isNamed ? 2 : 0) + (nouns ? 1 : 0) + (identity.session !== undefined ? 1 : 0) + (single ? 0 : 1) + (timed ? 1 : 0)
  if (hasPlace) weight += 1
  if (entry.labelled) weight += entry.row ? 3 : 2
  if (
    entry.style !== 'prose' &&
    (from === 'line' || from === 'card') &&
    (nouns || namedBodies(own).some(({ kind }) => kind)) &&
    entry.view.text.length <= 140
  )
    weight += 1
  if (entry.style === 'prose') weight += takesPlace(entry.view) ? 2 : -2
  if (!isNamed && around.slice(0, 3).some((words) => namedBodies(words).length > 0)) weight += 1
  if (!isNamed && !nouns) weight -= from === 'line' ? 1 : 2
  if (entry.style !== 'prose' && single && news.test(own) && !entry.labelled) weight -= 3
  const [box] = [
    ...boxesAround(sheet, boxes[(blocks[entry.block] ?? { box: -1 }).box] ? (blocks[entry.block] as { box: number }).box : -1),
  ]
  if (box?.landmark === 'aside' || box?.landmark === 'header') weight -= isNamed && nouns && !single ? 0 : 2
  const year = date.ranges[0]?.from.year
  const first =
    year === undefined
      ? ''
      : `${year}-${String(date.ranges[0]?.from.month).padStart(2, '0')}-${String(date.ranges[0]?.from.day ?? 1).padStart(2, '0')}`
  // What is to come is no news.
  if (first > captured && (nouns || isNamed)) weight += entry.style === 'bare' ? 2 : 1
  if (single && !timed && !hasPlace && year !== undefined && date.precision === 'day' && entry.style !== 'prose') {
    const { month, day } = date.ranges[0]?.from ?? { month: 1 }
    if (`${year}-${String(month).padStart(2, '0')}-${String(day ?? 1).padStart(2, '0')}` <= captured && !isNamed) weight -= 1
  }
  return weight
}
