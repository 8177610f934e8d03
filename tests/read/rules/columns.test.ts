import { expect, test } from 'vitest'
import { listingsOf, pageOf } from './page.ts'

const days = (markup: string) => pageOf(markup).events.map(({ start, end }) => `${start}/${end}`)
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const month = (name: string) => `<tr><td colspan="3">${name}</td></tr>`

test('a month in a row of its own heads the days below it', () => {
  const rows = [
    month('October'),
    row('30 Oct - 1', 'Working Group on Firearms', 'M2'),
    month('December'),
    row('12 - 13', 'Reconvened session of the CND', 'Board Room D'),
    row('27', 'Informal meeting of the CCPCJ', 'M3'),
  ].with(0, month('November'))
  expect(days(`<h2>Calendar of meetings 2019</h2><p>Last revision: 12 December 2018</p><table>${rows.join('')}</table>`)).toEqual(
    ['2019-10-30/2019-11-01', '2019-12-12/2019-12-13', '2019-12-27/2019-12-27'],
  )
})

test('former days hold where their row says so, are off where it says that, and are left where it gives others', () => {
  const head = '<tr><th>Meeting</th><th>Original dates</th><th>New dates</th></tr>'
  const rows = [
    row('CND, 63rd session', '2-6 March 2020', 'No change'),
    row('CCPCJ, 29th session', '18-22 May 2020', 'Postponed'),
    row('Working Group on Firearms', '1-2 April 2020', 'Rescheduled: 16-17 July 2020'),
  ]
  const found = listingsOf(`<h1>Update</h1><table>${head}${rows.join('')}</table>`)
  expect(found.map(({ when, notice }) => `${when?.start} ${notice}`)).toEqual([
    '2020-03-02 undefined',
    '2020-05-18 postponed',
    '2020-07-16 undefined',
  ])
})

test('a day beside which stands what may be asked for until then is a last day, unless that cell has a day of its own', () => {
  const rows = [
    row('3 May', 'Side event applications close', ''),
    row('9-18 July', 'High-level Political Forum', 'registration closes 1 June'),
  ]
  expect(days(`<h1>Dates 2019</h1><table>${rows.join('')}</table>`)).toEqual(['2019-07-09/2019-07-18'])
})

test('days in a column of reconvened sessions are of that part of the session of their row, in Russian too', () => {
  const head = '<tr><th>Сессия</th><th>Очередная сессия</th><th>Возобновленная сессия</th></tr>'
  const found = listingsOf(
    `<h1>Комиссия по предупреждению преступности и уголовному правосудию</h1><table>${head}${row('Двадцать седьмая сессия', '14–18 мая 2018 года', '6–7 декабря 2018 года')}</table>`,
  )
  expect(found.map(({ key }) => key)).toEqual(['identity:CCPCJ:session:27', 'identity:CCPCJ:reconvened:27'])
})

test('titles set in under their dates are theirs, though an undated one stands first', () => {
  const one = (when: string, title: string) => `<p>${when}</p><blockquote>${title}</blockquote>`
  const list = [
    one('', 'Staff Pension Committee, New York'),
    one('1-2 October 2002', 'Implementation Review Group, Vienna'),
    one('7-11 October 2002', 'Commission on Narcotic Drugs, Vienna'),
    one('14-18 October 2002', 'Human Rights Council, Geneva'),
  ]
  const found = listingsOf(`<td>${list.join('')}</td>`).filter(({ when }) => when)
  expect(found.map(({ title, when }) => `${when?.start} ${title}`)).toEqual([
    '2002-10-01 Implementation Review Group',
    '2002-10-07 Commission on Narcotic Drugs',
    '2002-10-14 Human Rights Council',
  ])
})

test('years of agendas, resolutions and decades are no years of meetings', () => {
  for (const title of [
    'Forum on the 2030 Agenda',
    'Commission established by resolution 692 (1991), 45th session',
    'Review of the 1990s, first session',
  ])
    expect(days(`<h2>Meetings in 2002</h2><p>7-11 October: ${title}, Vienna</p>`)).toEqual(['2002-10-07/2002-10-11'])
})

test('of days told respectively each is of the meeting named in its place', () => {
  const said =
    'The session on organizational matters and the first session of the Ad Hoc Committee on Cybercrime will be held on 24 February 2022 and from 28 February to 11 March respectively.'
  expect(listingsOf(`<p>${said}</p>`).map(({ when, title }) => `${when?.start} ${title}`)).toEqual([
    expect.stringContaining('2022-02-24 '),
    expect.stringMatching(/^2022-02-28 First session/),
  ])
})

test('a day with lines of counted sittings below it is a meeting with these hours', () => {
  const [first] = listingsOf(
    '<h1>Sessions of the Commission on Narcotic Drugs</h1><p><b>Monday, 20 September 2021 - HONLEA, Europe:</b><br>9 a.m. - 11 a.m.: 1st Meeting<br>3 p.m. - 5 p.m.: 2nd Meeting</p>',
  )
  expect(first?.when).toMatchObject({ start: '2021-09-20', startTime: '09:00', endTime: '17:00' })
})

test('what lasts years is a plan, no meeting', () => {
  expect(days('<p>The review of the Working Group on Firearms takes place from December 2020 to December 2030.</p>')).toEqual([])
})

test('a cell that says nothing but cancelled is of the meeting of its row, though another cell has a day too', () => {
  const head = '<tr><th>Meeting</th><th>Date</th><th>Status</th><th>Note</th></tr>'
  const cells = row('CCPCJ intersessional meeting', '26.03.2021', 'CANCELLED', 'items moved to the one of 30 April')
  const [first] = listingsOf(`<h1>Meetings 2021</h1><table>${head}${cells}</table>`)
  expect(first).toMatchObject({ status: 'cancelled', when: { start: '2021-03-26' } })
})

test('a session is of the body that begins its line', () => {
  const said =
    '<h2>Informal meeting of the Alliance of NGOs</h2><ul><li>CCPCJ 32: the thirty-second session takes place from 22 to 26 May 2023</li></ul>'
  expect(listingsOf(said).map(({ key }) => key)).toEqual(['identity:CCPCJ:session:32'])
})
