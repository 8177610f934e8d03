import type { Extract } from '../raw.ts'

/** Reads the schema.org events in a page's `<script type="application/ld+json">`. */
export function jsonLd(): Extract {
  return () => ({ listings: [] })
}
