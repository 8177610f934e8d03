import { fold } from '../markup/fold.ts'
import { scan } from '../markup/scan.ts'

/** The words of a piece of markup as one line: `Symposium &#8220;Safe Schools&#8221;<br>`; entities escaped twice are read too. */
export function wordsOf(markup: string): string {
  const once = strip(markup)
  return /&(?:#\d+|#x[\da-f]+|[a-z]+);|<[a-z/][^<>]*>/i.test(once) ? strip(once) : once
}

function strip(markup: string): string {
  if (!/[<&]/.test(markup)) return fold(markup)
  let said = ''
  scan(markup, {
    open() {
      said += ' '
    },
    close() {
      said += ' '
    },
    text(words) {
      said += words
    },
  })
  return fold(said)
}
