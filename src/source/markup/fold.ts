const plain = /^[!-~]+(?: [!-~]+)*$/

/** Control and format characters, variation selectors: nothing a reader sees. Line ends and tabs are blanks, not these. */
const invisible = /(?![\t\n\r])[\p{Cc}\p{Cf}]|[\u{fe00}-\u{fe0f}]/gu

/** One line: blanks of every kind folded to single spaces, invisible and bidirectional marks left out, composed (NFC). */
export function fold(text: string): string {
  if (text === '' || plain.test(text)) return text
  return text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim()
}
