/**
 * The registration system of the United Nations, category 815 (UNODC). 2026-11: first written. Lists meetings with a registration form
 * only, from four weeks back; ids last; there is no STATUS: a label such as cancelled stands in brackets after the title. DTSTAMP is the
 * time of asking and says nothing.
 */
import { defineSource, ical } from '#source'

export default defineSource({
  title: 'Indico.UN, meetings of UNODC',
  publisher: 'United Nations Office at Geneva',
  trust: 'structured',
  pages: ['https://indico.un.org/category/815/events.ics'],
  timezone: 'Europe/Vienna',
  every: '6 hours',
  quiet: true,
  extract: ical(),
})
