/** Control characters but the line feed, noncharacters, explicit bidirectional controls and byte order marks: each broke or misled a reader. */
const unwanted = /(?!\n)\p{Cc}|\p{Noncharacter_Code_Point}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** What needs no cleaning; most lines do not. */
const plainAscii = /^[\n -~]*$/

/** Everything that some program takes for the end of a line, vdirsyncer and calcurse among them. */
const breaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/g

/**
 * Text for a TEXT value (RFC 5545 section 3.3.11): well-formed, NFC, line breaks as line feeds, no control characters. A combining mark
 * that would stand first on a line is left out: after an escaped line break it would join the `n` of `\n`.
 */
export function cleanText(text: string): string {
  if (plainAscii.test(text)) return text
  return text
    .toWellFormed()
    .replace(breaks, '\n')
    .replace(/\t/g, ' ')
    .replace(unwanted, '')
    .replace(/(^|\n)\p{M}+/gu, '$1')
    .normalize('NFC')
}

/** {@link cleanText} on one line, with single blanks: calcurse leaves out an event whose SUMMARY has a line break. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/\s+/g, ' ')
    .replace(/^[\s\p{M}]+|\s+$/gu, '')
}

/** The name of a calendar: {@link cleanLine} without `, ; \`, of which three programs show the backslash. */
export function cleanName(text: string): string {
  return cleanLine(text.replace(/[,;\\]/g, ' '))
}

/**
 * An http or https address as RFC 3986 writes it, everything else percent-encoded, `,` and `;` too (ruby-icalendar splits there), without
 * user or password; undefined where it is no such address.
 */
export function cleanUrl(address: string): string | undefined {
  const url = URL.parse(address.trim())
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return undefined
  url.username = ''
  url.password = ''
  return url.href.replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&()*+=%]/g, percentEncoded)
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
