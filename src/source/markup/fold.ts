const plain = /^[!-~]+(?: [!-~]+)*$/

/** Control and format characters, variation selectors: nothing a reader sees. Line ends and tabs are blanks, not these. */
const invisible = /(?![\t\n\r])[\p{Cc}\p{Cf}]|[\u{fe00}-\u{fe0f}]/gu

/** A {@link fold} for the texts of one page: what is said again is the very same string, which is quick to look up. */
export function folding(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    let folded = known.get(text)
    if (folded === undefined) {
      folded = fold(text)
      known.set(text, folded)
    }
    return folded
  }
}

/** One line: blanks of every kind folded to single spaces, invisible and bidirectional marks left out, composed (NFC). */
export function fold(text: string): string {
  if (text === '' || plain.test(text)) return text
  return text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim()
}
