import { expect, test } from 'vitest'
import { listingsOf, pageOf } from './page.ts'

const days = (markup: string) => pageOf(markup).events.map(({ start, end }) => `${start}/${end}`)

test('in a timeline of sessions the days on which something was adopted or published are no meetings', () => {
  const line = (when: string, what: string) => `<p><b>${when}</b> – ${what}</p>`
  const timeline = [
    line('27 December 2019', 'The General Assembly adopts resolution 74/247.'),
    line('28 February–11 March 2022', 'First session of the Ad Hoc Committee, New York'),
    line('30 May–10 June 2022', 'Second session of the Ad Hoc Committee, Vienna'),
    line('7 November 2022', 'The Chair publishes the consolidated document.'),
    line('9–20 January 2023', 'Fourth session of the Ad Hoc Committee, Vienna'),
    line('24 December 2023', 'The General Assembly adopts the Convention.'),
  ]
  expect(days(`<h1>Timeline</h1>${timeline.join('')}`)).toEqual([
    '2022-02-28/2022-03-11',
    '2022-05-30/2022-06-10',
    '2023-01-09/2023-01-20',
  ])
})

test('a day on which applications open is none of a meeting, though it stands before the words', () => {
  const list =
    '<ul><li>1 June 2025: Applications for side events open</li><li>14 December 2025: Civil society preparatory day, Doha</li><li>15 - 19 December 2025: CoSP11, Doha</li></ul>'
  expect(days(`<h1>CoSP11: key dates</h1>${list}`)).toEqual(['2025-12-14/2025-12-14', '2025-12-15/2025-12-19'])
})

test('a day with an hour under the title of what a sentence says of other days is when the page was put out', () => {
  const title = '<h1>Delegation at the 66th session of the Commission on Narcotic Drugs</h1>'
  const told = '<p>The 66th session of the Commission on Narcotic Drugs was held in Vienna from 13 to 17 March 2023.</p>'
  expect(days(`${title}<p>20.03.2023 18:20</p>${told}`)).toEqual(['2023-03-13/2023-03-17'])
  expect(days(`${title}<p>20.03.2023 18:20</p>`)).toEqual(['2023-03-20/2023-03-20'])
})

test('a dateline may end with a full stop and a dash', () => {
  const told = 'La 62.ª sesión de la Comisión de Estupefacientes se celebra del 18 al 22 de marzo de 2019.'
  expect(days(`<p>Viena, 13 de marzo de 2019.- ${told}</p>`)).toEqual(['2019-03-18/2019-03-22'])
})

test('a sentence without a body is about the one that the sentence above names', () => {
  const above = '<p>The next intersessional meeting of the CCPCJ is scheduled for Tuesday, 27 June 2023.</p>'
  const said = '<p>The thematic discussions will be held from 20 to 22 September 2023 in Vienna.</p>'
  expect(listingsOf(above + said).map(({ body, kind }) => `${body} ${kind}`)).toEqual(['CCPCJ intersessional', 'CCPCJ thematic'])
})

test.each(['52. Sitzung', '32. Tagung'])('%s is a session', (said) => {
  const [first] = pageOf(`<h1>Termine 2023</h1><p>22. - 26.05.2023<br>${said} der CCPCJ, Wien</p>`).events
  expect(first?.kind).toBe('session')
})

test('a session that is only counted is of the body that the list names', () => {
  const item = (days: string, title: string) => `<li>${days}: ${title}</li>`
  const list = [
    item('28 February–11 March 2022', 'First session of the Ad Hoc Committee on Cybercrime, New York'),
    item('30 May–10 June 2022', 'Second session, Vienna'),
    item('29 August–9 September 2022', 'Third session, New York'),
  ]
  const other = item('5-9 December 2022', 'Fifth session of the Working Group on Firearms')
  const told = (items: string[]) => listingsOf(`<h1>Dates</h1><ul>${items.join('')}</ul>`).map(({ body }) => body)
  expect(told(list)).toEqual(['CYBERCRIME', 'CYBERCRIME', 'CYBERCRIME'])
  expect(told([...list, other])).toEqual(['CYBERCRIME', 'OTHER', 'OTHER', 'UNTOC'])
})

test('lines of a printed document, each in an element of its own, go on over their ends', () => {
  const lines = [
    'Fourteenth United Nations Congress',
    'on Crime Prevention and Criminal Justice',
    'Kyoto, Japan, 7–12 March 2021',
    'Provisional agenda',
  ]
  const [first] = pageOf(lines.map((line) => `<div>${line}</div>`).join('')).events
  expect(first).toMatchObject({ start: '2021-03-07', end: '2021-03-12', body: 'CONGRESS' })
  expect(first?.title).toContain('Congress on Crime Prevention')
})

test('“this side event” is the one the page tells of', () => {
  const [first] = listingsOf(
    '<h1>Side event at CCPCJ34: Alternatives to imprisonment</h1><h2>20 May 2025, 1:10 pm - 2:00 pm</h2><p>CANCELLED – this side event will not take place.</p><p>It was planned during the 34th session of the CCPCJ (19-23 May 2025).</p>',
  )
  expect(first).toMatchObject({ status: 'cancelled', kind: 'side-event', when: { start: '2025-05-20' } })
})
