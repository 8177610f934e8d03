import type { Extract } from './raw.ts'
import type { PageText, TextLink } from './text.ts'

/** The links of a text in reading order, each address once; with `about`, those whose words or address match. */
export function links(text: PageText, about?: RegExp): TextLink[] {
  return text.blocks.flatMap((block) => block.links).filter((link) => !about || about.test(`${link.text} ${link.url}`))
}

/** Finds the calendars (`.ics`, `webcal:`, `<link type="text/calendar">`) a page links to, for the fetch side to follow. */
export function icalLink(): Extract {
  return () => ({ listings: [], follow: [] })
}
