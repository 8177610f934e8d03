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

test('what is held at a session on days of its own is named before the session', () => {
  const said = 'The Commission decided to convene a ministerial segment at its 62nd regular session from 14–15 March 2019.'
  expect(listingsOf(`<h1>Commission on Narcotic Drugs</h1><p>${said}</p>`)).toMatchObject([
    { body: 'CND', session: 62, title: expect.stringMatching(/ministerial segment/i), when: { end: '2019-03-15' } },
  ])
})

test('the hours of a side event may stand below its title, under the day', () => {
  const day = (head: string, title: string) =>
    `<h3>${head}</h3><p><strong>${title}</strong><br>1.30–3.00 p.m., conference room M7</p><p>Organised by two governments.</p>`
  const found = listingsOf(
    `<h1>62nd session of the CND</h1>${day('Thursday 14 March 2019', 'Side event: Overdose management')}${day('Monday 18 March 2019', 'Special event: Treatment')}`,
  )
  expect(found.map(({ kind, when, place }) => [kind, when?.start, when?.startTime, place.venue])).toEqual([
    ['side-event', '2019-03-14', '13:30', 'conference room M7'],
    ['side-event', '2019-03-18', '13:30', 'conference room M7'],
  ])
})

test.each(['NGO briefing to be announced', 'followed by an NGO briefing', 'including a briefing for NGOs'])(
  'a session with more to come (%s) is a session',
  (more) => {
    expect(told(`<ul><li>13-14 June 2024: 15th session of the Implementation Review Group, ${more}</li></ul>`)).toEqual([
      'COSP review-group 2024-06-13/2024-06-14',
    ])
  },
)

test('a sentence on briefings makes no briefing of the meeting below', () => {
  const said = 'The committee will hold meetings on the world economy, with seminars, regional briefings and press conferences.'
  expect(told(`<h3>2020 Spring Meetings of the World Bank Group</h3><p>${said}</p><p>dates: 13-19 April 2020</p>`)).toEqual([
    'OTHER other 2020-04-13/2020-04-19',
  ])
})

test('the place in a paragraph holds though another of its sentences prints a last day', () => {
  const said = 'The meeting will convene in Board Room C at the Vienna International Centre. Please register by 9 September 2022.'
  const session = '<p>The 65th session of the CND will be held on 21-22 September 2022.</p>'
  expect(listingsOf(`${session}<p>${said}</p>`)).toMatchObject([{ place: { room: 'Board Room C' } }])
})

test('a session that opens on a day without a year has the year of the day of its report, in Arabic too', () => {
  const report =
    '<h1>لجنة الأمم المتحدة للمخدرات تعقد دورتها ال62 في فيينا</h1><p>نشر في الجريدة يوم 13 - 03 - 2019</p><p>تنطلق في فيينا يوم 14 مارس الجاري أعمال الدورة الثانية والستين للجنة الدولية لمكافحة المخدرات بمشاركة عدد من الوزراء.</p>'
  expect(listingsOf(report)).toMatchObject([{ body: 'CND', session: 62, kind: 'session', when: { start: '2019-03-14' } }])
})
