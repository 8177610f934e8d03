/** A JSON value. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

/** As many lists and objects inside each other, values in all, and about as many characters of a text with escapes, as are read. */
const most = { deep: 60, values: 1_000_000, characters: 50_000 }

const escapes = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', ''],
  ['f', ''],
])

/**
 * JSON (RFC 8259) as pages print it: commas too many or too few, comments and line ends inside strings are forgiven; undefined for anything else.
 * Linear, and never throws.
 */
export function parseJson(text: string): Json | undefined {
  let at = 0
  let count = 0
  // A choice repeated inside one expression would be remembered turn by turn, and a megabyte of blanks is more than it can hold.
  const blank = /[\s,]+|<!--|-->|\/\/(?:<!\[CDATA\[|\]\]>)/y
  const literal = /true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
  const skip = (): string => {
    for (let length = -1; length !== 0; at += length) {
      const comment = text.startsWith('/*', at) ? text.indexOf('*/', at + 2) : -1
      blank.lastIndex = at
      length = comment > 0 ? comment + 2 - at : (blank.exec(text)?.[0].length ?? 0)
    }
    return text.charAt(at)
  }
  const string = (): string | undefined => {
    let said = ''
    for (let from = ++at; at < text.length; at++) {
      const c = text.charCodeAt(at)
      if (c === 34) {
        said += text.slice(from, at++)
        return said
      }
      if (c === 92) {
        const sign = text.charAt(at + 1)
        const code = sign === 'u' ? Number.parseInt(text.slice(at + 2, at + 6), 16) : Number.NaN
        const meant = Number.isNaN(code) ? (escapes.get(sign) ?? sign) : String.fromCharCode(code)
        if (said.length < most.characters) said += text.slice(from, at) + meant
        at += Number.isNaN(code) ? 1 : 5
        from = at + 1
      }
    }
    return undefined
  }
  const value = (depth: number): Json | undefined => {
    const c = skip()
    if (++count > most.values) return undefined
    if (c === '"') return string()
    if (depth > most.deep) return undefined
    if (c === '[') return list(depth)
    if (c === '{') return object(depth)
    literal.lastIndex = at
    const word = literal.exec(text)?.[0]
    if (word === undefined) return undefined
    at += word.length
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : Number(word)
  }
  const list = (depth: number): Json[] | undefined => {
    const items: Json[] = []
    at++
    while (skip() !== ']') {
      const item = value(depth + 1)
      if (item === undefined) return undefined
      items.push(item)
    }
    at++
    return items
  }
  const object = (depth: number): Json | undefined => {
    const fields: [string, Json][] = []
    at++
    while (skip() !== '}') {
      const name = text.charAt(at) === '"' ? string() : undefined
      if (name === undefined || skip() !== ':') return undefined
      at++
      const item = value(depth + 1)
      if (item === undefined) return undefined
      fields.push([name, item])
    }
    at++
    return Object.fromEntries(fields)
  }
  return value(0)
}

/** The named field of a JSON object as text without markup or entities; undefined when it is none. */
export function field(value: Json | undefined, name: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? value[name]
    : undefined
}
