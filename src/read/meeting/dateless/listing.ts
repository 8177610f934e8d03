import type { Listing } from '../../../event/index.ts'
import { identityOf } from '../../identity/identity.ts'
import type { Sheet } from '../../layout/sheet.ts'
import { wordsAround } from '../../lines/around.ts'
import { placeOf } from '../../place/place.ts'
import { saidOf } from '../../status.ts'
import { keyOf } from '../listing.ts'
import { titleOf } from '../title.ts'

/** What names a meeting whose day is not told: its words, the block they stand in, and the text that speaks of it. */
export type Said = { name: string; block: number; text: string }

/** What a text's meetings take from outside it: the body where it does not say, the snapshot. */
export type Outside = { body?: Listing['body']; snapshot?: string }

/** A meeting without a date as a listing; `named` tells whether its own words name a body. */
export function datelessListing(
  sheet: Sheet,
  { name, block, text }: Said,
  { body, snapshot }: Outside,
): { listing: Listing; named: boolean } {
  const around = wordsAround(sheet, block).filter((words) => words !== name)
  const { named, ...who } = identityOf(name, body ? { words: around, body } : { words: around })
  const { status, notice } = saidOf(text)
  const listing: Listing = {
    ...who,
    key: '',
    title: titleOf(name, { ...who, named }, around),
    status: status ?? 'confirmed',
    place: placeOf(text),
    links: [],
    deadlines: [],
    provenance: { text: text.slice(0, 500), url: sheet.text.url, ...(snapshot ? { snapshot } : {}) },
  }
  if (notice) listing.notice = notice
  listing.key = keyOf(listing, named)
  return { listing, named }
}
