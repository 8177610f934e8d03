import { once } from '../once.ts'

const beside =
  /\s?[([,;–—-]{0,2}\s?\b(?:(?:co-?|jointly )?(?:organi[sz]ed|hosted|sponsored|supported|arranged) by|organi[sz]ers?:|hosts?:|(?:together|jointly|joint) with|in (?:cooperation|partnership|collaboration|parallel) with|back[- ]to[- ]back with|with the support of)\s(?:(?!\b(?:at|during|in|on the (?:margins|sidelines))\b)[^.;:()]){1,120}\)?/gi
const owner =
  /(?<![\p{L}\d-])[\p{L}\d-]{1,40}(?: of NGOs)?(?:'s|’s)\s(?=(?:[\p{L}\d-]{1,40}\s){0,3}?(?:side[- ]?events?|special events?|briefing|webinar)\b)/giu
const added =
  /, (?:(?:followed|preceded) by|including|plus) [^,;]{1,100}$|, [^,;]{1,80} to be (?:announced|confirmed|determined)$/iu
/** A word that each of these has, as most titles have none. */
const may = /organi[sz]|host|sponsor|support|arrang|with|['’]s|(?:follow|preced)ed by|including|plus|to be/i

/** The words of a title without who organises the meeting, and which others are held with it or after it: what is left names its own body. */
export const subjectOf = once(withoutHosts)

function withoutHosts(words: string): string {
  if (!may.test(words)) return words
  const left = words.replace(beside, ' ').replace(owner, ' ').replace(added, '').trim()
  return left === '' ? words : left
}
