import type { Issue } from '../../event/index.ts'
import { type Changes, noiseAfter, type StoredListing } from '../stored.ts'
import { calmAfter, isAlwaysBelieved } from './difference.ts'

/** What to say of fields that have now changed in so many runs in a row that they are noise: each once, as long as it does not calm down and begin again. */
export function noises({ source, changed }: Changes, known: StoredListing[]): Issue[] {
  const before = new Map(known.map((one) => [one.id, one]))
  return changed.flatMap(({ id, listing, fields }) =>
    fields
      .filter(({ field }) => (before.get(id)?.flips[field] ?? 0) + 1 === noiseAfter)
      .map(({ field }) => {
        const what = isAlwaysBelieved(field)
          ? 'and each change is published'
          : `so it is noise and stays as it is until it is printed alike ${calmAfter} times`
        return {
          sentence: `${source}: the ${field === 'when' ? 'dates' : field} of "${listing.title}" changed in ${noiseAfter} runs one after the other, ${what}.`,
          url: listing.provenance.url,
        }
      }),
  )
}
