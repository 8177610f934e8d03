import type { Deadline, Link } from '../../event/index.ts'
import type { Trust } from '../../source/define.ts'
import { plainAddress } from '../join/addresses.ts'
import type { StoredListing } from '../stored.ts'
import { ranked } from './rank.ts'

/** All links that any listing has, each once, in speaking order. */
export function linksOf(listings: StoredListing[], trust: Record<string, Trust>): Link[] {
  if (listings.length === 1) return listings[0]?.listing.links ?? []
  const links = new Map<string, Link>()
  for (const { listing } of ranked(listings, 'links', trust)) {
    for (const link of listing.links) {
      const name = `${link.rel} ${plainAddress(link.url)}`
      if (!links.has(name)) links.set(name, link)
    }
  }
  return [...links.values()]
}

/** The deadlines of the listing that speaks first, and from others those of a kind it has none of. */
export function deadlinesOf(listings: StoredListing[], trust: Record<string, Trust>): Deadline[] {
  if (listings.length === 1) return listings[0]?.listing.deadlines ?? []
  const deadlines: Deadline[] = []
  for (const { listing } of ranked(listings, 'deadlines', trust)) {
    const kinds = new Set(deadlines.map((one) => one.kind))
    deadlines.push(...listing.deadlines.filter((one) => !kinds.has(one.kind)))
  }
  return deadlines
}
