import { expect, test } from 'vitest'
import { listingsOf, pageOf } from './page.ts'

const days = (markup: string) => pageOf(markup).events.map(({ start, end }) => `${start}/${end}`)

test('a number whose element says which day it is heads what is held on that day', () => {
  const day = (number: number, inside = '') => `<div><h3><time datetime="2026-06-0${number}">${number}</time></h3>${inside}</div>`
  const month = [day(7), day(8), day(9, '<div>10:00 - 11:30</div><h3>Webinar: Measuring Fear of Crime</h3><p>online</p>'), day(6)]
  expect(days(`<h1>Events for June 2026</h1>${month.join('')}`)).toEqual(['2026-06-09/2026-06-09'])
})

test('below a heading that says calendar a title with a day and an hour needs no word that means a meeting', () => {
  const item = '<div><h3>Expert Talk: Corruption in Sport</h3><span>25 June 2026</span><span>18:00 - 19:30</span></div>'
  expect(days(`<h1>Events in June</h1>${item}`)).toEqual(['2026-06-25/2026-06-25'])
  expect(days(`<h1>Latest publications</h1>${item.replace('<span>18:00 - 19:30</span>', '')}`)).toEqual([])
})

test('the day of a file that is linked is no meeting', () => {
  const list = '<p>Methodology for the sixth session of the Ad Hoc Committee (18 July 2023) - PDF</p>'
  expect(days(`<h1>Sixth session of the Ad Hoc Committee</h1><p>21 August - 1 September 2023, New York</p>${list}`)).toEqual([
    '2023-08-21/2023-09-01',
  ])
})

test('some of its days in a sentence say nothing against the days of a session', () => {
  const told = '<p>On 29, 30 and 31 August 2023 additional night meetings will be held from 7 p.m. to 10 p.m.</p>'
  expect(days(`<h1>Sixth session of the Ad Hoc Committee</h1><p>21 August - 1 September 2023, New York</p>${told}`)).toContain(
    '2023-08-21/2023-09-01',
  )
})

test('the year of what a meeting prepares is not its own', () => {
  const list = '<h2>November 2017</h2><p>17 Nov: Preparations for the ministerial segment of the 62nd CND in 2019</p>'
  expect(days(list)).toEqual(['2017-11-17/2017-11-17'])
})

test('months with a stroke between them begin a line of a schedule', () => {
  const [first] = listingsOf('<h1>Meetings in 2004</h1><p>May/June Committee on Decolonization, second session, New York</p>')
  expect(first?.when).toMatchObject({ start: '2004-05-01', end: '2004-06-30', precision: 'month' })
})

test('the day on which a body adopted something is no meeting of it', () => {
  const said = '<p>On 24 December 2021, the General Assembly adopted resolution 76/233 establishing a working group.</p>'
  expect(days(`${said}<p>5-9 June 2023: Fourth session of the Commission on Narcotic Drugs</p>`)).toEqual([
    '2023-06-05/2023-06-09',
  ])
})

test('months without meetings are no meetings', () => {
  expect(
    days('<h3>Meetings of the Alliance of NGOs</h3><p>Vienna: 12 March 2026. No meetings in July and August 2026.</p>'),
  ).toEqual(['2026-03-12/2026-03-12'])
})

test('committees and conferences of others have no body of ours', () => {
  for (const title of [
    'Ad Hoc Committee on the Convention on Persons with Disabilities, third session',
    'Fifth Conference of States Parties to the Arms Trade Treaty',
    '70th session of the Commission on the Status of Women (CSW70)',
  ])
    expect(listingsOf(`<h1>Calendar</h1><p>10-14 June 2019: ${title}, Geneva</p>`).map(({ body }) => body)).toEqual(['OTHER'])
})

test('of days moved from one to another only the later hold', () => {
  for (const said of ['8 February to 15 February', '8 to 15 February'])
    expect(days(`<p>The first intersessional meeting of the CND in 2023 has been moved from ${said} 2023.</p>`)).toEqual([
      '2023-02-15/2023-02-15',
    ])
})

test('the day on which somebody wrote is none of a meeting', () => {
  const quoted = '<p>On Mon, 9 Jan 2023 at 16:20, a member wrote:</p>'
  expect(days(`<h1>66th session of the CND</h1><p>Regular session: 13-17 March 2023</p>${quoted}`)).toEqual([
    '2023-03-13/2023-03-17',
  ])
})

test('the expert group on cybercrime is of that body', () => {
  const said = 'Expert Group to Conduct a Comprehensive Study on Cybercrime, sixth meeting'
  expect(listingsOf(`<p>27-29 July 2020: ${said}</p>`).map(({ body, kind }) => `${body} ${kind}`)).toEqual([
    'CYBERCRIME expert-meeting',
  ])
})

test('who organizes an event is not its title', () => {
  const card =
    '<div><h3>Strengthening transparency</h3><p>Wednesday, 28 August 2024, 14:00-15:00</p><p>Organizers: United Kingdom, UNCAC Coalition</p></div>'
  expect(listingsOf(`<h2>Events during IRG week 2024</h2>${card}`).map(({ title }) => title)).toEqual([
    expect.stringContaining('Strengthening transparency'),
  ])
})

test('a session by its number in a pair with the line of its day names it', () => {
  const pair = (name: string, line: string) => `<div><p>${name}</p><p>${line}</p></div>`
  const list = pair('28th Special Session', '18 May 2018, The deteriorating situation of human rights')
  expect(listingsOf(`<h1>Human Rights Council</h1>${list}<p>More sessions</p>`).map(({ key }) => key)).toEqual([
    expect.stringContaining('HRC:session:28'),
  ])
})

test('German sentences tell of meetings', () => {
  for (const said of [
    'Der Elfte Kongress der Vereinten Nationen für Verbrechensverhütung und Strafrechtspflege findet vom 18. bis 25. April 2005 in Bangkok statt.',
    'Vom 13. bis 17. März 2023 tritt in Wien die Suchtstoffkommission der Vereinten Nationen zusammen.',
  ])
    expect(days(`<p>${said}</p>`)).toHaveLength(1)
})
