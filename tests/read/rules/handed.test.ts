import { expect, test } from 'vitest'
import { readText, toPrinted } from '../../../src/read/index.ts'

const read = (text: string) => toPrinted(readText(text, { captured: '2021-07-13', timezone: 'Europe/Vienna' }))

test('sittings with lines of their own are those of the day above, in the zone of its hour; where to watch them is kept', () => {
  const { events } = read(
    `The Multi-stakeholder Hearing on Trafficking in Persons which is taking place today from 4pm CET (10am EDT).
The Multi-stakeholder Hearing can be followed live on UNWebTV at the following links:
- Morning Session 10:00 – 12:00: https://media.un.org/en/asset/k1f/k1fwoy2546
- Afternoon Session 15:00 – 17:00: https://media.un.org/en/asset/k16/k16tesjcq4`,
  )
  expect(events).toMatchObject([
    {
      title: 'Multi-stakeholder Hearing on Trafficking in Persons',
      start: '2021-07-13',
      timezone: 'America/New_York',
      sittings: [
        { start: '10:00', end: '12:00' },
        { start: '15:00', end: '17:00' },
      ],
      links: [
        { rel: 'stream', url: 'https://media.un.org/en/asset/k1f/k1fwoy2546' },
        { rel: 'stream', url: 'https://media.un.org/en/asset/k16/k16tesjcq4' },
      ],
      proposed: true,
    },
  ])
})

test('an address after a meeting is where its page is', () => {
  const url = 'https://www.unodc.org/unodc/en/commissions/CND/session/64_Session_2021/thematic-sessions.html'
  expect(read(`CND thematic session in September: ${url}`).events).toMatchObject([
    { title: 'CND thematic session', start: '2021-09-01', precision: 'month', url, proposed: true },
  ])
})

test('a title too long with the body above its groups is told by the groups', () => {
  const groups =
    'Implementation Review Group, resumed 12th session, Working Group on Asset Recovery, 15th session, and expert meeting to enhance international cooperation under UNCAC, 10th session'
  const { events } = read(
    `6–10 September UNODC: Conference of the States Parties to the UN Convention against Corruption: ${groups}\nVienna, VIC-M B. Secretary`,
  )
  expect(events).toMatchObject([{ title: groups, start: '2021-09-06', kind: 'review-group', proposed: true }])
})
