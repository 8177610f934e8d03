import { expect, test } from 'vitest'
import { meetingOf, pageOf } from './page.ts'

test('a code such as COP12 in the head of a card is spelled out by the words below it', () => {
  const card = (days: string, code: string, words: string) =>
    `<div class="card"><div>${days}</div><div><h5>${code}</h5><p>${words}</p><span>Vienna</span></div></div>`
  const { events } = pageOf(
    card('11–15 March 2024', 'CND67', 'Sixty-seventh session of the Commission on Narcotic Drugs') +
      card('14–18 October 2024', 'COP12', 'Twelfth session of the Conference of the Parties to UNTOC'),
  )
  expect(events.map(({ body, start }) => [body, start])).toEqual([
    ['CND', '2024-03-11'],
    ['UNTOC', '2024-10-14'],
  ])
})

test('a labelled day inside the days of a session is of the event it stands under', () => {
  const { events } = pageOf(
    '<h1>Side event at CCPCJ32: Restorative justice in practice</h1><p><b>When:</b> Tuesday, 23 May 2023, 1:10 pm – 2:00 pm</p><p>The 32nd session will take place from 22 to 26 May 2023.</p>',
  )
  expect(events.map(({ kind, start }) => [kind, start])).toEqual([
    ['side-event', '2023-05-23'],
    ['session', '2023-05-22'],
  ])
})

test('the moment of a comment, and a talk beside a session, are no meetings', () => {
  const session = '<p>The 66th session of the Commission on Narcotic Drugs is being held in Vienna from 13 to 17 March 2023.</p>'
  for (const said of [
    '<p>Jane says: March 19, 2023 at 8:01 am Looking forward to the session!</p>',
    '<p>On the margins of the session the Deputy Minister met the Executive Director of UNODC on 14 March 2023.</p>',
  ])
    expect(meetingOf(session + said)?.start).toBe('2023-03-13')
})

test('the day that opens a line of news is not that of the meeting it announces', () => {
  const line =
    '<li><b>14 June 2021</b>: The first resumed twelfth session of the Implementation Review Group will be held from 6 to 10 September 2021.</li>'
  expect(meetingOf(`<h1>Announcements</h1><ul>${line}</ul>`)?.start).toBe('2021-09-06')
})

test('a first day alone in its line goes on over the hour to the last day below', () => {
  const list =
    '<h2>34th session of the CCPCJ</h2><ul><li>Monday, May 19, 2025</li><li>10:00 AM – Friday, May 23, 2025 6:00 PM</li></ul>'
  expect(meetingOf(list)).toMatchObject({ start: '2025-05-19', end: '2025-05-23' })
})

test('the days in a heading are of the meeting below it', () => {
  const day = (days: string, title: string) => `<h2>${days}</h2><table><tr><td>10:00-13:00</td><td>${title}</td></tr></table>`
  const { events } = pageOf(
    day('20 May 2019 to 24 May 2019', 'CCPCJ, 28th session') +
      day('27 May 2019 to 31 May 2019', 'Implementation Review Group, tenth session'),
  )
  expect(events.map(({ body, start }) => [body, start])).toEqual([
    ['CCPCJ', '2019-05-20'],
    ['COSP', '2019-05-27'],
  ])
})

test('a line with a last day of its own names no meeting', () => {
  const said =
    '<h4>Eleventh meeting of the Working Group on Firearms</h4><p>Dates: 2-3 May 2024<br>Venue: Vienna<br>Registration: from 4 March to 12 April 2024 through Indico</p>'
  expect(meetingOf(said)?.title).toMatch(/Eleventh meeting/)
})

test('what describes a term in several lines is all of its card', () => {
  const list =
    '<dl><dt>15.06.2026</dt><dd><b>Expert seminar on cybercrime</b><br>Federal Office, Vienna, 9.00-17.00</dd><dt>16.06.2026</dt><dd>Workshop on statistics</dd></dl>'
  expect(pageOf(list).events[0]).toMatchObject({ startTime: '09:00', endTime: '17:00' })
})

test('a month in a line of its own, and a line in capitals, head the days below', () => {
  const said =
    '<p>TENTATIVE CALENDAR OF MEETINGS 2024</p><p>MARCH</p><p>14 - 22 Commission on Narcotic Drugs, sixty-seventh session</p><p>MAY</p><p>13 - 17 Commission on Crime Prevention and Criminal Justice, thirty-third session</p>'
  expect(pageOf(said).events.map(({ start }) => start)).toEqual(['2024-03-14', '2024-05-13'])
})

test('days in a column of original dates hold no more', () => {
  const table =
    '<table><tr><th>Meeting</th><th>Original dates</th><th>New dates</th></tr><tr><td>Implementation Review Group, eleventh session</td><td>8-10 June 2020</td><td>29-30 June 2020</td></tr></table>'
  expect(meetingOf(table)?.start).toBe('2020-06-29')
})

test('an event of all day is named by the line beside it', () => {
  const said =
    '<div><p>Thursday, September 5, 2024 (All day)</p><p>15th session of the Working Group on the Prevention of Corruption</p></div>'
  expect(meetingOf(said)?.title).toMatch(/^15th session/)
})

test('the days of one session do not tell the year of another', () => {
  const section = (session: string, days: string[]) =>
    `<h3>${session} session</h3><ul>${days.map((day, i) => `<li>${['Regular', 'Reconvened'][i]} session: ${day}</li>`).join('')}</ul>`
  const { events, issues } = pageOf(
    `<h1>Sessions of the Commission on Narcotic Drugs</h1>${section('65th', ['14 - 18 March', '8 - 9 December'])}${section('64th', ['12 - 16 April 2021', '9 - 10 December 2021'])}${section('63rd', ['2 - 6 March 2020', '2 - 4 December 2020'])}`,
  )
  expect(events.map(({ start }) => start.slice(0, 4)).toSorted()).toEqual(['2020', '2020', '2021', '2021'])
  expect(issues.filter((issue) => /14 - 18 March|8 - 9 December/.test(issue)).length).toBe(2)
})

test('the year of a later sentence is not that of an earlier one', () => {
  const said =
    '<p>The 28th session of the CCPCJ was held in Vienna on 20-24 May 2019.</p><p>On 22 May, the Alliance held its annual general assembly. The next session of the CCPCJ will be held from 18 to 22 May 2020.</p>'
  expect(pageOf(said).events.map(({ start }) => start)).not.toContain('2020-05-22')
})

test('the days of a clause are of the meeting named right before it', () => {
  const said =
    '<h1>Thirteenth session of the Working Group on Trafficking in Persons</h1><p>Vienna, 3-4 October 2023</p><p>The Conference decided to hold the session back-to-back with the tenth session of the Working Group on the Smuggling of Migrants, which will take place on 5 and 6 October 2023.</p>'
  expect(pageOf(said).events.map(({ title, start }) => [title, start])).toContainEqual([
    'Tenth session of the Working Group on the Smuggling of Migrants',
    '2023-10-05',
  ])
})

test('a meeting that was held is recalled where its year is printed; without a year it is of the time of the page', () => {
  const said = (days: string) =>
    `<h1>Statement</h1><p>Vienna, 18 December 2023 – We thank the host of the tenth session of the Conference of the States Parties to UNCAC, held in Atlanta from ${days}.</p>`
  expect(meetingOf(said('11 to 15 December'))?.start).toBe('2023-12-11')
  expect(pageOf(said('13 to 17 December 2010')).events).toEqual([])
})

test('a preparatory committee in short is a meeting', () => {
  expect(meetingOf('<h1>Fourth Review Conference (RevCon4)</h1><ul><li>PrepCom: 12-16 February 2024</li></ul>')?.start).toBe(
    '2024-02-12',
  )
})
