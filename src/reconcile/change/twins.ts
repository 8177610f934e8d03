import { canonical, type Link, type Listing } from '../../event/index.ts'
import { refines, sameDays } from '../likeness/days.ts'
import { numbersDiffer } from '../likeness/likeness.ts'
import { wordsOf } from '../likeness/words.ts'

/** The listings of one run by the key they print, each in an order that does not depend on that of the pages; a meeting printed twice is one. */
export function byPrintedKey(found: Listing[]): Map<string, Listing[]> {
  const groups = new Map<string, Listing[]>()
  for (const listing of found) groups.set(listing.key, [...(groups.get(listing.key) ?? []), listing])
  for (const [key, group] of groups) if (group.length > 1) groups.set(key, withoutTwins(group))
  return groups
}

function withoutTwins(group: Listing[]): Listing[] {
  const kept: Listing[] = []
  for (const listing of sorted(group)) {
    const twin = kept.findIndex((other) => isTwin(other, listing))
    const other = kept[twin]
    if (other) kept[twin] = joined(other, listing)
    else kept.push(listing)
  }
  return kept
}

function sorted(group: Listing[]): Listing[] {
  const rows = group.map((listing) => {
    const days = listing.when && !listing.proposed ? `${listing.when.start} ${listing.when.end}` : '~'
    return { listing, order: `${days}\n${listing.title}\n${canonical(listing)}` }
  })
  return rows.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).map((row) => row.listing)
}

function isTwin(a: Listing, b: Listing): boolean {
  if (canonical(identityOf(a)) !== canonical(identityOf(b)) || numbersDiffer(wordsOf(a.title), wordsOf(b.title))) return false
  if (!a.when || !b.when || a.proposed || b.proposed) return true
  return sameDays(a.when, b.when) || refines(a.when, b.when) || refines(b.when, a.when)
}

/** A composite meeting is none of its parts, though it may be named as the first of them. */
function identityOf({ body, kind, session, group, part, parts }: Listing) {
  return { body, kind, session, group, part, parts }
}

/** The fuller of two twins speaks; what only the other says is kept. */
function joined(a: Listing, b: Listing): Listing {
  const bIsFuller = Boolean(b.when && a.when && !b.proposed && (a.proposed || refines(b.when, a.when)))
  const [first, second] = bIsFuller ? [b, a] : [a, b]
  const { proposed: _, ...said } = second
  return {
    ...said,
    ...first,
    place: { ...second.place, ...first.place },
    links: [...first.links, ...second.links.filter((link) => !first.links.some((other) => sameLink(link, other)))],
    deadlines: [
      ...first.deadlines,
      ...second.deadlines.filter(
        (item) => !first.deadlines.some((other) => other.kind === item.kind && other.date === item.date),
      ),
    ],
  }
}

function sameLink(a: Link, b: Link): boolean {
  return a.rel === b.rel && a.url === b.url
}
