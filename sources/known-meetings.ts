/**
 * Meetings that were found on pages all over the web, each with the address it was read from: what the calendar shows before any source
 * was visited. 2026-11: first written. Everybody else's word goes before this one.
 */
import { defineSource, rows } from '#source'

export default defineSource({
  title: 'Known meetings',
  publisher: 'this calendar',
  trust: 'other',
  pages: [],
  file: new URL('known-meetings.tsv', import.meta.url),
  timezone: 'Europe/Vienna',
  every: '1 days',
  atLeast: 80,
  extract: rows(),
})
