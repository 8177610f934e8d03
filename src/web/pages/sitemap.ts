import { bodyIds } from '../../event/index.ts'
import { xml } from '../../publish/index.ts'
import { eventAddresses } from '../../store/events/events.ts'
import type { Site } from '../site.ts'

/** Pages that are always there. */
export const lastingPages = [
  '/',
  '/bodies',
  '/sources',
  '/subscribe',
  '/embed',
  ...bodyIds.map((id) => `/bodies/${id.toLowerCase()}`),
]

/** The sitemap (sitemaps.org 0.9): every lasting page, and the latest 45,000 events with the time of their last change. */
export function sitemap(site: Site): string {
  const url = (path: string, changedAt?: string) =>
    `<url><loc>${xml(site.publicUrl + path)}</loc>${changedAt ? `<lastmod>${changedAt}</lastmod>` : ''}</url>\n`
  const events = eventAddresses(site.store, 45_000)
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lastingPages.map((path) => url(path)).join('')}${events.map(({ slug, modifiedAt }) => url(`/events/${slug}`, modifiedAt)).join('')}</urlset>
`
}

/** Everything may be read by robots, the feeds above all. */
export function robots(site: Site): string {
  return `User-agent: *\nAllow: /feeds/\nAllow: /\n\nSitemap: ${site.publicUrl}/sitemap.xml\n`
}
