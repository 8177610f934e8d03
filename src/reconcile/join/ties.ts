import type { StoredListing } from '../stored.ts'
import { addressesOf } from './addresses.ts'
import { identityKey } from './identity.ts'

/** The key on which a listing is joined with those of other sources; a composite meeting has that of all its parts together. */
export function keyOf({ identity, listing }: StoredListing): string | undefined {
  const parts = partKeysOf(listing.parts)
  if (parts.length > 1) return `all of ${[...parts].sort().join(' ')}`
  return listing.parts?.length ? undefined : identityKey(identity)
}

/** The keys of a composite meeting's parts, by which it is linked to them, not joined with them. */
export function partKeysOf(parts: StoredListing['listing']['parts']): string[] {
  return (parts ?? []).flatMap((part) => identityKey(part) ?? [])
}

/** Everything by which a listing has to do with others: two listings without a tie in common cannot affect each other. */
export function tiesOf(one: StoredListing): string[] {
  const key = keyOf(one)
  const keys = key === undefined ? [] : [key]
  return [...new Set([...keys, ...partKeysOf(one.listing.parts), ...addressesOf(one).map((address) => `at ${address}`)])]
}
