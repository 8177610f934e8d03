import type { Listing, Sitting, When, YearReason } from '../../event/index.ts'
import { bodies, type Identity, wordKey } from '../../event/index.ts'
import type { ResolvedDate } from '../dates/index.ts'
import { partsOf } from '../identity/parts.ts'
import type { Sheet } from '../layout/sheet.ts'
import type { Line } from '../lines/line.ts'
import { once, onceOfEach } from '../once.ts'
import { placesJoined } from '../place/joined.ts'
import { placeOf } from '../place/place.ts'
import { markOf, maySayMore, saidOf } from '../status.ts'
import { type PrintedTime, zoneOf } from '../times/index.ts'
import type { Candidate } from './candidates/candidate.ts'
import type { IsOfOther } from './dateless/vague.ts'
import { accessIn } from './details/access.ts'
import { linksOf } from './details/links.ts'
import { placeIn, sentence, statusInRow, timesNear, wordsNear } from './details/near.ts'
import { sittingsBelow } from './details/sittings.ts'
import { titleOf } from './title.ts'

/** What a listing takes from its page besides its own line. */
export type Ground = {
  sheet: Sheet
  lines: Map<number, Line>
  timezone: string
  zone?: string
  whole: string
  snapshot?: string
  tentative?: true
  access?: string
  isOfOther: IsOfOther
}

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
  const beside = wordsNear(candidate, ground)
  const near = beside.join('\n')
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
  const headed = ground.tentative || areTentative(around) ? 'tentative' : ''
  const marked = candidate.date.marks.includes('tentative') ? 'tentative' : ''
  const words = entry.view.prose ? [sentence(candidate)] : beside
  const mayBeSaid = headed !== '' || marked !== '' || maySayMore(own) || words.some(maySayMore)
  const printed = ground.sheet.text.blocks[candidate.nameBlock]?.text ?? own
  const stated = statusInRow(ground.sheet, entry.block)
  const said =
    markOf(printed) ??
    (stated !== undefined ? saidOf(stated) : mayBeSaid ? saidOf([own, headed, words.join('\n'), marked].join(' · ')) : {})
  if (said.status) listing.status = said.status
  if (said.notice) listing.notice = said.notice
  const off = entry.sense.is === 'meeting' ? entry.sense.off : undefined
  if (off === 'cancelled') listing.status = 'cancelled'
  else if (off) listing.notice = 'postponed'
  const telling = beside.find((words) => accessIn(words) !== undefined)
  const access = telling === undefined ? ground.access : accessIn(telling)
  if (access) listing.access = access
  const parts = partsOf(own, { words: around, body: who.body })
  if (parts.length > 1) listing.parts = parts
  if (when) {
    const below = entry.row ? [] : sittingsBelow(ground.sheet, entry.block, ground.lines.get(entry.block)?.times ?? [])
    const times = below.length > 0 ? below : timesNear(candidate, ground)
    const there = zoneOf([place.city, place.country, place.venue].filter(Boolean).join(', ')) ?? ground.zone
    const ours = inZone(times, there ?? ground.timezone)
    listing.when = whenOf(when, ours, zoneFor(ours, there, who, ground))
  }
  listing.key = keyOf(listing, named)
  return listing
}

const areTentative = onceOfEach((around: string[]) => around.some(saysTentative))
const saysTentative = once((words) => /\btentative\b|\bprovisional\b/i.test(words) && !/agenda/i.test(words))

/** The days and wall times of a meeting. */
function whenOf(date: ResolvedDate, times: PrintedTime[], timezone: string): When {
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

/** Of one time printed for several places (`09:00 New York / 15:00 Vienna`) that of the meeting's own. */
function inZone(times: PrintedTime[], seat: string): PrintedTime[] {
  if (times.length < 2) return times
  // CET names no zone by itself, but it is no New York time either.
  const zoneIn = ({ zone }: PrintedTime) =>
    zone?.zone ?? (/^C(?:ES?|entral European )T/i.test(zone?.label ?? '') && seat.startsWith('Europe/') ? seat : undefined)
  const zones = new Set(times.flatMap((time) => zoneIn(time) ?? []))
  return zones.size > 1 && zones.has(seat) ? times.filter((time) => zoneIn(time) === seat) : times
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

function zoneFor(times: PrintedTime[], there: string | undefined, who: Identity, ground: Ground): string {
  return (
    times.find(({ zone }) => zone?.zone)?.zone?.zone ??
    there ??
    (ground.timezone === 'Europe/Vienna' ? bodies[who.body].seat : ground.timezone)
  )
}

/** Identity is the key where it tells the meeting from others; else the words of the title. Dates are never part of it. */
export function keyOf(listing: Listing, named = true): string {
  const { body, kind, session, group, part, title } = listing
  const tells = session !== undefined && kind !== 'side-event' && kind !== 'briefing' && (named || body !== 'OTHER')
  if (tells) return ['identity', body, kind, session, group, part].filter((piece) => piece !== undefined).join(':')
  const words = title.replace(/\b(?:19|20)\d\d\b/g, ' ').replace(/\b(?:the|an?|of|on|in|and|for|to)\b/gi, ' ')
  return `title:${body}:${wordKey(words)}`
}
