import { type Conflict, canonical } from '../../event/index.ts'
import type { Trust } from '../../source/define.ts'
import { numbersDiffer } from '../likeness/likeness.ts'
import { wordsOf } from '../likeness/words.ts'
import type { StoredListing } from '../stored.ts'
import { isGone, ranked, saidBy } from './rank.ts'

/** Fields besides the dates of which listings say what cannot both be true; different wording alone is no conflict. */
export function conflictsOf(listings: StoredListing[], trust: Record<string, Trust>): Conflict[] {
  if (listings.length < 2) return []
  const live = listings.filter((one) => !isGone(one))
  const found: Conflict[] = []
  for (const { field, says, isContrary } of questions) {
    const [first, ...others] = ranked(live, field, trust).filter((one) => says(one) !== undefined)
    const contrary = first ? others.filter((one) => isContrary(says(first), says(one))) : []
    if (!first || !contrary.length) continue
    const values = [first, ...contrary].map((one) => ({ value: says(one), said: saidBy(one, field) }))
    found.push({ field, values })
  }
  return found
}

type Question = { field: string; says: (one: StoredListing) => unknown; isContrary: (a: unknown, b: unknown) => boolean }

const differ = (a: unknown, b: unknown) => canonical(a) !== canonical(b)

const questions: Question[] = [
  { field: 'status', says: (one) => one.listing.status, isContrary: differ },
  { field: 'session', says: (one) => one.listing.session, isContrary: differ },
  {
    field: 'title',
    says: (one) => one.listing.title,
    isContrary: (a, b) => a !== b && numbersDiffer(wordsOf(String(a)), wordsOf(String(b))),
  },
  {
    field: 'place',
    says: (one) => (one.listing.place.city || one.listing.place.format ? one.listing.place : undefined),
    isContrary: (a, b) => isElsewhere(a as StoredListing['listing']['place'], b as StoredListing['listing']['place']),
  },
]

function isElsewhere(a: StoredListing['listing']['place'], b: StoredListing['listing']['place']): boolean {
  return Boolean((a.city && b.city && a.city !== b.city) || (a.format && b.format && a.format !== b.format))
}
