import type { Extract, Extraction } from './raw.ts'

/**
 * Reads a page in several ways, the best first: of a meeting that several ways find, the first one speaks. When none finds a listing, a
 * calendar to follow or a dated text, the issue `no known layout on …` says so.
 */
export function firstOf(...readers: Extract[]): Extract {
  return (page) => {
    const found: Extraction = { listings: [] }
    const issues: string[] = []
    const follow: string[] = []
    for (const reader of readers) {
      const { listings, text, about, issues: more, follow: linked } = reader(page)
      found.listings = found.listings.concat(listings)
      if (text && !found.text) {
        found.text = text
        if (about) found.about = about
      }
      issues.push(...(more ?? []))
      follow.push(...(linked ?? []))
    }
    const isDated = found.text?.blocks.some((block) => /\b(?:19|20)\d\d\b/.test(block.text)) ?? false
    if (found.listings.length === 0 && follow.length === 0 && !isDated) issues.push(`no known layout on ${page.finalUrl}`)
    if (issues.length > 0) found.issues = issues
    if (follow.length > 0) found.follow = [...new Set(follow)]
    return found
  }
}
