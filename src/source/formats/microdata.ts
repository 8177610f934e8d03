import type { Extract } from '../raw.ts'

/** Reads events marked in a page's own elements: hCalendar, schema.org microdata, and the markup of WordPress calendars. */
export function microdata(): Extract {
  return () => ({ listings: [] })
}
