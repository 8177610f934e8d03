/**
 * Commission on Narcotic Drugs. 2026-11: first written. Both pages keep their addresses while their content changes, and what is over
 * disappears from them. The registration page serves both Vienna commissions, and has moved once.
 */
import { defineSource, meetings } from '#source'

export default defineSource({
  title: 'Commission on Narcotic Drugs',
  publisher: 'UNODC',
  body: 'CND',
  trust: 'body',
  pages: [
    [
      'https://www.unodc.org/unodc/en/commissions/CND/CND_Meetings-Current-Year.html',
      'https://www.unodc.org/unodc/en/commissions/CND/session.html',
    ],
    [
      'https://www.unodc.org/unodc/en/commissions/Secretariat/registration.html',
      'https://www.unodc.org/unodc/en/commissions/registration.html',
    ],
  ],
  timezone: 'Europe/Vienna',
  every: '12 hours',
  atLeast: 1,
  extract: meetings({ about: /narcotic drugs|\bCND\b|international drug policy/i }),
})
