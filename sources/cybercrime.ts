/**
 * Ad Hoc Committee on cybercrime and what follows its Convention. 2026-11: first written. One page with two lists, sessions and
 * intersessional consultations; a comma is missing here and there, and blanks round the dashes come and go.
 */
import { defineSource, meetings } from '#source'

export default defineSource({
  title: 'Ad Hoc Committee on Cybercrime',
  publisher: 'UNODC',
  body: 'CYBERCRIME',
  trust: 'body',
  pages: ['https://www.unodc.org/unodc/en/cybercrime/ad_hoc_committee/home'],
  timezone: 'Europe/Vienna',
  every: '1 days',
  atLeast: 10,
  extract: meetings(),
})
