import { expect, test } from 'vitest'
import { listingsOf } from './page.ts'

const told = (markup: string, url?: string) =>
  listingsOf(markup, url).map(({ body, kind, when }) => `${body} ${kind} ${when?.start}/${when?.end}`)

test('what is held on the sidelines of a session is told for itself', () => {
  for (const where of ['on the sidelines of', 'on the margins of', 'in the margins of'])
    expect(
      listingsOf(`<p>The Briefing for NGOs will take place ${where} the 11th session of the IRG on 1 September 2020.</p>`),
    ).toMatchObject([{ kind: 'briefing', when: { start: '2020-09-01' } }])
})

test('what stands between dashes is said by the way', () => {
  const said =
    'From 17 to 21 October 2022, civil society and member states will gather in Vienna – and in virtual events – for the Conference of the Parties to UNTOC.'
  expect(told(`<h1>Who is who</h1><p>${said}</p>`)).toEqual(['UNTOC session 2022-10-17/2022-10-21'])
})

test('an event with hours under a heading of somebody at a session is a side event of it', () => {
  const heads = ['Our work at the Conference of the Parties to the UNTOC', 'IDPC at the 66th session of the CND', 'NGOs at CCPCJ']
  const event =
    '<h3>Event: Mapping illicit hubs in West Africa</h3><p>Date: Tuesday 18 October 2022 | Time: 09:00–09:45 (CEST/Vienna)</p>'
  for (const head of heads)
    expect(listingsOf(`<h1>${head}</h1>${event}<p>It presents the findings.</p>`)).toMatchObject([
      { title: expect.stringMatching(/West Africa/), kind: 'side-event', when: { startTime: '09:00' } },
    ])
})

test('where a sentence says only that a body meets, the heading names its meeting', () => {
  const said = 'The Commission on Narcotic Drugs will meet on 21-22 September 2022 to discuss three elements.'
  expect(told(`<h1>Reunión intersesional de la Comisión de Estupefacientes</h1><p>${said}</p>`)).toEqual([
    'CND intersessional 2022-09-21/2022-09-22',
  ])
})

test('a day on which a text was agreed is no meeting', () => {
  const said = 'As per the workplan agreed upon on 24th June 2019, thematic discussions of the CND will take place every autumn.'
  expect(told(`<p>${said}</p>`)).not.toContainEqual(expect.stringContaining('2019-06-24'))
})

test('texts that a page leads on to are not its meetings, in Spanish and French too', () => {
  const page = (head: string, more: string) =>
    `<h1>67ª sesión de la CND</h1><p>La 67ª sesión de la CND se celebrará del 14 al 22 de marzo de 2024.</p><h2>${head}</h2><p>${more}</p>`
  for (const head of ['Contenido relacionado', 'Artículos relacionados', 'Contenus liés', 'Voir aussi'])
    expect(told(page(head, 'Nota informativa para la 65ª sesión de la CND 2 marzo 2022'))).toEqual([
      'CND session 2024-03-14/2024-03-22',
    ])
})

test('a clock over the title of a page that tells how far it is from UTC is that of the page', () => {
  const page = '<p>Weapons / Meetings under the Programme of Action</p><p>11.4.2021 : 18:11 : +0200</p>'
  expect(told(`${page}<h1>Meetings under the UN Programme of Action</h1><p>BMS7: New York, 26–30 July 2021</p>`)).toEqual([
    'SMALL-ARMS conference 2021-07-26/2021-07-30',
  ])
})
