import { decode } from '../../source/decode.ts'

/** A content line taken apart (RFC 5545 section 3.1); names in upper case. */
export type Property = { name: string; parameters: Record<string, string>; value: string }

const prose = new Set(['SUMMARY', 'DESCRIPTION', 'LOCATION', 'COMMENT', 'X-ALT-DESC'])
const printable = /;(?:ENCODING=)?QUOTED-PRINTABLE\b/i

/**
 * The content lines of a calendar, unfolded. Lines may end in any way, empty ones are passed over; a line that is no property goes on with
 * the text before it, as programs that forget to escape line breaks mean it.
 */
export function* propertiesOf(text: string): Generator<Property> {
  let held: Property | undefined
  for (const line of unfolded(text)) {
    const property = parse(line)
    if (property) {
      if (held) yield held
      held = property
    } else if (held && prose.has(held.name) && held.value.length < longest) held.value += `\\n${line}`
  }
  if (held) yield held
}

/** A value is not longer than this; more of it is no calendar. */
const longest = 200_000

function* unfolded(text: string): Generator<string> {
  let parts: string[] = []
  let soft = false
  for (const printed of printedLines(text)) {
    if (soft) parts.push(printed.replace(/^[ \t]/, ''))
    else if (/^[ \t]/.test(printed) && parts.length > 0) parts.push(printed.slice(1))
    else if (printed.trim() !== '') {
      if (parts.length > 0) yield parts.join('')
      parts = [printed]
    }
    // Quoted-printable of vCalendar 1.0 breaks its lines by "=" at their end.
    soft = printed.endsWith('=') && printable.test((parts[0] ?? '').slice(0, 200))
    if (soft) parts.push((parts.pop() ?? '').slice(0, -1))
  }
  if (parts.length > 0) yield parts.join('')
}

function* printedLines(text: string): Generator<string> {
  const ends = /\r\n?|\n/g
  let from = 0
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    yield text.slice(from, end.index)
    from = ends.lastIndex
  }
  if (from < text.length) yield text.slice(from)
}

function parse(line: string): Property | undefined {
  const head = /^\s*(?:[A-Za-z0-9-]{1,60}\.)?([A-Za-z0-9-]{1,80})(?=[;:])/.exec(line)
  if (!head?.[1]) return undefined
  const colon = endOfHead(line, head[0].length)
  if (colon < 0) return undefined
  const name = head[1].toUpperCase()
  const parameters = parametersOf(line.slice(head[0].length, colon))
  const value = line.slice(colon + 1, colon + 1 + longest)
  return { name, parameters, value: parameters.ENCODING === 'QUOTED-PRINTABLE' ? unquoted(value, parameters.CHARSET) : value }
}

/** The colon before the value: not one in a quoted parameter, and for a quote that never ends the first one after all. */
function endOfHead(line: string, from: number): number {
  let quoted = false
  for (let i = from; i < Math.min(line.length, from + 5000); i += 1) {
    const c = line.charCodeAt(i)
    if (c === 0x22) quoted = !quoted
    else if (c === 0x3a && !quoted) return i
  }
  return line.indexOf(':', from)
}

function parametersOf(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, item = ''] of text.slice(0, 5000).matchAll(/;((?:"[^"]*"|[^;"]|")*)/g)) {
    const [, name, value = ''] = /^([A-Za-z0-9-]+)\s*=(.*)$/s.exec(item) ?? []
    // vCalendar 1.0 leaves out the name of an encoding.
    if (name) found[name.toUpperCase()] = caret(value.replaceAll('"', '').trim())
    else if (/^(?:quoted-printable|base64|8bit|7bit)$/i.test(item)) found.ENCODING = item
  }
  if (found.ENCODING) found.ENCODING = found.ENCODING.toUpperCase()
  return found
}

/** RFC 6868 section 3.1. */
function caret(value: string): string {
  return value.replace(/\^([n^'])/g, (_, c: string) => (c === 'n' ? '\n' : c === "'" ? '"' : '^'))
}

/** RFC 2045 section 6.7. */
function unquoted(value: string, charset = 'utf-8'): string {
  if (!/=[0-9A-Fa-f]{2}/.test(value)) return value
  const bytes = Buffer.from(
    value
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
  return decode(bytes, `text/calendar; charset=${charset}`).replace(/\r\n?|\n/g, '\\n')
}
