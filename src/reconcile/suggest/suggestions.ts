import type { Decision, Suggestion } from '../people.ts'
import type { Entry } from './entry.ts'
import { scoreOf } from './score.ts'

/** Up to this many events, all pairs of a block are compared; in a larger one each only with so many that follow it in time. */
const small = 40
const window = 12

/** The pairs of one block that may be one event. Depends on nothing outside the block but decisions on its members. */
export function pairsOfBlock(entries: Entry[], decisionsOf: (listing: string) => Decision[] | undefined): Suggestion[] {
  if (entries.length < 2) return []
  const isSmall = entries.length <= small
  const sorted = isSmall ? entries : [...entries].sort((a, b) => (order(a) < order(b) ? -1 : 1))
  const found: Suggestion[] = []
  for (let index = 0; index < sorted.length; index += 1) {
    const a = sorted[index]
    const last = isSmall ? sorted.length : Math.min(sorted.length, index + 1 + window)
    for (let at = index + 1; at < last; at += 1) {
      const b = sorted[at]
      const score = a && b && scoreOf(a, b)
      if (score && !areDecided(a, b, decisionsOf)) found.push(suggestion(a, b, score))
    }
  }
  return found
}

/** All suggestions, each pair once, the likeliest first. */
export function allSuggestions(blocks: Iterable<Suggestion[]>): Suggestion[] {
  const pairs = new Map<string, Suggestion>()
  for (const block of blocks) for (const one of block) pairs.set(one.uids.join(' '), one)
  return [...pairs.values()].sort((a, b) => b.score - a.score || (`${a.a} ${a.b}` < `${b.a} ${b.b}` ? -1 : 1))
}

function order({ event }: Entry): string {
  return `${event.when?.start ?? '~'} ${event.uid}`
}

function suggestion(a: Entry, b: Entry, score: { score: number; reasons: string[] }): Suggestion {
  const [one, other] = [firstMember(a), firstMember(b)]
  const isInOrder = one < other
  return {
    a: isInOrder ? one : other,
    b: isInOrder ? other : one,
    uids: isInOrder ? [a.event.uid, b.event.uid] : [b.event.uid, a.event.uid],
    ...score,
  }
}

function firstMember({ event }: Entry): string {
  return event.members[0] ?? ''
}

function areDecided(a: Entry, b: Entry, decisionsOf: (listing: string) => Decision[] | undefined): boolean {
  const others = new Set(b.event.members)
  return a.event.members.some((id) =>
    decisionsOf(id)?.some((one) => !one.undoneAt && one.verdict === 'different' && others.has(one.a === id ? one.b : one.a)),
  )
}
