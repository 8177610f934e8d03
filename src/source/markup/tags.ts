/** What an element is by its name. */
export type Tag = {
  name: string
  /** It flows inside a line. */
  inline: boolean
  /** Inside a line, its words may stand apart from those beside them; others only change how words look. */
  apart: boolean
  /** It has no content. */
  empty: boolean
  /** Nothing of it is shown as text. */
  unseen: boolean
  /** End tags do not reach through it. */
  wall: boolean
  /** Its words are bold or underlined. */
  strong: boolean
  /** Its words no longer hold. */
  struck: boolean
  /** Level of a heading, 0 for what is none. */
  level: number
}

const names = (words: string) => new Set(words.split(' '))
const inline = names(
  'a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr o:p q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr',
)
const apart = names('span time label small data')
const empty = names('area base br col embed hr img input link meta param source track wbr')
const unseen = names(
  'script style template svg math iframe object select datalist textarea audio video canvas head title noframes xmp',
)
const walls = names('td th table caption html body')
const strong = names('b strong u th dt')
const struck = names('s strike del')
const blocks = names(
  'address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header html legend li main menu nav noscript ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul',
)

const known = new Map(
  [inline, apart, empty, unseen, walls, strong, struck, blocks].flatMap((set) => [...set].map((name) => [name, described(name)])),
)

/** The element of a name in lower case; unknown ones of other vocabularies flow inside a line. */
export function tagOf(name: string): Tag {
  return known.get(name) ?? described(name)
}

function described(name: string): Tag {
  return {
    name,
    inline: inline.has(name) || name.includes('-') || name.includes(':'),
    apart: apart.has(name),
    empty: empty.has(name),
    unseen: unseen.has(name),
    wall: walls.has(name),
    strong: strong.has(name),
    struck: struck.has(name),
    level: /^h[1-6]$/.test(name) ? Number(name[1]) : 0,
  }
}

/** Elements that the start of another one ends: `<li>` ends an open `<li>`, unless one of the walls is between. */
export const endedBy = new Map<string, { ends: Set<string>; within: Set<string> }>([
  ['li', { ends: new Set(['li']), within: new Set(['ul', 'ol', 'menu', 'td', 'th']) }],
  ['dt', { ends: new Set(['dt', 'dd']), within: new Set(['dl', 'td', 'th']) }],
  ['dd', { ends: new Set(['dt', 'dd']), within: new Set(['dl', 'td', 'th']) }],
  ['td', { ends: new Set(['td', 'th']), within: new Set(['tr', 'table']) }],
  ['th', { ends: new Set(['td', 'th']), within: new Set(['tr', 'table']) }],
  ['tr', { ends: new Set(['tr']), within: new Set(['table']) }],
])
