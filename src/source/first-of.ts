import type { Extract } from './raw.ts'

/** The first reader that yields a listing or a dated text; when none does, the issue `no known layout on …` says so. */
export function firstOf(...readers: Extract[]): Extract {
  return (page) => {
    for (const reader of readers) {
      const found = reader(page)
      if (found.listings.length > 0 || found.text) return found
    }
    return { listings: [], issues: [`no known layout on ${page.finalUrl}`] }
  }
}
