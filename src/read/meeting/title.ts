import type { Identity } from '../../event/index.ts'
import { namedBodies, shortName } from '../identity/bodies.ts'
import { meetingNouns } from '../identity/kinds.ts'
import { ordinals } from '../identity/ordinals.ts'
import { shortened } from '../lines/titles.ts'
import { once, onceOfEach } from '../once.ts'

/** A title longer than this does without the name of the body above its groups, in characters. */
const longestWithParent = 200

/** The title a person would write: the words as printed, with the name of the body or group, or of the session, where they alone do not say it. */
export function titleOf(own: string, identity: Identity & { named: boolean }, around: string[]): string {
  const title = plainTitle(own)
  const heading = around.find((words) => !isVague(words)) ?? ''
  const isGroup = namesOtherGroup(heading)
  const prefix = isGroup ? heading : nameFrom(around, identity)
  const named = namedBodies(own)
  const lacksBody = named.length === 0 && prefix !== undefined && !title.toLowerCase().includes(prefix.toLowerCase())
  const shared = lacksBody && prefix ? commonStart(prefix, title) : 0
  if (shared >= 12) return shortened(`${prefix}${title.slice(shared)}`)
  if (
    !lacksBody &&
    named.length === 0 &&
    identity.body === 'OTHER' &&
    isBare(title) &&
    /^\p{Lu}.*\p{Ll}/u.test(heading) &&
    heading.length <= 120 &&
    !heading.endsWith('?')
  )
    return shortened(`${heading}: ${title}`)
  const lacksSession = identity.session === undefined && named.length > 0 && ordinals(own).length === 0
  const session = lacksSession ? sessionAbove(around, identity) : undefined
  if (lacksBody && prefix?.toLowerCase().endsWith(` ${title.toLowerCase()}`)) return shortened(prefix)
  if (lacksBody) return shortened(`${prefix}: ${title}`)
  if (session) return shortened(`${title}, ${session}`)
  return shortened(title)
}

/** The name of a meeting's body or group in the words around it, else the short one we know. */
function nameFrom(around: string[], { body, group }: Identity): string | undefined {
  if (body === 'OTHER') return undefined
  return nearest(around).find((name) => name.body === body && name.group === group)?.short ?? shortName(body)
}

const nearest = onceOfEach((around: string[]) => around.slice(0, 8).flatMap(namedBodies))

/** The words as printed, without what introduces them. */
const plainTitle = once((own) => {
  const said = unquoted(own)
    .replace(/^(?:UNODC|UNOV|UN|OHCHR|UNODA)\s*:\s+(?=\S{3})/, '')
    .replace(
      /^(?:invitation to|registration (?:for|to)|save the date|announcement of|agenda (?:of|for)|programme (?:of|for))[:!]?\s+(?=\S+ \S)/i,
      '',
    )
    .replace(/^(?:the|an?|its|our|their|la|le|les|el)\s+/i, '')
    .replace(/^(?:next|upcoming|coming|forthcoming)\s+(?=\S+ \S)/i, '')
    .replace(/^(?:two|three|four)\s+/i, '')
  return withoutParent(said).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
})

/** Whether a heading names a group that no list of ours knows. */
const namesOtherGroup = once(
  (heading) =>
    /^\p{Lu}/u.test(heading) &&
    !/\s[-|–—·»]\s/.test(heading) &&
    /\b(?:group|committee|network|task force|panel|board)\b/i.test(heading) &&
    namedBodies(heading).length === 0 &&
    heading.length <= 120,
)

/** A long title without the body whose groups it goes on to name: `Conference of the States Parties: Implementation Review Group, …`. */
function withoutParent(said: string): string {
  const parent = said.length > longestWithParent ? /^[^:]{10,120}:\s+(?=\S)/.exec(said)?.[0] : undefined
  if (!parent) return said
  const [body] = namedBodies(parent)
  const rest = said.slice(parent.length)
  return namedBodies(rest).some(({ body: of, group }) => group !== undefined && of === body?.body) ? rest : said
}

/** `Fourteenth session`, where it stands alone as the heading above. */
function sessionAbove(around: string[], identity: Identity): string | undefined {
  const heading = around.slice(0, 2).find((words) => /^(?:\S+ ){1,3}session$/i.test(words) && ordinals(words).length === 1)
  return heading && identity.group ? heading.charAt(0).toLowerCase() + heading.slice(1) : undefined
}

/** Words too loose to tell one meeting from another. */
export const isVague = once(saysNothing)

function saysNothing(own: string): boolean {
  const left = own
    .replace(
      /\b(?:the|an?|its|next|first|meetings?|(?<!-)sessions?|events?|of|this|discussion|conference|(?<!-)congress|dialogues?|consultations?|discussions?|previous|at|opening|closing|morning|afternoon|official|items?|agenda|plenary|adoption|election|part|starts?|begins?|days?|dates?)\b/gi,
      '',
    )
    .replace(/[^\p{L}]/gu, '')
  return left.length < 4 && meetingNouns(own).length > 0 && namedBodies(own).length === 0
}

function unquoted(said: string): string {
  const marks = said.match(/["“”«»]/g)
  const left = marks && marks.length % 2 === 1 ? said.replace(/["“”«»]/g, '') : said
  return left.replace(/\s+/g, ' ').trim()
}

/** How many characters two texts have in common from their start, up to the end of a word. */
function commonStart(a: string, b: string): number {
  let same = 0
  for (let i = 0; i < Math.min(a.length, b.length) && a.charAt(i).toLowerCase() === b.charAt(i).toLowerCase(); i++)
    if (!/\p{L}/u.test(b.charAt(i + 1))) same = i + 1
  return same
}

/** Nothing but a number and a word such as session. */
function isBare(title: string): boolean {
  return ordinals(title).length > 0 && /^\S+(?: \S+){0,2} (?:session|meeting|conference)$/i.test(title)
}
