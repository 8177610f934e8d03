import { atom, firstOf, ical, jsonLd, meetings, microdata, type Source } from '../source/index.ts'

/** Reads any page: structured data first, then what the words say. The body is judged from the words. */
export const generalSource: Source = {
  id: 'general',
  title: 'Any page',
  publisher: '',
  pages: [],
  timezone: 'Europe/Vienna',
  every: '1 days',
  extract: firstOf(jsonLd(), ical(), atom(), microdata(), meetings()),
}

/**
 * The source whose pages an address belongs to: the one that lists it, else the one with a page in the same folder. An address that several
 * sources share belongs to none of them alone.
 */
export function sourceFor(url: string, sources: Source[]): Source | undefined {
  const wanted = place(url)
  if (!wanted) return undefined
  const found = (fits: (page: string) => boolean) =>
    sources.filter(({ pages }) => pages.flat().some((page) => fits(place(page) ?? '')))
  const exact = found((page) => page === wanted)
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined
  const near = found((page) => page.includes('/') && folder(page).split('/').length > 4 && wanted.startsWith(folder(page)))
  return near.length === 1 ? near[0] : undefined
}

function place(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { hostname, pathname } = new URL(url)
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`
}

function folder(page: string): string {
  return page.slice(0, page.lastIndexOf('/') + 1)
}
