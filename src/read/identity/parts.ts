import type { Identity } from '../../event/index.ts'
import { once } from '../once.ts'
import { namedBodies } from './bodies.ts'
import { type Context, identityOf } from './identity.ts'
import { kindOf } from './kinds.ts'

/** The identities of a meeting that is several at once: `IRG resumed 12th session, Working Group on Asset Recovery, 15th session`. */
export function partsOf(own: string, context: Context): Identity[] {
  if (!mayBeSeveral(own)) return []
  const pieces = own.split(
    /\s*[;,:]\s+(?:and\s+)?|\s+and\s+(?=(?:the\s+)?(?:\S+\s+){0,3}(?:expert|working group|implementation))/i,
  )
  const grouped: string[] = []
  for (const piece of pieces) {
    if (namesGroup(piece) || isExperts(piece) || grouped.length === 0) grouped.push(piece)
    else grouped[grouped.length - 1] += `, ${piece}`
  }
  const parts = grouped
    .filter((piece) => namesGroup(piece) || isExperts(piece))
    .map((piece) => {
      const { named, ...identity } = identityOf(piece, context)
      // Beside the other groups of the Convention against Corruption meet the experts on cooperation, named in short.
      return !namesGroup(piece) && identity.body === 'COSP' ? { ...identity, group: 'international-cooperation' } : identity
    })
  return new Set(parts.map(({ group }) => group)).size > 1 ? parts : []
}

const mayBeSeveral = once((own) => (own.match(/group|grupo|\birg\b|\bwg|expert/gi) ?? []).length > 1)

function namesGroup(words: string): boolean {
  return namedBodies(words).some(({ group }) => group !== undefined)
}

function isExperts(words: string): boolean {
  return kindOf(words) === 'expert-meeting' && namedBodies(words).length === 0
}
