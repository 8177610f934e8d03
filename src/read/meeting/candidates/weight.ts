import type { Block } from '../../../source/index.ts'
import { isLong } from '../../dates/index.ts'
import { namedBodies } from '../../identity/bodies.ts'
import { meetingNouns } from '../../identity/kinds.ts'
import { ordinals } from '../../identity/ordinals.ts'
import type { Sheet } from '../../layout/sheet.ts'
import type { Line } from '../../lines/line.ts'
import { takesPlace } from '../../lines/prose.ts'
import { once } from '../../once.ts'
import { hasPlaceWords, headsPlaces, placeOf } from '../../place/place.ts'
import { timesIn } from '../../times/index.ts'
import { sittingsBelow } from '../details/sittings.ts'
import { isVague } from '../title.ts'
import type { Candidate } from './candidate.ts'

const news =
  /\b(?:concludes?|concluded|publish(?:es|ed)|releas(?:es|ed)|launch(?:es|ed)|adopts|adopted|urges|welcomes|highlights|signs|signed|discusses|announces?|announced|updated|presented|extended|completed|awarded|wins|elects|elected|joins|brings?|call for experts|now available|goes online|opens in|statement (?:on|by|of)|report (?:on|of)|annual report|study on|survey of|podcast|photo story|handbook|toolkit)\b/i

/** What is said of a day by a verb of news tells of a deed, not of a meeting: `The General Assembly adopts resolution 74/247`. */
export function isNews(own: string): boolean {
  return news.test(own)
}

/** `13:00 - 16:00` in a line of its own. */
const isHours = once(
  (text) => text.length <= 40 && /^\D{0,12}\d/.test(text) && timesIn(text).some(({ end }) => end !== undefined),
)

/** `Upcoming events`, `Calendar 2026`, `Schedule of meetings`: what stands below with a day is held. */
function headsCalendar(heading = ''): boolean {
  return heading.length <= 60 && calendar.test(heading) && !notHeld.test(heading)
}

const calendar =
  /\b(?:events|meetings|calendar|schedule|diary|termine|veranstaltungen|sitzungen|événements|calendrier|réunions|eventos|calendario|reuniones|agenda de)\b|日程|会议表|календар|расписани|мероприяти|جدول|فعاليات/i
const notHeld =
  /\b(?:news|side events?|past|archive|deadlines?|documents?|reports?|blog|registration|applications?|publications?)\b/i

/** How much speaks for a candidate. */
export function weigh(
  sheet: Sheet,
  { entry, date, own, from, nameBlock, identity, card, around }: Candidate,
  line: Line,
  captured: string,
): number {
  const { blocks, boxes } = sheet.text
  const single = date.ranges.length === 1 && !isLong(date.ranges[0])
  const isNamed = namedBodies(own).length > 0
  const nouns = meetingNouns(own).length > 0
  const inCard = [blocks[entry.block] as Block]
  if (!card.whole)
    for (let i = card.first; i <= card.last && i < card.first + 20; i++) if (i !== entry.block) inCard.push(blocks[i] as Block)
  const hasPlace = inCard.some(({ text, header = '' }) => hasPlaceWords(text) || headsPlaces(header))
  const timed =
    line.times.some(({ end }) => end !== undefined) ||
    (line.times.length > 0 && entry.style !== 'prose') ||
    (entry.style === 'line' && sittingsBelow(sheet, entry.block, line.times).length > 0)
  const hours = timed || (entry.style === 'bare' && inCard.some(({ text }) => isHours(text)))
  let weight =
    (isNamed ? 2 : 0) +
    (nouns ? 1 : 0) +
    (identity.session !== undefined || (nouns && ordinals(own).length > 0) ? 1 : 0) +
    (single ? 0 : 1) +
    (hours ? 1 : 0)
  if (hasPlace) weight += 1
  if (identity.part !== undefined && from === 'line' && !nouns) weight += 1
  if (date.ranges[0]?.from.weekday && (nouns || isNamed)) weight += 1
  if (hours && hasPlace) weight += 1
  if (timed && identity.kind === 'side-event') weight += 1
  if (entry.style !== 'prose' && isNamed && blocks[entry.block]?.role === 'heading') weight += 1
  if (entry.labelled) weight += entry.row ? 3 : 2
  if (
    entry.style !== 'prose' &&
    (from === 'line' || from === 'card' || (from === 'heading' && nameBlock === entry.block - 1)) &&
    (nouns || namedBodies(own).some(({ kind }) => kind)) &&
    entry.view.text.length <= 140
  )
    weight += 1
  if (entry.style === 'prose') weight += takesPlace(entry.view) ? 2 : -2
  if (!isNamed && around.slice(0, 3).some((words) => namedBodies(words).length > 0)) weight += 1
  const inCalendar = entry.style !== 'prose' && [around[0], sheet.top[0]].some(headsCalendar)
  if (inCalendar && (nouns || hours || hasPlace || !single)) weight += hours ? 2 : 1
  // `Meetings of the week 14-18 October` heads a list.
  if (!isNamed && /^(?:the )?(?:meetings|events|sessions)\b/i.test(own) && isVague(own)) weight -= 3
  if (!isNamed && !nouns && !(hours && inCalendar) && !(timed && identity.kind === 'side-event'))
    weight -= from === 'line' ? 1 : 2
  if (
    entry.style !== 'prose' &&
    single &&
    news.test(own) &&
    !entry.labelled &&
    !placeOf(inCard.map(({ text }) => text).join(' ')).room
  )
    weight -= 3
  const box = boxes[blocks[entry.block]?.box ?? -1]
  if (box?.landmark === 'aside' || box?.landmark === 'header') weight -= isNamed && nouns && !single ? 0 : 2
  const year = date.ranges[0]?.from.year
  const first =
    year === undefined
      ? ''
      : `${year}-${String(date.ranges[0]?.from.month).padStart(2, '0')}-${String(date.ranges[0]?.from.day ?? 1).padStart(2, '0')}`
  // What is to come is no news.
  if (first > captured && (nouns || isNamed || timed)) weight += entry.style === 'bare' ? 2 : 1
  if (single && !timed && !hasPlace && year !== undefined && date.precision === 'day' && entry.style !== 'prose') {
    const { month, day } = date.ranges[0]?.from ?? { month: 1 }
    if (`${year}-${String(month).padStart(2, '0')}-${String(day ?? 1).padStart(2, '0')}` <= captured && !isNamed) weight -= 1
  }
  return weight
}
