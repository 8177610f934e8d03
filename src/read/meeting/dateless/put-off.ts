import type { VagueDate } from '../../dates/index.ts'
import { matches } from '../../matches.ts'

const word =
  /(?<!\p{L})(?:postponed|deferred|cancell?ed|reportée?s?|annulée?s?|aplazad[ao]s?|pospuest[ao]s?|cancelad[ao]s?)(?!\p{L})/giu
const still =
  /(?<!\p{L})(?:(?:has|have) (?:now )?been|is|are|will be|(?:a|ont) été|est|sont|ha sido|han sido|queda)(?: (?:now|again|further|therefore|thus|also))?\s*$/iu
const open = /^\s*(?:until further notice|till further notice|indefinitely|sine die|jusqu['’]à nouvel ordre|hasta nuevo aviso)/i
const mark = /(?:^|[:：;,|([–—]|\s-)\s*$/
const ends = /^\s*(?:$|[:：;,.!|)\]–—]|-\s)/

/** Words that put a meeting off in a line that prints none of its days: `has been postponed until further notice`, `(postponed)`, `Cancelled:`; none where they recall what was. */
export function findPutOff(text: string): (VagueDate & { is: 'postponed' | 'cancelled' }) | undefined {
  for (const { index, 0: said } of matches(text, word)) {
    const before = text.slice(Math.max(0, index - 40), index)
    const after = text.slice(index + said.length, index + said.length + 40)
    const verb = still.exec(before)?.[0].length
    const until = open.exec(after)?.[0].length
    const isMark =
      (mark.test(before) && ends.test(after)) || (after.trim() === '' && !/\b(?:was|were|had|been|be)\s*$/i.test(before))
    if (verb === undefined && until === undefined && !isMark) continue
    const from = index - (verb ?? 0)
    const length = (verb ?? 0) + said.length + (until ?? 0)
    return {
      index: from,
      length,
      text: text.slice(from, from + length),
      is: /^(?:cancel|annul)/i.test(said) ? 'cancelled' : 'postponed',
    }
  }
  return undefined
}
