import type { Clock } from './clock.ts'
import type { Property } from './lines.ts'
import { dayMs, inZone, type Moment } from './moment.ts'
import { ruleOf } from './rule.ts'
import { type Budget, most, startsOf, type Window } from './series.ts'
import type { Draft } from './vevent.ts'
import { instantOf } from './zones/index.ts'

/** One meeting of a draft: which occurrence of its series it is, when it starts, and what was said of it. */
export type Occurrence = { draft: Draft; start: Moment; lasts?: number | undefined; instead?: Moment | undefined }

/** The meetings that the events of one UID make, and sentences for what of their series was left out. */
export type Meetings = { occurrences: Occurrence[]; left: string[] }

/** What the events of a file are repeated by. */
export type Frame = { clock: Clock; window: Window; budget: Budget }

/** RFC 5545 section 3.8.4.4: the events that stand for one occurrence take its place; those whose series is not in the file stand alone. */
export function meetingsOf(drafts: Draft[], frame: Frame): Meetings {
  const { masters, exceptions } = parted(drafts)
  const left: string[] = []
  const found = masters.flatMap((draft) => repeated(draft, frame, left))
  const all = exceptions
    .filter(({ andFollowing }) => andFollowing)
    .sort(byName)
    .slice(0, 20)
    .reduce(following, found)
  const isReplaced = matching(exceptions.flatMap(({ instead }) => instead ?? []))
  const standing = all.filter(({ start, instead }) => !isReplaced(instead ?? start))
  const own = exceptions.map((draft) => ({ draft, start: draft.start, lasts: draft.lasts, instead: draft.instead }))
  return { occurrences: [...standing, ...own], left }
}

/** A lone event that stands for one occurrence and yet has a rule is the series itself: some programs write it so. */
function parted(drafts: Draft[]): { masters: Draft[]; exceptions: Draft[] } {
  const [only, ...others] = drafts
  if (only?.instead && others.length === 0 && only.properties.some(({ name }) => name === 'RRULE' || name === 'RDATE')) {
    const { instead: _, ...series } = only
    return { masters: [series], exceptions: [] }
  }
  return {
    masters: latest(drafts.filter(({ instead }) => !instead)),
    exceptions: latest(drafts.filter(({ instead }) => instead)),
  }
}

/** Of events that say they are the same one, the one revised last. Where two are of one revision, both stand if they differ in start or title. */
function latest(drafts: Draft[]): Draft[] {
  const last = Math.max(...drafts.map(({ sequence, instead }) => (instead ? 0 : sequence)))
  const kept = new Map<string, Draft>()
  for (const draft of drafts) {
    if (!draft.instead && draft.sequence < last) continue
    const key = draft.instead ? keyOf(draft.instead) : `${keyOf(draft.start)} ${draft.title}`
    const other = kept.get(key)
    const isLater = !other || draft.sequence > other.sequence || (draft.sequence === other.sequence && draft.stamp >= other.stamp)
    if (isLater) kept.set(key, draft)
  }
  return [...kept.values()]
}

function repeated(draft: Draft, { clock, window, budget }: Frame, left: string[]): Occurrence[] {
  const say = (what: string) => left.push(`"${short(draft)}": ${what}`)
  const walls: number[] = [draft.start.wall]
  let isSeries = false
  for (const { value } of draft.properties.filter(({ name }) => name === 'RRULE').slice(0, 5)) {
    const rule = ruleOf(value)
    isSeries = true
    if (typeof rule === 'string') {
      say(`${rule}; only its first day was read`)
      continue
    }
    const series = startsOf(rule, draft.start, { window, budget, clock })
    if (series.left) say(series.left)
    if (series.walls[0] !== draft.start.wall) walls.shift()
    walls.push(...series.walls)
  }
  if (draft.properties.some(({ name }) => name === 'EXRULE'))
    say('its exceptions by a rule (EXRULE) are not followed; all of its days were read')
  const listed = (name: string) =>
    draft.properties
      .filter((property) => property.name === name)
      .flatMap((property) => momentsOf(property, draft.start, clock, budget))
  const extra = listed('RDATE')
  const exceptions = listed('EXDATE')
  const isException = matching(exceptions)
  if (extra.length > most) say(`it lists ${extra.length} dates and more (RDATE); the first ${most} were read`)
  const all = [...new Set([...walls, ...extra.slice(0, most).map(({ wall }) => wall)])].sort((a, b) => a - b)
  const starts = all.map((wall) => ({ ...draft.start, wall }))
  const standing = exceptions.length ? starts.filter((start) => !isException(start)) : starts
  if (!standing.length) say('all of its days are excepted (EXDATE); nothing is left of it')
  const isOne = !isSeries && extra.length === 0
  return standing.map((start) => ({ draft, start, lasts: draft.lasts, ...(!isOne && { instead: start }) }))
}

/** Whether a moment is one of these: the same instant, or on a day that is named as a day. */
function matching(moments: Moment[]): (moment: Moment) => boolean {
  const keys = new Set(moments.map(keyOf))
  const days = new Set(moments.map(({ wall }) => Math.floor(wall / dayMs)))
  return (moment) => {
    const day = Math.floor(moment.wall / dayMs)
    if (moment.isDay) return days.has(day)
    return keys.has(keyOf(moment)) || keys.has(`wall ${moment.wall}`) || keys.has(`day ${day}`)
  }
}

/** Equal for moments that are the same instant, day or floating time. */
function keyOf({ wall, isDay, zone }: Moment): string {
  if (isDay) return `day ${Math.floor(wall / dayMs)}`
  return zone ? `at ${instantOf(wall, zone)}` : `wall ${wall}`
}

/** The moments of an RDATE or EXDATE on the clock of the series; of a period its start. */
function momentsOf({ value, parameters }: Property, start: Moment, clock: Clock, budget: Budget): Moment[] {
  const dates = value.split(',').slice(0, Math.max(0, budget.dates))
  budget.dates -= dates.length
  return dates.flatMap((one) => {
    const moment = clock.moment({ value: one.split('/')[0] ?? '', parameters }, [])
    if (!moment) return []
    return start.isDay && !moment.isDay
      ? [{ wall: Math.floor(moment.wall / dayMs) * dayMs, isDay: true }]
      : [inZone(moment, start.zone)]
  })
}

/** RANGE=THISANDFUTURE (section 3.2.13): what follows is moved and said alike. */
function following(found: Occurrence[], draft: Draft): Occurrence[] {
  const { instead } = draft
  if (!instead) return found
  const isFirst = matching([instead])
  const nameOf = (one: Occurrence) => one.instead ?? one.start
  const first = found.find((one) => isFirst(nameOf(one)))
  if (!first) return found
  const from = nameOf(first).wall
  const shift = draft.start.isDay === instead.isDay ? draft.start.wall - inZone(instead, draft.start.zone).wall : 0
  return found.map((one) => {
    const name = nameOf(one)
    if (name.wall <= from) return one
    return { draft, start: { ...name, wall: name.wall + shift }, lasts: draft.lasts, instead: name }
  })
}

function byName(a: Draft, b: Draft): number {
  return (a.instead?.wall ?? 0) - (b.instead?.wall ?? 0)
}

function short({ title }: Draft): string {
  return title.slice(0, 80)
}
