import { expect, test } from 'vitest'
import { listingsOf, meetingOf, pageOf } from './page.ts'

test('of several groups that meet at once the first is the main one, in a line and in a sentence, on whosever page', () => {
  const heading = '<h1>Working Group on Asset Recovery</h1>'
  const line =
    'IRG resumed 12th session, Working Group on Asset Recovery 15th, and expert meeting 10th, Vienna, 6-10 September 2021'
  const sentence =
    'The resumed twelfth session of the Implementation Review Group, the fifteenth session of the Working Group on Asset Recovery and the tenth expert meeting to enhance international cooperation will be held from 6 to 10 September 2021.'
  for (const said of [line, sentence]) {
    const [first, more] = listingsOf(`${heading}<p>${said}</p>`)
    expect(more).toBeUndefined()
    expect(first).toMatchObject({ body: 'COSP', kind: 'review-group', session: 12, part: 'resumed' })
    expect(first?.parts?.map(({ group, session }) => [group, session])).toEqual([
      ['implementation-review', 12],
      ['asset-recovery', 15],
      ['international-cooperation', 10],
    ])
  }
})

test('a session held jointly with that of another group stays the session of its own', () => {
  const said = 'Fifteenth session (joint with the resumed twelfth session of the Implementation Review Group)'
  const [first] = pageOf(
    `<h1>Working Group on Asset Recovery</h1><div><h3>${said}</h3><p>6 - 10 September 2021</p></div><div><h3>Fourteenth session</h3><p>16-18 November 2020</p></div>`,
  ).events
  expect(first).toMatchObject({ kind: 'working-group', start: '2021-09-06' })
})

test.each([
  'Side event: Youth and justice, organised by the Alliance of NGOs on Crime Prevention and Criminal Justice at the 31st session of the CCPCJ',
  'The Alliance’s side event at the CCPCJ',
  'Side event at the CCPCJ, hosted by Austria together with the NGO Alliance',
])('who organises a side event is not the body at whose session it is: %s', (title) => {
  expect(meetingOf(`<h1>${title}</h1><p>17 May 2022, 14:00 - 15:00</p>`)).toMatchObject({ body: 'CCPCJ', kind: 'side-event' })
})

test('under side events of a session, a line that names an organiser in brackets is a side event of that session', () => {
  const { events } = pageOf(
    '<h1>Side events at the 31st session of the CCPCJ</h1><ul><li>17 May 2022, 14:00: Restorative justice today (Alliance of NGOs on Crime Prevention and Criminal Justice, Japan)</li></ul>',
  )
  expect(events).toMatchObject([{ body: 'CCPCJ', kind: 'side-event' }])
})

test('an informal meeting on the Alliance’s own host is the Alliance’s, and on another host nobody’s', () => {
  const page = '<h1>12th Informal Meeting</h1><p>Location: WebEx</p><p>24 May 2022, 15:00 - 16:30</p>'
  expect(meetingOf(page, 'https://crimealliance.org/events/93')?.body).toBe('ALLIANCE')
  expect(meetingOf(page, 'https://www.example.org/events/93')?.body).toBe('OTHER')
})

test('rows under preparatory meetings are such meetings, each of its region', () => {
  const { events } = pageOf(
    '<h1>Fifteenth United Nations Congress on Crime Prevention and Criminal Justice</h1><h2>Regional preparatory meetings</h2><table><tr><th>Region</th><th>Dates</th></tr><tr><td>Western Asia</td><td>6-8 May 2025</td></tr><tr><td>Africa</td><td>10-12 March 2025</td></tr></table>',
  )
  expect(events.map(({ body, kind }) => `${body} ${kind}`)).toEqual(['CONGRESS other', 'CONGRESS other'])
  expect(events.map(({ title }) => title.split(': ').at(-1))).toEqual(['Western Asia', 'Africa'])
})

test.each([
  ['Десятая сессия Конференции государств — участников Конвенции против коррупции', 'COSP'],
  ['الدورة التاسعة لمؤتمر الدول الأطراف في اتفاقية الأمم المتحدة لمكافحة الفساد', 'COSP'],
  ['联合国打击跨国有组织犯罪公约缔约方会议第十二届会议', 'UNTOC'],
  ['14º Congreso de las Naciones Unidas sobre Prevención del Delito y Justicia Penal', 'CONGRESS'],
  ['Cinquante-cinquième session du Conseil des droits de l’homme', 'HRC'],
])('bodies are known by their names in the languages of the United Nations: %s', (title, body) => {
  expect(meetingOf(`<h1>${title}</h1><p>13-17.12.2021</p>`)?.body).toBe(body)
})

test('a side event is called by the heading above the line that says what it is', () => {
  expect(
    meetingOf(
      '<h1>Youth voices in crime prevention</h1><p>Side event at the 31st session of the CCPCJ, organised by the Alliance of NGOs on Crime Prevention and Criminal Justice.</p><p>Tuesday, 17 May 2022, 14:10-15:00</p>',
    ),
  ).toMatchObject({
    title: expect.stringMatching(/Youth voices in crime prevention$/),
    body: 'CCPCJ',
    kind: 'side-event',
    startTime: '14:10',
  })
})

test('a session is not called by who takes part in it', () => {
  expect(
    meetingOf(
      '<p>The Mission coordinates participation in the sixty-seventh session of the Commission on Narcotic Drugs (Vienna, 14 to 22 March 2024).</p>',
    )?.title,
  ).toBe('Sixty-seventh session of the Commission on Narcotic Drugs')
})

test('a body named in a line of its own above the title of a card is whose meeting it is', () => {
  const { events } = pageOf(
    '<h1>What’s on</h1><div><span>UNTOC</span><h2>Twelfth session of the Conference of the Parties</h2><p>14–18 October 2024 · Vienna</p></div><div><span>CND</span><h2>Thematic discussions</h2><p>12–14 November 2024 · Vienna</p></div>',
  )
  expect(events.map(({ body }) => body)).toEqual(['UNTOC', 'CND'])
})

test('a body whose text a discussion is about does not hold it', () => {
  const { events } = pageOf(
    '<p>The Commission on Narcotic Drugs will host thematic discussions on the implementation of the outcome document of the General Assembly on 23-25 January 2027 in Vienna.</p>',
  )
  expect(events).toMatchObject([{ body: 'CND', kind: 'thematic' }])
})

test('a Chinese sentence names its meeting by the words up to the one that means it', () => {
  const { events } = pageOf('<p>第68届联合国麻醉品委员会会议于2025年3月10日至14日在维也纳举行。会议审议了各项条约。</p>')
  expect(events).toMatchObject([{ body: 'CND', kind: 'session', start: '2025-03-10', end: '2025-03-14' }])
})

test('consultations before a session, and workshops under a body, are no sessions', () => {
  const { events } = pageOf(
    '<h1>30th session of the CCPCJ</h1><ul><li>Pre-session consultations: 14 May 2027, Vienna</li><li>Drafting group of the CCPCJ, 15 May 2027, Vienna</li></ul>',
  )
  expect(events.map(({ kind }) => kind)).toEqual(['other', 'other'])
})

test('the head of a column may be whose meetings stand below it', () => {
  const { events } = pageOf(
    '<table><tr><th></th><th>CND</th><th>CCPCJ</th></tr><tr><th>Regular session</th><td>9-13 March 2026</td><td>18-22 May 2026</td></tr><tr><th>Reconvened session</th><td>3-4 December 2026</td><td>3-4 December 2026</td></tr></table>',
  )
  expect(events.map(({ body, kind, start }) => [body, kind, start])).toEqual([
    ['CND', 'session', '2026-03-09'],
    ['CCPCJ', 'session', '2026-05-18'],
    ['CND', 'reconvened', '2026-12-03'],
    ['CCPCJ', 'reconvened', '2026-12-03'],
  ])
})

test('a resumed session that names no group is of the group whose session of that number stands above', () => {
  const { events } = pageOf(
    '<h1>Meetings in 2021</h1><p>Implementation Review Group, twelfth session: 14-18 June 2021</p><p>First resumed twelfth session: 6-10 September 2021</p><p>Second resumed twelfth session: 9-12 November 2021</p>',
  )
  expect(events.map(({ body, kind }) => `${body} ${kind}`)).toEqual(Array(3).fill('COSP review-group'))
})

test('working groups are told apart in all languages of the United Nations', () => {
  const lines = [
    ['Рабочая группа по огнестрельному оружию, 13-я сессия, 27–28 апреля 2026 года', 'UNTOC working-group'],
    ['Groupe d’examen de l’application, 17e session, 8-12 juin 2026', 'COSP review-group'],
    ['贩运人口问题工作组第15届会议,2026年7月1日至2日', 'UNTOC working-group'],
  ]
  for (const [line, who] of lines) {
    const [event] = pageOf(`<ul><li>${line}</li></ul>`).events
    expect(`${event?.body} ${event?.kind}`).toBe(who)
  }
})

test('the Congress is named by its number too', () => {
  const { events } = pageOf('<ul><li>14th Congress, Kyoto, 7–12 March 2021</li></ul>')
  expect(events).toMatchObject([{ body: 'CONGRESS', kind: 'congress' }])
})

test('the committee that drafts the convention on cybercrime is known in Russian, Spanish and Chinese', () => {
  for (const line of [
    'Шестая сессия Специального комитета по разработке всеобъемлющей международной конвенции, 21 августа – 1 сентября 2023 года',
    'Sexto período de sesiones del Comité Especial encargado de elaborar una convención internacional, 21 de agosto a 1 de septiembre de 2023',
    '特设委员会第六届会议,2023年8月21日至9月1日',
  ])
    expect(pageOf(`<ul><li>${line}</li></ul>`).events).toMatchObject([{ body: 'CYBERCRIME', start: '2023-08-21' }])
})
