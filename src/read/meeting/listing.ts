import type { Deadline, Link, Listing, Place, Sitting, When, YearReason } from '../../event/index.ts'
import { bodies, type Identity, slug } from '../../event/index.ts'
import { absolute } from '../../source/links.ts'
import type { ResolvedDate } from '../dates/index.ts'
import { partsOf } from '../identity/identity.ts'
import { meetingNouns } from '../identity/kinds.ts'
import type { Sheet } from '../layout/sheet.ts'
import type { Line } from '../lines/entries.ts'
import { placeOf, placesJoined } from '../place/place.ts'
import { saidOf } from '../status.ts'
import { findTimes, type PrintedTime, zoneOf } from '../times/index.ts'
import type { Candidate } from './candidate.ts'
import { titleOf } from './title.ts'

/** What a listing takes from its page besides its own line. */
export type Ground = { sheet: Sheet; lines: Map<number, Line>; timezone: string; zone?: string; whole: string; snapshot?: string }

/** A candidate as a listing. */
export function listingOf(
  candidate: Candidate,
  ground: Ground,
  when: ResolvedDate | undefined,
  year: YearReason | undefined,
): Listing {
  const { identity, own, around, entry } = candidate
  const { named, ...who } = identity
  const title = titleOf(own, identity, around)
  const near = wordsNear(candidate, ground)
  const nearPlace = placeOf(near)
  const place = placesJoined(entry.view.prose ? placeOf(sentence(candidate)) : nearPlace, nearPlace, placeIn(around[0] ?? ''))
  const listing: Listing = {
    ...who,
    key: '',
    title,
    status: 'confirmed',
    place,
    links: linksOf(candidate, ground),
    deadlines: [],
    provenance: { text: entry.view.text.slice(0, 500), url: ground.sheet.text.url },
  }
  if (ground.snapshot) listing.provenance.snapshot = ground.snapshot
  if (year) listing.provenance.year = year
  const headed = around.some((words) => /\btentative\b|\bprovisional\b/i.test(words) && !/agenda/i.test(words)) ? 'tentative' : ''
  const said = saidOf(
    [
      own,
      headed,
      entry.view.prose ? sentence(candidate) : near,
      ...(candidate.date.marks.includes('tentative') ? ['tentative'] : []),
    ].join(' · '),
  )
  if (said.status) listing.status = said.status
  if (said.notice) listing.notice = said.notice
  const parts = partsOf(own, { words: around, body: who.body })
  if (parts.length > 1) listing.parts = parts
  if (when) listing.when = whenOf(when, timesNear(candidate, ground), zoneFor(timesNear(candidate, ground), place, who, ground))
  listing.key = keyOf(listing, named)
  return listing
}

/** The days and wall times of a meeting. */
export function whenOf(date: ResolvedDate, times: PrintedTime[], timezone: string): When {
  const when: When = { precision: date.precision, start: date.start, end: date.end, timezone }
  if (date.days) when.days = date.days
  const sittings = sittingsOf(times)
  const [first] = sittings
  if (!first) return when
  when.startTime = first.start
  const end = sittings.at(-1)?.end
  if (end) when.endTime = end
  if (sittings.length > 1) when.sittings = sittings
  return when
}

function sittingsOf(times: PrintedTime[]): Sitting[] {
  const sittings: Sitting[] = []
  for (const { start, end } of times) {
    const last = sittings.at(-1)
    if (last && start <= last.start) break
    sittings.push(end ? { start, end } : { start })
  }
  return sittings.length > 1 && sittings.some(({ end }) => end === undefined) ? sittings.slice(0, 1) : sittings
}

function zoneFor(times: PrintedTime[], place: Place, who: Identity, ground: Ground): string {
  const spot = [place.city, place.country, place.venue].filter(Boolean).join(', ')
  return (
    times.find(({ zone }) => zone?.zone)?.zone?.zone ??
    zoneOf(spot) ??
    ground.zone ??
    (ground.timezone === 'Europe/Vienna' ? bodies[who.body].seat : ground.timezone)
  )
}

/** Identity is the key where it tells the meeting from others; else the words of the title. Dates are never part of it. */
export function keyOf(listing: Listing, named = true): string {
  const { body, kind, session, group, part, title } = listing
  const tells = session !== undefined && kind !== 'side-event' && kind !== 'briefing' && (named || body !== 'OTHER')
  if (tells) return ['identity', body, kind, session, group, part].filter((piece) => piece !== undefined).join(':')
  const words = title.replace(/\b(?:19|20)\d\d\b/g, ' ').replace(/\b(?:the|an?|of|on|in|and|for|to)\b/gi, ' ')
  return `title:${body}:${slug(words)}`
}

function sentence({ entry: { view } }: Candidate): string {
  return view.text.slice(view.from, view.to)
}

/** The words of the card, or of the lines that follow and say only where and how. */
function wordsNear(candidate: Candidate, { sheet, whole }: Ground): string {
  const { card, entry, own } = candidate
  const { blocks } = sheet.text
  if (whole !== '') return `${entry.view.text}\n${whole}`
  const words = [own, entry.view.text]
  const from = card.whole ? entry.block : card.first
  const to = card.whole ? entry.block : Math.min(card.last, card.first + 20)
  for (let i = from; i <= to; i++) if (i !== entry.block && blocks[i]) words.push((blocks[i] as { text: string }).text)
  const before: string[] = []
  let at = from - 1
  for (; at >= from - 3 && isPlaceLine(blocks[at]?.text ?? '') && (sheet.dates[at]?.length ?? 0) === 0; at--)
    before.push(blocks[at]?.text ?? '')
  // Place lines after another meeting's date are that meeting's.
  if ((sheet.dates[at]?.length ?? 0) === 0) words.push(...before)
  if (candidate.nameBlock >= 0) words.push(blocks[candidate.nameBlock]?.text ?? '')
  for (let i = to + 1; i <= to + 3; i++) {
    const block = blocks[i]
    if (!block || block.role === 'heading' || (sheet.dates[i]?.length ?? 0) > 0 || !isPlaceLine(block.text)) break
    words.push(block.text)
  }
  return words.join('\n')
}

function isPlaceLine(text: string): boolean {
  if (/^(?:location|venue|where|room|place|lieu|lugar)\b.{0,3}:/i.test(text)) return text.length < 200
  if (text === '' || text.length >= 120 || meetingNouns(text).length > 0) return false
  const { venue, format } = placeOf(text)
  return venue !== undefined || format !== undefined || (/\d/.test(text) && findTimes(text).length > 0)
}

function placeIn(heading: string): Place {
  const { city, country, venue } = placeOf(heading)
  return { ...(venue ? { venue } : {}), ...(city ? { city } : {}), ...(country ? { country } : {}) }
}

function timesNear({ entry, card, date }: Candidate, { sheet, lines }: Ground): PrintedTime[] {
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
    if (/\b(?:deadline|regist|opening hours|submit)/i.test(block.text) || (isLone && entry.style === 'line')) continue
    const times = findTimes(block.text, { dates })
    if (times.length > 0) return times
  }
  return []
}

/** A time belongs to the date nearest before it, or to the only one. */
function belongs(index: number, entry: Candidate['entry'], sheet: Sheet): boolean {
  const dates = sheet.dates[entry.block] ?? []
  if (dates.length === 1) return true
  const owner = dates.findLast((date) => date.index < index) ?? dates[0]
  return owner?.index === entry.date.index
}

function linksOf({ card, entry }: Candidate, { sheet }: Ground): Link[] {
  const found = new Map<string, Link>()
  const from = card.whole ? entry.block : card.first
  const to = card.whole ? entry.block : Math.min(card.last, card.first + 20)
  for (let i = from; i <= to; i++)
    for (const { text, href } of sheet.text.blocks[i]?.links ?? []) {
      const url = href.startsWith('#') ? undefined : absolute(href, sheet.text)
      if (url && !found.has(url)) found.set(url, { rel: relOf(text, url), url, title: text.slice(0, 200) })
    }
  return [...found.values()].slice(0, 20)
}

function relOf(text: string, url: string): Link['rel'] {
  if (/regist|sign[- ]?up|inscri/i.test(text) || /\bforms\.|regist/i.test(url)) return 'registration'
  if (
    /webcast|web ?tv|live ?stream|watch|stream/i.test(text) ||
    /webtv|media\.un\.org|youtube|webex|zoom\.us|teams\.microsoft/i.test(url)
  )
    return 'stream'
  return /document|agenda|programme|report|note|pdf/i.test(text) || /\.(?:pdf|docx?|xlsx?)(?:$|\?)/i.test(url)
    ? 'documents'
    : 'page'
}

/** A deadline printed beside meetings, as a fact of theirs. */
export function deadlineOf(kind: Deadline['kind'], date: string, text: string, time?: string): Deadline {
  return time ? { kind, date, time, text: text.slice(0, 300) } : { kind, date, text: text.slice(0, 300) }
}
