import type { PrintedDate } from '../dates/index.ts'
import type { PrintedTime } from '../times/index.ts'

/** Stands where a date or a time was, so that what is around it can be told apart. */
export const gap = '¦'

/** The text with its dates and times put out of the way, as {@link gap}s of one character. */
export function masked(text: string, dates: PrintedDate[], times: PrintedTime[]): string {
  if (dates.length + times.length === 0) return text
  const holes = [...dates, ...times]
    .map(({ index, length }) => ({ index, end: index + length }))
    .sort((a, b) => a.index - b.index)
  let said = ''
  let at = 0
  for (const { index, end } of holes) {
    if (end <= at) continue
    said += text.slice(at, Math.max(at, index)) + gap
    at = end
  }
  return said + text.slice(at)
}

const labels =
  /(?:^|(?<=[\s(¦,;|·•–—/-]))(?:(?:new|tentative|proposed|provisional|meeting|event|session)(?:['’]s)?\s+)?(?:dates?(?: of (?:the )?(?:meeting|session|event|conference))?(?: and (?:time|venue|place))?|when|time|day|start(?:s|ing)?|end(?:s|ing)?|begin(?:s|ning)?|from|until|to|on|at|de|du|au|le|commencez|début|fin|fecha|inicio|fechas|quand|cuándo|когда|дата|tbc|tba|to be confirmed|provisional|tentative(?: dates?)?|confirmed|(?:Europe|America|Africa|Asia|Australia|Pacific)\/[A-Z]\w+|local time|vienna time|(?:c|e|g|w|m|p)e?(?:s|d|m)?t|utc|gmt(?:\s*[+−-]\s*\d{1,2})?|hrs?|hours?|uhr|o'clock|daily|all[- ]day(?: event)?|each day|a\.?m\.?|p\.?m\.?|time|location|venue|place|where|room|lieu|lugar|ort|format|languages?|contact|organi[sz]ers?|speakers?|participants?|upcoming|today|add to calendar|also|and|et|y|the|of|in|from|week|week of|month)\s*[:：.]?(?=$|[\s)¦,;|·•–—/-])/giu

/** The words of a line without dates, times, labels and punctuation: what else it says. */
export function residue(said: string): string {
  let left = said
  for (let i = 0; i < 3; i++) left = left.replace(labels, ' ')
  return left
    .replace(/[¦()[\]{}|·•:;,.\-–—@/*"“”'’+]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
