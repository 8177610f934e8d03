import type { Body, Identity, Kind } from '../../event/index.ts'
import { onceOfEach } from '../once.ts'
import { type Named, namedBodies } from './bodies.ts'
import { kindOf } from './kinds.ts'
import { numbers } from './numbers.ts'
import { ordinals } from './ordinals.ts'
import { subjectOf } from './subject.ts'

/** What the words around a line say of its meetings, the nearest first: headings, the page's title, its address; and the source's body. */
export type Context = { words: string[]; body?: Body }

const groupKinds = new Set<Kind | undefined>(['review-group', 'working-group', 'expert-meeting'])
const generic = new Set<Kind | undefined>([undefined, 'session', 'conference', 'other', 'reconvened'])
const topics: [RegExp, string][] = [
  [/smuggling of migrants|\bSOM\b/i, 'smuggling-of-migrants'],
  [/trafficking in persons|\bTIP\b/i, 'trafficking-in-persons'],
  [/firearms/i, 'firearms'],
  [/technical assistance/i, 'technical-assistance'],
  [/international cooperation/i, 'international-cooperation'],
  [/asset recovery/i, 'asset-recovery'],
  [/prevention of corruption/i, 'prevention'],
]

/** Which meeting a line speaks of: from its own words, else from those around it. Without a body of ours it is OTHER. */
export function identityOf(words: string, context: Context): Identity & { named: boolean } {
  const own = subjectOf(words)
  const mine = namedHere(own, context)
  const near = nearGroup(own, context.words)
  const { names, group: around } = namesIn(context.words)
  const theirs = mine.length > 0 ? [] : names
  const inside =
    around && mine.length > 0 && mine.every(({ body, group }) => body === around.body && !group) && isLoose(own)
      ? around
      : undefined
  const main = inside ?? mainName(mine, own) ?? theirs[0]
  const body = main?.body ?? context.body ?? namedBodies(words)[0]?.body ?? 'OTHER'
  const ownKind = kindOf(own)
  const group = near ? undefined : (inside?.group ?? groupOf(own, mine, theirs, body, ownKind))
  const isGroups = inside !== undefined || (groupKinds.has(ownKind) && main?.kind !== undefined && mine.length > 0)
  const kind = near ? near : isGroups && main?.kind ? main.kind : kindIn(ownKind, own, mine, theirs, body)
  const identity: Identity & { named: boolean } = { body, kind, named: mine.length > 0 }
  if (group) identity.group = group
  const { session, part } = numbers(own, identity.kind)
  if (session !== undefined) identity.session = session
  if (part) identity.part = part
  return identity
}

/** The names in the nearest of the words around that name a body of ours, and the group that they name first. */
const namesIn = onceOfEach((words: string[]): { names: Named[]; group: Named | undefined } => {
  const named = words.map((said) => namedBodies(subjectOf(said)))
  const names = named.find((names) => names.some(({ body }) => body !== 'OTHER')) ?? []
  return { names, group: named.flat().find(({ group }) => group !== undefined) }
})

/** The bodies whose meeting a line names. An alliance of NGOs has side events at the meetings of others. */
function namedHere(own: string, { words }: Context): Named[] {
  const mine = namedBodies(own).filter((name) => !isTopic(own, name))
  const isBeside = kindOf(own) === 'side-event' || (kindOf(own) === undefined && kindOf(words[0] ?? '') === 'side-event')
  if (!isBeside || mine.every(({ body }) => body !== 'ALLIANCE')) return mine
  const others = mine.filter(({ body }) => body !== 'ALLIANCE')
  const isElsewhere = words
    .slice(0, 4)
    .some((said) => namedBodies(subjectOf(said)).some(({ body }) => body !== 'ALLIANCE' && body !== 'OTHER'))
  return others.length > 0 || isElsewhere ? others : mine
}

/** A body whose text a meeting speaks of: `discussions on the implementation of the outcome document of the General Assembly`. */
function isTopic(own: string, { body, index }: Named): boolean {
  return (
    body === 'OTHER' &&
    /\b(?:implementation|outcome|outcome document|follow-up|declaration|decisions?|resolutions?|recommendations?) (?:of|to)\b[^.;:]{0,80}$/i.test(
      own.slice(0, index),
    )
  )
}

/** The sort of a group that the nearest heading names and no list of ours knows: `Expert group on crimes that affect the environment`. */
function nearGroup(own: string, words: string[]): Kind | undefined {
  const [heading] = words
  if (!heading || namedBodies(own).length > 0 || namedBodies(heading).length > 0 || !generic.has(kindOf(own))) return undefined
  return /\b(?:group|committee|network|task force|task team|panel|board)\b/i.test(heading) ? kindOf(heading) : undefined
}

/** Words that speak of meetings without saying which: `meetings of the subsidiary bodies of the Conference`. */
function isLoose(own: string): boolean {
  return /\bmeetings?\b|\bsubsidiary bod/i.test(own) && !/\bsessions?\b/i.test(own) && ordinals(own).length === 0
}

/** `… at the 60th session of the Commission`: a body of ours whose session is spoken of. */
function isSessionOf(own: string, { body, index }: Named): boolean {
  return body !== 'OTHER' && /\b(?:sessions?|meetings?) of (?:the )?$/i.test(own.slice(Math.max(0, index - 16), index))
}

/** Of several bodies in one line the one whose group or session is spoken of; the first, where none is. */
function mainName(names: Named[], own: string): Named | undefined {
  const grouped = names.find(({ group }) => group !== undefined)
  const [first] = names
  if (!first || !grouped) return (first?.body === 'OTHER' && names.find((name) => isSessionOf(own, name))) || first
  return grouped.body === first.body || own.search(/working group|review group|expert/i) <= first.index + first.length + 4
    ? grouped
    : first
}

function groupOf(own: string, mine: Named[], theirs: Named[], body: Body, kind: Kind | undefined): string | undefined {
  const said = mine.find((name) => name.group && name.body === body)?.group
  if (said) return said
  if (kind === 'constructive-dialogue' || (kind === 'working-group' && body === 'UNTOC')) {
    const topic = topics.find(([words]) => words.test(own))?.[1]
    if (topic || mine.length > 0) return topic
  }
  const theirGroup = theirs.find((name) => name.group && name.body === body)
  return mine.length === 0 && (generic.has(kind) || kind === theirGroup?.kind) ? theirGroup?.group : undefined
}

/** Meetings that are held under a body and are none of its sessions. */
function isApart(own: string): boolean {
  return /^[^,;:(]{0,60}\b(?:workshops?|webinars?|seminars?|training|hearings?|reception|exhibition|ceremon(?:y|ies)|coordination meetings?|drafting group|pre-session(?:al)? consultations?|consultations?|preparat(?:ion|ory) (?:day|meetings?)|orientation|town hall|launch)\b/i.test(
    own,
  )
}

function kindIn(kind: Kind | undefined, own: string, mine: Named[], theirs: Named[], body: Body): Kind {
  const named = [...mine, ...(mine.length > 0 ? [] : theirs)].find((name) => name.kind !== undefined && name.body === body)?.kind
  if (kind === undefined && isApart(own)) return 'other'
  if (body === 'HLPF' && generic.has(kind)) return 'conference'
  if (body === 'SMALL-ARMS' && generic.has(kind)) return 'conference'
  if (body === 'CONGRESS' && /\bpreparatory\b/i.test(own)) return 'other'
  if (body === 'CONGRESS' && (generic.has(kind) || kind === 'informal-meeting')) return 'congress'
  if (kind === 'reconvened' && named) return named
  if (named && generic.has(kind)) return named
  if (kind === 'conference' && (body === 'COSP' || body === 'UNTOC') && !/forum|symposium|summit/i.test(own)) return 'session'
  if (kind === 'session' && /\bresumed\b/i.test(own) && (body === 'CND' || body === 'CCPCJ')) return 'reconvened'
  if (kind) return kind
  if (mine.length === 0 && /\bevents?\b|\bday\b|\bworkshop|\bwebinar|\bseminar|\btraining|\bhearing/i.test(own)) return 'other'
  if (body === 'ALLIANCE') return 'informal-meeting'
  return body === 'OTHER' || (mine.length === 0 && theirs.length === 0) ? 'other' : 'session'
}
