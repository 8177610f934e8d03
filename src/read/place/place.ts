import type { Format, Place } from '../../event/index.ts'
import { cities, cityPattern, countries } from './cities.ts'

const room = new RegExp(
  [
    String.raw`\b(?:VIC[ -]+)?(?:Conference )?Room[s]? (?:No\. ?)?[A-Z]{0,3}-? ?\d{0,4}(?:-\d)?(?: and [A-Z]{0,2}\d{1,3})?\b`,
    String.raw`\bBoard ?room[ -]?[A-F]\b(?:-[A-F]\b)?|\bBoard Room[ -][A-F]\b|\bBR-?[A-F]\b|\bC-?BR-? ?[A-F]\b`,
    String.raw`\bPlenary(?: Hall)?(?: [A-Z][\w-]*){0,2}(?: M-?Building)?|\bPress Room\b|\bTrusteeship Council Chamber\b|\bEconomic and Social Council Chamber\b|\bGeneral Assembly Hall\b|\bSalle [A-Z]{0,3}[\dIVX]{1,4}\b|\bTempus\b|\b[A-M]-?[Bb]uilding\b|\bMBR-? ?[A-F]\b|\bVIC-M\b|\b(?:C-)?CR-?\d\b`,
    String.raw`\b(?:C0|E0|CO|[CDEFGM])\d{1,4}\b(?!\.)|\bRoom [A-Z]\d{3,4}\b`,
  ].join('|'),
  'g',
)
const building =
  /\b(?:(?:the )?Vienna International (?:Centre|Center)(?: \(VIC\))?|\bVIC\b|(?:the )?(?:UN|United Nations) (?:Headquarters|HQ)|Palais des Nations|UNHQ|Palais Wilson|(?:the )?(?:[A-Z][\p{L}'’-]+ ){1,6}(?:Hotel|Centre|Center|Palace|Complex|Hall|Building|Campus|Palais|Auditorium|Academy|University|Institute|Resort|Ministry|Parliament)(?: (?:of|at|in) (?:[A-Z][\p{L}'’-]+ ?){1,4})?(?: (?:Complex|Hotel|Building|Centre|Hall))?)/gu
const label =
  /(?:^|[\s(.;])(?:Location|Venue|Where|Place|Room|Lieu|Lugar|Ort|Место(?: проведения)?|地点|المكان)\s*(?:\([^)]{0,30}\)\s*)?[:：]\s*([^;\n]{2,200})/iu

/** Where a meeting is, as the words say; nothing is assumed. */
export function placeOf(text: string): Place {
  const place: Place = {}
  const format = formatOf(text)
  if (format) place.format = format
  const labelled = label.exec(text)
  const spot = labelled?.[1] ? beforeSentence(labelled[1]) + nextLine(text, labelled) : undefined
  const said =
    spot && !formatOnly.test(spot) && !/\b(?:tbc|tba|to be (?:confirmed|announced|determined))\b|yet to be confirmed/i.test(spot)
      ? spot
      : undefined
  const rooms = [...new Set([...(said ?? text).matchAll(room)].map(([words]) => words.trim()))]
  const houses = [...(said ?? text).matchAll(building)].map(([words]) => words.replace(/^the /i, '').trim())
  const city = cityIn(said ?? text)
  if (rooms[0]) place.room = rooms[0]
  if (city) {
    place.city = city.name
    if (city.country) place.country = city.country
  }
  const parts = said ? [...(rooms[0] && !said.includes(rooms[0]) ? [rooms[0]] : []), said] : [rooms[0], houses[0], city?.printed]
  const venue = joined(parts.filter((part) => part !== undefined))
  if (venue) place.venue = venue
  return place
}

/** The first place, with what it does not say filled from the others. */
export function placesJoined(...places: Place[]): Place {
  const [first = {}, ...rest] = places
  return rest.reduce<Place>((all, more) => {
    const joint: Place = { ...more, ...all }
    if (all.venue && more.venue && !all.city && more.city && !all.venue.includes(more.city))
      joint.venue = joined([all.venue, more.venue])
    if (
      all.venue &&
      more.venue &&
      all.city &&
      all.venue === cityWords(all) &&
      (more.room || more.venue.length > all.venue.length)
    )
      if (!more.city || more.city === all.city) joint.venue = more.city ? more.venue : joined([more.venue, all.venue])
    return joint
  }, first)
}

function cityWords(place: Place): string {
  return [place.city, place.country].filter(Boolean).join(', ')
}

function joined(parts: string[]): string {
  const all: string[] = []
  for (const part of parts) if (!all.some((other) => other.includes(part))) all.push(part)
  return all.join(', ')
}

/** A place may run over two lines: `Location: Room E1053` and below it `Vienna International Centre`. */
function nextLine(text: string, labelled: RegExpExecArray): string {
  const [first = '', next = ''] = text.slice(labelled.index).replace(/^\s+/, '').split('\n')
  return first !== '' && next !== '' && next.length < 80 && next.search(building) === 0 && !first.includes(next)
    ? `, ${next.trim()}`
    : ''
}

function beforeSentence(words: string): string {
  const end = /(?<!\b(?:St|No|Dr|Mr|D\.C|U\.N))\.(?:\s|$)|\s[|•·]\s|\n/.exec(words)?.index ?? words.length
  return words
    .slice(0, end)
    .replace(/^[\s*–—-]+|[\s,;:–—-]+$/g, '')
    .replace(/\s*\((?:tbc|tba)\)/i, '')
}

/** The city a text names first with a country, else first; `printed` are its words: `Vienna, Austria`. */
export function cityIn(text: string): { name: string; country?: string; printed: string; index: number } | undefined {
  let found: { name: string; country?: string; printed: string; index: number } | undefined
  for (const match of text.matchAll(cityPattern)) {
    const [name] = match
    const rest = text.slice(match.index + name.length, match.index + name.length + 60)
    const country = /^\s*(?:,\s*|\()([\p{Lu}][\p{L}. ]{1,30}?)(?=[\s]*(?:[,;.:()]|$|\s(?:from|on|and|in|will|to|at|between)\b))/u
      .exec(rest)?.[1]
      ?.trim()
    const known = country !== undefined && countries.has(country) ? country : undefined
    const next = { name, printed: known ? `${name}, ${known}` : name, index: match.index, ...(known ? { country: known } : {}) }
    if (!found || (known && !found.country)) found = next
    if (found.country) break
  }
  return found
}

const formatOnly =
  /^\s*(?:fully |held )?(?:online|virtual(?:ly)?|hybrid|in[- ]person|webex|zoom|(?:ms|microsoft) teams|virtual (?:format|meeting|event)|in-person and virtual format)(?:\s+(?:meeting|format|only|event))?\s*\.?$/i

/** How people attend, when it is said; limited participation in person beside online is hybrid. */
export function formatOf(text: string): Format | undefined {
  const hybrid =
    /\bhybrid\b|\bblended\b|\bin[- ]person and (?:virtual|online)|\b(?:virtual|online)(?:ly)? (?:and|or|as well as) in[- ]person|\bvienna and virtually\b|\band (?:virtually|online)\b|hybride|híbrid|смешанн|гибридн|混合/i
  const online =
    /\bonline\b(?! registration| form| platform)|\bvirtual(?:ly)?\b|\bweb-?ex\b|\bzoom\b|\bteams\b|\bwebinar\b|\bvideo ?conference|\bremote(?:ly)?\b|en ligne|en línea|онлайн|线上/i
  const person = /\bin[- ]person\b|en présentiel|presencial/i
  if (hybrid.test(text)) return 'hybrid'
  if (/\bin[- ]person participation\b/i.test(text) && !/\bno in[- ]person\b/i.test(text))
    return online.test(text) || /\bpossible\b|\blimited\b/i.test(text) ? 'hybrid' : 'in-person'
  if (/\bonline format only\b|\bfully online\b|\bonly online\b/i.test(text)) return 'online'
  if (/\bheld in[- ]person\b/i.test(text)) return 'in-person'
  const isOnline = online.test(text)
  if (isOnline && person.test(text)) return 'hybrid'
  if (isOnline) return 'online'
  return person.test(text) ? 'in-person' : undefined
}

const formatWords =
  /\b(?:(?:fully |held |in an? )?(?:online|virtual(?:ly)?|hybrid|in[- ]person)(?: and (?:online|virtual(?:ly)?|in[- ]person))?(?: (?:only|format|mode|meeting|event|participation))?|(?:via |by )?(?:web-?ex|zoom|(?:microsoft |ms )?teams)(?: meeting)?)\b/gi

/** The words left when rooms, buildings, cities with their countries and formats are taken away. */
export function placeless(text: string): string {
  const labelled = label.exec(text)
  const said = labelled?.[1] ? text.replace(labelled[0], ' ') : text
  const city = cityIn(said)
  const without = city
    ? said.replace(new RegExp(`${literal(city.name)}\\s*(?:[,(]\\s*${literal(city.country ?? '~')}\\)?)?`, 'u'), ' ')
    : said
  return without.replace(room, ' ').replace(building, ' ').replace(cityPattern, ' ').replace(formatWords, ' ')
}

function literal(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Whether words say where or how a meeting is. */
export function hasPlaceWords(text: string): boolean {
  return (
    cityIn(text) !== undefined ||
    text.search(room) >= 0 ||
    text.search(building) >= 0 ||
    label.test(text) ||
    formatOf(text) !== undefined
  )
}
