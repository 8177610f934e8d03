import type { Place } from '../../event/index.ts'
import { matches } from '../matches.ts'
import { once } from '../once.ts'
import { citiesIn, countries } from './cities.ts'
import { formatOf, formatOnly } from './format.ts'
import { joined } from './joined.ts'
import { buildings, room, spotsFrom, withoutBuildings } from './spots.ts'

const label =
  /(?:^|[\s(.;])(?:Location|Venue|Where|Place|Room|Lieu|Lugar|Ort|Место(?: проведения)?|地点|المكان)\s*(?:\([^)]{0,30}\)\s*)?[:：]\s*([^;\n]{2,200})/iu

/** Where a meeting is, as the words say; nothing is assumed. */
export const placeOf = once(placeSaid)

function placeSaid(text: string): Place {
  const place: Place = {}
  const format = formatOf(text)
  if (format) place.format = format
  const labelled = label.exec(text)
  const spot = labelled?.[1] ? beforeSentence(labelled[1]) + nextLine(text, labelled) : undefined
  const said =
    spot && !formatOnly.test(spot) && !/\b(?:tbc|tba|to be (?:confirmed|announced|determined))\b|yet to be confirmed/i.test(spot)
      ? spot
      : undefined
  const rooms = [...new Set(matches(said ?? text, room).map(([words]) => words.trim()))]
  const houses = buildings(said ?? text).map(([words]) => words.replace(/^the /i, '').trim())
  const city = cityIn(said ?? text)
  // A room and a link in one place: people may be in either.
  if (said && formatOf(said) === 'online' && (rooms[0] || houses[0] || city)) place.format = 'hybrid'
  if (rooms[0]) place.room = rooms[0]
  if (city) {
    place.city = city.name
    if (city.country) place.country = city.country
  }
  const parts = said
    ? [...(rooms[0] && !said.includes(rooms[0]) ? [rooms[0]] : []), said]
    : [...spotsFrom(text, rooms[0] ?? houses[0]), houses[0], city?.printed]
  const venue = joined(parts.filter((part) => part !== undefined))
  if (venue) place.venue = venue
  return place
}

/** A place may run over two lines: `Location: Room E1053` and below it `Vienna International Centre`. */
function nextLine(text: string, labelled: RegExpExecArray): string {
  const [first = '', next = ''] = text.slice(labelled.index).replace(/^\s+/, '').split('\n')
  return first !== '' && next !== '' && next.length < 80 && buildings(next)[0]?.index === 0 && !first.includes(next)
    ? `, ${next.trim()}`
    : ''
}

function beforeSentence(words: string): string {
  const end = /(?<!\b(?:St|No|Dr|Mr|D\.C|U\.N))\.(?:\s|$)|\s[|•·]\s|\n/.exec(words)?.index ?? words.length
  return words
    .slice(0, end)
    .replace(/^[\s*–—-]+|(?<![\s,;:–—-])[\s,;:–—-]+$/g, '')
    .replace(/\s*\((?:tbc|tba)\)/i, '')
}

/** The city a text names first with a country, else first; `printed` are its words: `Vienna, Austria`. */
const cityIn = once(cityNamed)

type City = { name: string; country?: string; printed: string; index: number }

function cityNamed(text: string): City | undefined {
  let found: City | undefined
  for (const match of citiesIn(text)) {
    const { name } = match
    // `09:00 New York / 15:00 Vienna` names whose time it is.
    if (/\d[:.h]\d\d\s*(?:[ap]\.?m\.?)?\s*\(?(?:\p{L}{3,12}\/)?$/iu.test(text.slice(Math.max(0, match.index - 16), match.index)))
      continue
    const rest = text.slice(match.index + name.length, match.index + name.length + 60)
    const country =
      /^\s*(?:,\s*|\()([\p{Lu}][\p{L}. ]{1,30}?)(?=[\s]*(?:[,;.:()|·–—]|$|\s(?:from|on|and|in|will|to|at|between)\b))/u
        .exec(rest)?.[1]
        ?.trim()
    const known = country !== undefined && countries.has(country) ? country : undefined
    const next = { name, printed: known ? `${name}, ${known}` : name, index: match.index, ...(known ? { country: known } : {}) }
    if (!found || (known && !found.country)) found = next
    if (found.country) break
  }
  return found
}

const formatWords =
  /\b(?:(?:fully |held |in an? )?(?:online|virtual(?:ly)?|hybrid|in[- ]person)(?: and (?:online|virtual(?:ly)?|in[- ]person))?(?: (?:only|format|mode|meeting|event|participation))?|(?:via |by )?(?:web-?ex|zoom|(?:microsoft |ms )?teams)(?: meeting)?)\b/gi

/** `(Belem, Brazil)`: a place we need not know beside a country that we do. */
const bracketed = /\(\s*\p{Lu}[\p{L}.’' -]{1,30},\s*(\p{Lu}[\p{L} ]{2,30})\)/gu

/** The words left when rooms, buildings, cities with their countries and formats are taken away. */
export const placeless = once(withoutPlaces)

function withoutPlaces(text: string): string {
  const labelled = label.exec(text)
  const said = labelled?.[1] ? text.replace(labelled[0], ' ') : text
  const city = cityIn(said)
  const named = citiesIn(said).map(({ index, name }) => [index, index + name.length] as const)
  if (city?.country) {
    const after = said.indexOf(city.country, city.index)
    named.push([after, after + city.country.length])
  }
  let kept = ''
  let at = 0
  for (const [from, to] of named.sort((a, b) => a[0] - b[0])) {
    if (from < at) continue
    kept += `${said.slice(at, from)} `
    at = to
  }
  const left = (kept + said.slice(at)).replace(/(?<=^|,)[^,]{2,30}(?=,|$)/g, (part) => (countries.has(part.trim()) ? ' ' : part))
  const bare = left.replace(bracketed, (words, country: string) => (countries.has(country.trim()) ? ' ' : words))
  return withoutBuildings(bare.replace(room, ' ')).replace(formatWords, ' ')
}

/** Whether a column's header says that its cells are places. */
export const headsPlaces = once((header) =>
  /^(?:rooms?|venues?|locations?|places?|where|city|country|lieux?|ville|lugar|sede|ciudad|ort|место(?: проведения)?|地点|المكان)$/i.test(
    header,
  ),
)

/** Whether words say where or how a meeting is. */
export const hasPlaceWords = once(saysWhere)

function saysWhere(text: string): boolean {
  return (
    cityIn(text) !== undefined ||
    text.search(room) >= 0 ||
    buildings(text).length > 0 ||
    label.test(text) ||
    formatOf(text) !== undefined
  )
}
