/**
 * United Nations Congress on Crime Prevention and Criminal Justice, every five years. 2026-11: first written. Participation pages tell of
 * registration, not of the meeting, and its dates may be missing for months when it is put off (2020: "until further notice"), so finding
 * nothing is normal.
 */
import { defineSource, meetings } from '#source'

export default defineSource({
  title: 'United Nations Crime Congress',
  publisher: 'UNODC',
  body: 'CONGRESS',
  trust: 'body',
  pages: [
    'https://www.unodc.org/unodc/en/crimecongress/participation.html',
    [
      'https://www.unodc.org/unodc/en/crimecongress/registration.html',
      'https://www.unodc.org/unodc/en/crimecongress/registration_2.html',
      'https://www.unodc.org/congress/',
    ],
  ],
  timezone: 'Europe/Vienna',
  every: '1 days',
  quiet: true,
  extract: meetings({ about: /congress/i }),
})
