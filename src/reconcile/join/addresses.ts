import type { StoredListing } from '../stored.ts'

/**
 * The addresses that may be a listing's own: its key, where the source names it by an address or by an Indico id, and its page, where that is not
 * the page it was read from. Written alike whatever the scheme, `www.`, closing slash, fragment or inner page of an Indico event.
 */
export function addressesOf({ listing }: StoredListing): string[] {
  if (!listing.links.length && !listing.key.startsWith('url:') && !listing.key.startsWith('id:')) return []
  const own = new Set<string>()
  const indico = listing.key.startsWith('id:indico-event-') ? /^id:indico-event-(\d+)@(.+)$/.exec(listing.key) : undefined
  if (indico) own.add(`${indico[2]}/event/${indico[1]}`)
  else if (listing.key.startsWith('url:')) own.add(plainAddress(listing.key.slice(4)))
  const readFrom = plainAddress(listing.provenance.url)
  for (const { rel, url } of listing.links) {
    const address = plainAddress(url)
    if ((rel === 'page' && address !== readFrom) || /\/event\/\d+$/.test(address)) own.add(address)
  }
  own.delete('')
  return [...own]
}

/** An address without what may differ between two ways of writing it. */
export function plainAddress(url: string): string {
  let address = url.trim().toLowerCase()
  const scheme = address.indexOf('://')
  if (scheme > 0 && scheme < 8) address = address.slice(scheme + 3)
  if (address.startsWith('www.')) address = address.slice(4)
  const fragment = address.indexOf('#')
  if (fragment >= 0) address = address.slice(0, fragment)
  if (address.includes('utm_')) address = address.replace(/[?&]utm_[^&]*/g, '')
  if (address.startsWith('indico.')) return /^[^/]+\/event\/\d+/.exec(address)?.[0] ?? address
  if (address.endsWith('.html') || address.endsWith('.htm')) address = address.replace(/\/index\.html?$/, '')
  while (address.endsWith('/')) address = address.slice(0, -1)
  return address
}
