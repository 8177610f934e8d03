/**
 * The Conference of the Parties to the Convention against Transnational Organized Crime, its working groups, review mechanism and
 * constructive dialogues. 2026-11: first written. Groups have a page a year, not a session; dialogues are numbered differently by
 * different people, so their ordinals are no identity. The 2024 state of the dialogues page names five without a date.
 */
import { defineSource, meetings } from '#source'

const unodc = 'https://www.unodc.org/unodc/en'

export default defineSource({
  title: 'Conference of the Parties to the Convention against Transnational Organized Crime',
  publisher: 'UNODC',
  body: 'UNTOC',
  trust: 'body',
  pages: [
    `${unodc}/organized-crime/intro/conference-of-the-parties.html`,
    `${unodc}/treaties/CTOC/CTOC-COP.html`,
    [
      `${unodc}/treaties/CTOC/working-group-on-the-smuggling-of-migrants-2020.html`,
      `${unodc}/treaties/CTOC/chair-wg-som-2022.html`,
    ],
    `${unodc}/ngos/constructive-dialogues.html`,
    `${unodc}/organized-crime/intro/review-mechanism-untoc/constructive_dialogues/som_2024.html`,
  ],
  timezone: 'Europe/Vienna',
  every: '1 days',
  atLeast: 3,
  extract: meetings(),
})
