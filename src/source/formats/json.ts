/** A JSON value. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

const deepest = 60

/**
 * JSON (RFC 8259) as pages print it: commas too many or too few, comments and line ends inside strings are forgiven; undefined for anything else.
 * Linear, and never throws.
 */
export function parseJson(text: string): Json | undefined {
  let at = 0
  const blank = /(?:[\s,]|\/\*(?:(?!\*\/).)*\*\/|<!--|-->|\/\/(?:<!\[CDATA\[|\]\]>))*/sy
  const literal = /true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
  const skip = (): string => {
    blank.lastIndex = at
    at += blank.exec(text)?.[0].length ?? 0
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
        said += text.slice(from, at++)
        const escaped = text.charAt(at)
        const code = escaped === 'u' ? Number.parseInt(text.slice(at + 1, at + 5), 16) : Number.NaN
        if (!Number.isNaN(code)) {
          said += String.fromCharCode(code)
          at += 4
        } else said += { n: '\n', t: '\t', r: '\r', b: '', f: '' }[escaped] ?? escaped
        from = at + 1
      }
    }
    return undefined
  }
  const value = (depth: number): Json | undefined => {
    const c = skip()
    if (c === '"') return string()
    if (depth > deepest) return undefined
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
