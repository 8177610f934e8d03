/**
 * crimeday.net. 2026-11: first written without ever having seen a page of it: everything that calendars of this kind commonly offer is
 * tried, the best first. It is not vital: when no layout is known, that is said loudly and troubles no other source.
 */
import { defineSource, firstOf, ical, icalLink, jsonLd, meetings, microdata } from '#source'

export default defineSource({
  title: 'Crimeday',
  publisher: 'crimeday.net',
  trust: 'other',
  vital: false,
  pages: [['https://crimeday.net/events/', 'https://crimeday.net/']],
  timezone: 'Europe/Vienna',
  every: '1 days',
  extract: firstOf(jsonLd(), ical(), icalLink(), microdata(), meetings()),
})
