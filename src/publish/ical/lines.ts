import { escape as escaped, foldLines } from 'ical-generator'
import { cleanText } from './clean.ts'

/** One content line with a TEXT value (RFC 5545 section 3.3.11): cleaned and escaped, not yet folded. */
export function textLine(name: string, text: string): string {
  return `${name}:${escaped(cleanText(text), false)}`
}

/** Content lines as they go out: folded at 75 octets inside no character (RFC 5545 section 3.1), CRLF after each. */
export function toOctets(lines: string[]): string {
  return `${foldLines(lines.join('\r\n'))}\r\n`
}

/** The content lines of a text that was folded, whole again. */
export function unfolded(text: string): string[] {
  return text.replaceAll('\r\n ', '').split('\r\n').filter(Boolean)
}
