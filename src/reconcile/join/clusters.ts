import type { StoredListing } from '../stored.ts'

/** Listings put together step by step, with pairs that must stay apart. */
export type Clusters = {
  /** Puts the groups of two listings together, unless members were told apart or `allowed` refuses a pair; true if they are together then. */
  join(a: string, b: string, allowed?: (a: StoredListing, b: StoredListing) => boolean): boolean
  /** Keeps two listings apart from here on; without effect on those already together. */
  keepApart(a: string, b: string): void
  /** The groups, each and all in the order of the listings given. */
  groups(): StoredListing[][]
}

/** Starts with each listing alone. Ids that are not among them are passed over. */
export function clusters(listings: StoredListing[]): Clusters {
  const groupOf = new Map(listings.map((one) => [one.id, [one]]))
  const foes = new Map<string, string[]>()

  function join(a: string, b: string, allowed?: (a: StoredListing, b: StoredListing) => boolean): boolean {
    const [one, other] = [groupOf.get(a), groupOf.get(b)]
    if (!one || !other) return false
    if (one === other) return true
    const areFoes = foes.size > 0 && one.some(({ id }) => foes.get(id)?.some((foe) => groupOf.get(foe) === other))
    if (areFoes || (allowed && !one.every((x) => other.every((y) => allowed(x, y))))) return false
    const [large, small] = one.length >= other.length ? [one, other] : [other, one]
    for (const item of small) {
      large.push(item)
      groupOf.set(item.id, large)
    }
    return true
  }

  function keepApart(a: string, b: string): void {
    if (groupOf.get(a) === groupOf.get(b)) return
    foes.set(a, [...(foes.get(a) ?? []), b])
    foes.set(b, [...(foes.get(b) ?? []), a])
  }

  function groups(): StoredListing[][] {
    const order = new Map(listings.map((one, index) => [one.id, index]))
    const position = (one: StoredListing) => order.get(one.id) ?? 0
    return [...new Set(listings.map((one) => groupOf.get(one.id) ?? [one]))].map((group) =>
      group.sort((a, b) => position(a) - position(b)),
    )
  }

  return { join, keepApart, groups }
}
