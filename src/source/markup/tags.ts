const inline = new Set(
  'a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr o:p q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** Whether an element flows inside a line; unknown ones of other vocabularies do. */
export function isInline(name: string): boolean {
  return inline.has(name) || name.includes('-') || name.includes(':')
}

/** Elements inside a line whose words may stand apart from those beside them; the others only change how words look. */
export const apart = new Set(['span', 'time', 'label', 'small', 'data'])

/** Elements without content. */
export const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/** Elements of which nothing is shown as text. */
export const unseen = new Set(
  'script style template svg math iframe object select datalist textarea audio video canvas head title noframes xmp'.split(' '),
)

/** End tags do not reach through these. */
export const walls = new Set(['td', 'th', 'table', 'caption', 'html', 'body'])

/** Elements that the start of another one ends: `<li>` ends an open `<li>`, unless one of the walls is between. */
export const endedBy = new Map<string, { ends: Set<string>; within: Set<string> }>([
  ['li', { ends: new Set(['li']), within: new Set(['ul', 'ol', 'menu', 'td', 'th']) }],
  ['dt', { ends: new Set(['dt', 'dd']), within: new Set(['dl', 'td', 'th']) }],
  ['dd', { ends: new Set(['dt', 'dd']), within: new Set(['dl', 'td', 'th']) }],
  ['td', { ends: new Set(['td', 'th']), within: new Set(['tr', 'table']) }],
  ['th', { ends: new Set(['td', 'th']), within: new Set(['tr', 'table']) }],
  ['tr', { ends: new Set(['tr']), within: new Set(['table']) }],
])

/** Elements whose words are bold or underlined. */
export const strong = new Set(['b', 'strong', 'u', 'th', 'dt'])

/** Elements whose words no longer hold. */
export const struck = new Set(['s', 'strike', 'del'])
