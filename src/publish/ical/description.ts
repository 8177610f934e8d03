import type { Conflict, Event, Speaker, When } from '../../event/index.ts'
import { shownStatus, shownWhen, sourceOf } from '../shown.ts'
import { dateWords, dayWords, hoursWords, whenWords, zoneCity } from '../words/dates.ts'
import { type Language, wordsOf } from '../words/language.ts'
import type { Words } from '../words/words.ts'
import { cleanLine, cleanText, cleanUrl } from './clean.ts'

/** What a description may hold, in UTF-16 units; what the source wrote is shortened, what we must say is not. */
const room = 800

/**
 * The plain text of an event: state, local time with the city's name, what it is, deadlines, access, links, and where it was read. It holds
 * nothing that a poll without news would change (FEEDS: same inputs, same bytes): no time of asking, no time last seen.
 */
export function describe(event: Event, address: string, language: Language = 'en'): string {
  const words = wordsOf(language)
  const before = [
    ...stateLines(event, words, language),
    ...whenLines(event, words, language),
    `${words.kinds[event.kind]}${words.comma}${words.bodies[event.body]}${event.place.format ? ` (${words.formats[event.place.format]})` : ''}`,
  ]
  const after = [
    ...event.deadlines
      .slice(0, 5)
      .map((last) => words.labelled(words.deadlines[last.kind], dayWithHour(last.date, last.time, language))),
    ...(event.access ? [words.labelled(words.access, shortened(cleanLine(event.access), 200))] : []),
    ...conflictLines(event.conflicts, words, language),
    ...linkLines(event, words),
    ...readLines(event.speakers, words, language),
    words.labelled(words.details, address),
  ]
  const said = [...before, ...after].join('\n')
  const text = event.description ? shortened(cleanText(event.description).trim(), room - said.length) : ''
  return cleanText([...before, ...(text ? [text] : []), ...after].join('\n'))
}

function stateLines(event: Event, words: Words, language: Language): string[] {
  const status = shownStatus(event)
  const lines: string[] = []
  if (event.state === 'withdrawn') lines.push(words.withdrawn)
  else if (event.state === 'merged') lines.push(words.merged)
  else if (event.notice === 'postponed') lines.push(words.postponed)
  else if (status === 'cancelled') lines.push(words.cancelled)
  else if (status === 'tentative' && event.when?.precision === 'day') lines.push(words.notConfirmed)
  if (event.notice === 'moved-online') lines.push(words.movedOnline)
  if (!event.when) lines.push(words.undated)
  else if (event.was && whenWords(event.was, language) !== whenWords(event.when, language)) {
    lines.push(words.movedFrom(whenWords(event.was, language)))
  }
  if (event.note) lines.push(shortened(cleanLine(event.note), 300))
  return lines
}

function whenLines(event: Event, words: Words, language: Language): string[] {
  const when = shownWhen(event)
  if (!when) return []
  const date = dateWords(when, language)
  const hours = hoursWords(when, language)
  const first = date.charAt(0).toUpperCase() + date.slice(1)
  const line = hours ? `${first}${words.comma}${hours} (${words.timeOf(cityOf(event, when, words))})` : first
  return when.precision === 'day' ? [line] : [line, words.notExact]
}

/** The place's city, unless it is known to be of another clock (a meeting online, hosted in Vienna and timed for New York). */
function cityOf(event: Event, when: When, words: Words): string {
  const clock = zoneCity(when.timezone)
  const printed = cleanLine(event.place.city ?? '')
  const city = event.place.format === 'online' || !printed || clocks.has(printed) ? clock : printed
  return words.cities[city] ?? city
}

const clocks = new Set(Intl.supportedValuesOf('timeZone').map(zoneCity))

function dayWithHour(date: string, time: string | undefined, language: Language): string {
  return time ? `${dayWords(date, language)}${wordsOf(language).comma}${time}` : dayWords(date, language)
}

function conflictLines(conflicts: Conflict[], words: Words, language: Language): string[] {
  const dates = conflicts.find(({ field }) => field === 'when' || field.startsWith('when.'))
  if (!dates) return []
  const values = dates.values.map(({ value, said }) => `${valueWords(value, language)} (${sourceOf(said) ?? words.editors})`)
  return [shortened(cleanLine(words.labelled(words.disagree, values.join('; '))), 300)]
}

function valueWords(value: unknown, language: Language): string {
  return isWhen(value) ? whenWords(value, language) : String(value)
}

function isWhen(value: unknown): value is When {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value && 'precision' in value
}

function linkLines(event: Event, words: Words): string[] {
  return event.links.slice(0, 6).flatMap(({ rel, url }) => {
    const clean = cleanUrl(url)
    return clean ? [words.labelled(words.links[rel], clean)] : []
  })
}

function readLines(speakers: Speaker[], words: Words, language: Language): string[] {
  const seen = new Set<string>()
  return [...speakers]
    .sort((a, b) => (a.firstSeenAt < b.firstSeenAt ? -1 : a.firstSeenAt > b.firstSeenAt ? 1 : a.source < b.source ? -1 : 1))
    .flatMap((speaker) => {
      const url = cleanUrl(speaker.url)
      if (!url || seen.has(url) || seen.size === 3) return []
      seen.add(url)
      const line = words.labelled(words.readAt, `${url} (${words.since(dayWords(speaker.firstSeenAt.slice(0, 10), language))})`)
      return [speaker.missingSince ? `${line}. ${words.missing(dayWords(speaker.missingSince.slice(0, 10), language))}` : line]
    })
}

/** At most so many UTF-16 units, cut between words and marked as cut; empty where fewer than 40 would be left. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  if (most < 40) return ''
  const cut = text.slice(0, most - 1)
  const blank = cut.search(/\s\S*$/)
  return `${(blank > most / 2 ? cut.slice(0, blank) : cut)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd()}…`
}
