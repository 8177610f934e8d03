import { expect, test } from 'vitest'
import { meetingOf, pageOf } from './page.ts'

const days = (markup: string) => pageOf(markup).events.map(({ start, end }) => `${start}/${end}`)

test('a panel that is opened by a control is read, and what no control opens is not', () => {
  const panel = '<div hidden><p>Dates: 17 to 21 May 2021</p></div>'
  const heading = '<h1>Commission on Crime Prevention and Criminal Justice</h1>'
  expect(days(`${heading}<button aria-expanded="false">Thirtieth session</button>${panel}`)).toEqual(['2021-05-17/2021-05-21'])
  expect(days(`${heading}<p>Thirtieth session</p>${panel}`)).toEqual([])
})

test('a number that a word processor cut in two is one number', () => {
  const said =
    '<span>1</span><span>8<sup>th</sup></span><span> – 22<sup>nd</sup> Mar</span><span>ch 20</span><span>19: Regular Segment of the CND</span>'
  expect(days(`<p>${said}</p>`)).toEqual(['2019-03-18/2019-03-22'])
  const apart = '<span class="day">12 March</span><span class="year">2019</span><span class="title">Session of the CND</span>'
  expect(days(`<p>${apart}</p>`)).toEqual(['2019-03-12/2019-03-12'])
})

test('days and months in figures are ordered as the other dates of the page are', () => {
  const row = (dates: string) => `<tr><td>Session of the CND</td><td>${dates}</td></tr>`
  const other = '<tr><td>Session of the CCPCJ</td><td>19/05/2025 – 23/05/2025</td></tr>'
  expect(days(`<table>${row('10/03/2025 – 12/03/2025')}${other}</table>`)).toContain('2025-03-10/2025-03-12')
  expect(days(`<table>${row('10/03/2025 – 12/03/2025')}</table>`)).toEqual([])
})

test('a term is described by what follows it, not by the heading above', () => {
  const { events } = pageOf(
    '<h1>Calendar of meetings, 2026</h1><dl><dt>26–30 January</dt><dd>Session of the Ad Hoc Committee on cybercrime</dd><dt>October (dates to be confirmed)</dt><dd>Thirteenth session of the Conference of the Parties to UNTOC</dd></dl>',
  )
  expect(events).toMatchObject([
    { body: 'CYBERCRIME', start: '2026-01-26', end: '2026-01-30' },
    { body: 'UNTOC', start: '2026-10-01', end: '2026-10-31', precision: 'month', status: 'tentative' },
  ])
})

test('where dates stand before their titles, the first date is not of the heading', () => {
  const { events } = pageOf(
    '<center><b>Calendar of meetings 1999</b></center><b>16-25 March</b><br>Commission on Narcotic Drugs, forty-second session<br>Vienna<p><b>27 April - 6 May</b><br>Commission on Crime Prevention and Criminal Justice, eighth session<br>Vienna',
  )
  expect(events.map(({ body, venue }) => `${body} ${venue}`)).toEqual(['CND Vienna', 'CCPCJ Vienna'])
})

test('an opening and the day it runs until are one meeting', () => {
  expect(
    days(
      '<p>The delegation takes part in the thirteenth session of the IRG, which opens on Monday, 13 June 2022 and runs until Friday, 17 June, in Vienna.</p>',
    ),
  ).toEqual(['2022-06-13/2022-06-17'])
})

test('former days in brackets are none of the meeting', () => {
  expect(
    days('<ul><li>Working Group on Firearms, 10th meeting: 10-11 September 2020 (previously 2-3 June 2020)</li></ul>'),
  ).toEqual(['2020-09-10/2020-09-11'])
})

test('a postponed session under its own heading is told on the days it was held', () => {
  expect(
    days(
      '<h1>CCPCJ</h1><h2>Thirtieth session</h2><p>Dates: 17 to 21 May 2021</p><h2>Twenty-ninth session</h2><p>The session, originally scheduled for 18 to 22 May 2020, was postponed. It was held on 3 and 4 December 2020.</p>',
    ),
  ).toEqual(['2021-05-17/2021-05-21', '2020-12-03/2020-12-04'])
})

test('the hours of a day may stand in the line below it', () => {
  const [first] = pageOf(
    '<h1>Multi-stakeholder hearing on trafficking in persons</h1><p>Date: Tuesday, 13 July 2021</p><p>Time: 10 a.m.–12 noon (New York time)</p><p>The high-level meeting will be held from 22 to 23 November 2021.</p>',
  ).events
  expect(first).toMatchObject({ startTime: '10:00', endTime: '12:00', timezone: 'America/New_York' })
})

test('the parts of a session are told under its heading, the first one too', () => {
  expect(
    days(
      '<h1>Implementation Review Group, twelfth session</h1><p>First part: 14 to 18 June 2021, online</p><p>Second part: 6 to 10 September 2021, Vienna</p>',
    ),
  ).toEqual(['2021-06-14/2021-06-18', '2021-09-06/2021-09-10'])
})

test('a name is told with the clause that belongs to it', () => {
  expect(
    meetingOf(
      '<p>The expert group on crimes that affect the environment falling within the scope of the Organized Crime Convention will meet in Vienna from 24 to 26 February 2026.</p>',
    ),
  ).toMatchObject({ title: 'Expert group on crimes that affect the environment', kind: 'expert-meeting' })
})

test('a list of meetings without any day names each of them', () => {
  const topics = ['Trafficking in Persons', 'the Smuggling of Migrants', 'Firearms']
  const items = topics.map((topic) => `<li>Constructive Dialogue on ${topic}</li>`).join('')
  const { events, undated } = pageOf(`<h1>Constructive dialogues in 2024</h1><p>Dates will be announced.</p><ul>${items}</ul>`)
  expect(events).toEqual([])
  expect(undated).toEqual(topics.map((topic) => `Constructive Dialogue on ${topic}`))
})

test('a cell that reaches over several rows is said of each', () => {
  expect(
    days(
      '<h1>Plan of meetings 2022</h1><table><tr><th>Month</th><th>Days</th><th>Meeting</th></tr><tr><td rowspan=2>March</td><td>14-18</td><td>Commission on Narcotic Drugs, sixty-fifth session</td></tr><tr><td>30-31</td><td>Working Group on Firearms</td></tr></table>',
    ),
  ).toEqual(['2022-03-14/2022-03-18', '2022-03-30/2022-03-31'])
})

test('the year may stand alone above, on a line or with the month', () => {
  const entry = (dates: string, title: string) => `<div><div>${dates}</div><h4>${title}</h4></div>`
  expect(
    days(
      `<h2>Time line</h2><div>2024</div>${entry('2-4 December', 'CCPCJ thematic discussions')}<div>2025</div>${entry('19-23 May', 'CCPCJ, 34th session')}`,
    ),
  ).toEqual(['2024-12-02/2024-12-04', '2025-05-19/2025-05-23'])
  expect(
    days(
      '<h2>October 2024</h2><ul><li>14 Oct - 18 Oct: 12th session of the Conference of the Parties to UNTOC</li></ul><h2>September 2024</h2><ul><li>09 Sep - 13 Sep: IRG resumed 15th session</li></ul>',
    ),
  ).toEqual(['2024-10-14/2024-10-18', '2024-09-09/2024-09-13'])
})

test('several days with a dash after them open a line of a list, not a text written that day', () => {
  expect(days('<h1>Dates in 2026</h1><p>March 9–13 — CND69 — Vienna<br>May 18–22 — CCPCJ35 — Vienna</p>')).toEqual([
    '2026-03-09/2026-03-13',
    '2026-05-18/2026-05-22',
  ])
  expect(
    days(
      '<p>Vienne, le 10 mars 2022 – La neuvième réunion du Groupe de travail sur le trafic illicite de migrants se tiendra à Vienne du mardi 27 au mercredi 28 septembre 2022.</p>',
    ),
  ).toEqual(['2022-09-27/2022-09-28'])
})

test('the other cells of a line say whose meeting it is', () => {
  expect(meetingOf('<p>CND | 12–14 Nov 2024 | Thematic discussions | VIC, Board Room D</p>')).toMatchObject({
    body: 'CND',
    kind: 'thematic',
    title: 'Commission on Narcotic Drugs: Thematic discussions',
  })
})

test('the counted lines under a heading of several meetings are one each', () => {
  const { events } = pageOf(
    '<h2>CND intersessional meetings 2024</h2><ol><li>First: Thursday, 25 January 2024, 10:00</li><li>Second: Tuesday, 27 February 2024, 10:00</li></ol>',
  )
  expect(events.map(({ title, kind }) => `${title}, ${kind}`)).toEqual([
    'First CND intersessional meeting, intersessional',
    'Second CND intersessional meeting, intersessional',
  ])
})

test('the days of a meeting are not its name', () => {
  for (const said of ['The meeting’s dates are 26–30 July 2021, in New York.', 'Meeting’s dates: 26–30 July 2021'])
    expect(meetingOf(`<h1>Seventh Biennial Meeting of States on Small Arms</h1><p>${said}</p>`)?.title).toBe(
      'Seventh Biennial Meeting of States on Small Arms',
    )
})

test('under a heading of deadlines no day is a meeting’s', () => {
  expect(
    days(
      '<h2>67th session of the CND, Vienna, 14 - 22 March 2024</h2><h3>Deadlines</h3><p>Draft resolutions: 19 February 2024, noon. Side events: 8 December 2023.</p>',
    ),
  ).toEqual(['2024-03-14/2024-03-22'])
})

test('days after a place are those of the meeting before the place, not of the one the sentence is about', () => {
  for (const days of ['(Kyoto, Japan, 20-27 April 2020)', 'in Kyoto, Japan, 20-27 April 2020']) {
    const said = `<h2>First online meeting of the Alliance</h2><p>The meeting was called to prepare for the Fourteenth United Nations Congress on Crime Prevention and Criminal Justice ${days}.</p>`
    expect(pageOf(said).events.map(({ body, start }) => [body, start])).toEqual([['CONGRESS', '2020-04-20']])
  }
})

test('in a list of meetings a line that names none of ours is one too', () => {
  const card = (title: string, dates: string) => `<div><p>${title}</p><p>${dates}</p></div>`
  const cards =
    card('Ninth session', '4-6 June 2018') +
    card('Resumed Eighth', '7-8 November 2017') +
    card('Eighth session', '19-23 June 2017') +
    card('Seventh session', '20-24 June 2016')
  expect(days(`<h1>Implementation Review Group</h1>${cards}`)).toContain('2017-11-07/2017-11-08')
  const news = card('Regional office opens', '7 November 2017')
  expect(days(`<h1>Implementation Review Group</h1>${cards}<h2>News</h2>${news}`)).not.toContain('2017-11-07/2017-11-07')
})

test('the first of a list that falls all the way has the year that keeps it falling', () => {
  const card = (title: string, dates: string) => `<div><h5>${title}</h5><p>${dates}</p></div>`
  const cards =
    card('First resumed eleventh session', '31 August – 2 September') +
    card('Eleventh session', '29 June 2020') +
    card('First resumed tenth session', '2-4 September 2019') +
    card('Tenth session', '27-29 May 2019')
  expect(days(`<h1>Implementation Review Group</h1>${cards}`)[0]).toBe('2020-08-31/2020-09-02')
})

test('a line broken in the middle of a sentence goes on in the next', () => {
  expect(
    days(
      '<p>The Forum on small arms, BMS9, will be<br>held from Tuesday, 6 July, to<br>Thursday, 15 July 2021, in New York.</p>',
    ),
  ).toEqual(['2021-07-06/2021-07-15'])
  expect(days('<p>Working Group on Firearms<br>12-13 May 2022<br>virtual format</p>')).toEqual(['2022-05-12/2022-05-13'])
})

test('the second column of a text set as written goes on below itself', () => {
  const pre =
    'Meetings in December 2003\n\n1-5 December              United Nations Industrial Development Organization, General\n                          Conference, tenth session, Vienna\n'
  expect(pageOf(`<pre>${pre}</pre>`).events).toMatchObject([{ kind: 'session', venue: 'Vienna' }])
})

test('a lone day long before the days after it is a meeting of its own', () => {
  expect(days('<h1>57th session of the CND (13 December 2013 and 13 to 21 March 2014)</h1>')).toEqual([
    '2013-12-13/2013-12-13',
    '2014-03-13/2014-03-21',
  ])
})

test('an item that is a month heads the list inside it', () => {
  const list =
    '<ul><li>January<ul><li>29-30: CND intersessional meeting</li></ul></li><li>May<ul><li>19-23: 34th session of the CCPCJ, Vienna</li></ul></li></ul>'
  expect(days(`<h1>Advocacy calendar 2025</h1>${list}`)).toEqual(['2025-01-29/2025-01-30', '2025-05-19/2025-05-23'])
})

test('the rows of a day in a calendar are meetings of that day, with hours or all day', () => {
  const row = (time: string, title: string) => `<tr><td>${time}</td><td>${title}</td></tr>`
  const { events } = pageOf(
    `<table><tr><th colspan="2">May 11, 2026</th></tr>${row('all-day', 'CCPCJ: thirty-fifth session')}${row('10:00am - 1:00pm', 'CND: second intersessional meeting')}</table>`,
  )
  expect(events.map(({ body, start }) => [body, start.slice(0, 10)])).toEqual([
    ['CCPCJ', '2026-05-11'],
    ['CND', '2026-05-11'],
  ])
})

test('a place beside a country is no title, though no list of ours has it', () => {
  const lines =
    '<p>26-30 January (Geneva)<br>Human Rights Council, 2nd session</p><p>27 January – 1 February (Belem, Brazil)<br>World Forum on Crime</p>'
  expect(pageOf(`<h1>Events 2009</h1>${lines}`).events.at(-1)?.title).toBe('World Forum on Crime')
})

test('beside a column of documents the days of a session, being several, are those of a meeting', () => {
  const row = (session: string, dates: string) => `<tr><td>${session}</td><td>${dates}</td><td>report due 23 July 2020</td></tr>`
  expect(
    days(
      `<table><tr><th>Session</th><th>Dates</th><th>Documents</th></tr>${row('UPR 36th session', '2 - 13 November 2020')}${row('UPR 37th session', '18 - 29 January 2021')}</table>`,
    ),
  ).toEqual(['2020-11-02/2020-11-13', '2021-01-18/2021-01-29'])
})

test('the days over a list of meetings are none of a meeting', () => {
  const list = '<ul><li>Tuesday 15 October 2024: CND, intersessional meeting</li></ul>'
  expect(days(`<h2>Meetings of the week 14-18 October 2024</h2>${list}`)).toEqual(['2024-10-15/2024-10-15'])
})
