/**
 * The Conference of the States Parties to the Convention against Corruption and its subsidiary bodies. 2026-11: first written. By 2024
 * the corruption pages had begun to move from /unodc/en/corruption/ to /corruption/en/; both trees answer. The index pages are lists of
 * cards (title, dates, place) without a label, some without a year; the name of the group stands in the heading only.
 */
import { defineSource, meetings } from '#source'

const old = 'https://www.unodc.org/unodc/en/corruption'
const moved = 'https://www.unodc.org/corruption/en/cosp'

export default defineSource({
  title: 'Conference of the States Parties to the Convention against Corruption',
  publisher: 'UNODC',
  body: 'COSP',
  trust: 'body',
  pages: [
    [`${old}/COSP/conference-of-the-states-parties.html`, `${moved}/conference/session10.html`],
    `${old}/IRG/implementation-review-group.html`,
    [`${old}/WG-AssetRecovery/working-group-on-asset-recovery.html`, `${old}/WG-AssetRecovery/session14.html`],
    [
      `${old}/WG-Prevention/working-group-on-prevention.html`,
      `${moved}/WGP/session2.html`,
      `${old}/WG-Prevention/session13.html`,
    ],
    `${old}/EM-InternationalCooperation/expert-meetings-on-international-cooperation.html`,
  ],
  timezone: 'Europe/Vienna',
  every: '1 days',
  atLeast: 5,
  extract: meetings(),
})
