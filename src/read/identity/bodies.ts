import type { Body, Kind } from '../../event/index.ts'
import { matches } from '../matches.ts'
import { once } from '../once.ts'
import { bodyNames } from './names/bodies.ts'
import { groupNames } from './names/groups.ts'
import { foreignGroups } from './names/groups-in-languages.ts'
import { foreignNames } from './names/languages.ts'
import { mayName, mayNameGroup, others } from './names/others.ts'

/** A name of a body or of a group inside it, where it stands in a text. */
export type Named = { index: number; length: number; body: Body; group?: string; kind?: Kind; short: string }

/** In the order of precision: where two begin at the same place the longer one counts, else the earlier of this list. */
const names = [...bodyNames, ...groupNames, ...foreignNames, ...foreignGroups]
/** Those of bodies alone, for the many texts that have no word by which groups are named. */
const withoutGroups = [...bodyNames, ...foreignNames]

/** Every name of a body in a text, in order, none overlapping: the longer of two that overlap. */
export const namedBodies = once((text) => (mayName.test(text) ? search(text) : []))

function search(text: string): Named[] {
  const found: Named[] = []
  for (const { words, body, group, kind, short } of mayNameGroup.test(text) ? names : withoutGroups)
    for (const match of matches(text, words)) {
      const named: Named = { index: match.index, length: match[0].length, body, short }
      if (group) named.group = group
      if (kind) named.kind = kind
      found.push(named)
    }
  for (const match of matches(text, others))
    found.push({ index: match.index, length: match[0].length, body: 'OTHER', short: match[0] })
  found.sort((a, b) => a.index - b.index || b.length - a.length)
  const kept: Named[] = []
  for (const named of found) {
    const last = kept.at(-1)
    if (!last || named.index >= last.index + last.length) kept.push(named)
    else if (named.length > last.length) kept[kept.length - 1] = named
  }
  return kept
}

const shortNames = new Map(
  names
    .filter(({ group }) => !group)
    .toReversed()
    .map(({ body, short }) => [body, short]),
)

/** The short name by which titles name a body. */
export function shortName(body: Body): string | undefined {
  return shortNames.get(body)
}
