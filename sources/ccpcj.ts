/**
 * Commission on Crime Prevention and Criminal Justice. 2026-11: first written. Its reconvened sessions share days with those of the
 * Commission on Narcotic Drugs and are meetings of their own. The registration page serves both commissions, and has moved once.
 */
import { defineSource, meetings } from '#source'

export default defineSource({
  title: 'Commission on Crime Prevention and Criminal Justice',
  publisher: 'UNODC',
  body: 'CCPCJ',
  trust: 'body',
  pages: [
    'https://www.unodc.org/unodc/en/commissions/CCPCJ/CCPCJ_Meetings-Current-Year.html',
    [
      'https://www.unodc.org/unodc/en/commissions/Secretariat/registration.html',
      'https://www.unodc.org/unodc/en/commissions/registration.html',
    ],
  ],
  timezone: 'Europe/Vienna',
  every: '12 hours',
  atLeast: 1,
  extract: meetings({ about: /crime prevention|\bCCPCJ\b|kyoto declaration/i }),
})
