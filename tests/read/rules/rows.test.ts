import { expect, test } from 'vitest'
import { listingsOf, pageOf } from './page.ts'

const days = (markup: string) => pageOf(markup).events.map(({ start, end }) => `${start}/${end}`)

test('a year in a cell of its own is that of the days in its row', () => {
  const row = (session: string, year: string, when: string) =>
    `<tr><td>${session}</td><td>${year}</td><td>${when}</td><td>E/${year}/30</td></tr>`
  const head = '<tr><th>Session</th><th>Year</th><th>Dates</th><th>Report</th></tr>'
  const rows = [row('Thirty-third', '2024', '13-17 May'), row('Reconvened thirty-second', '2023', '7-8 December')]
  expect(days(`<h1>Sessions of the CCPCJ</h1><table>${head}${rows.join('')}</table>`)).toEqual([
    '2024-05-13/2024-05-17',
    '2023-12-07/2023-12-08',
  ])
})

test('days under a month may be followed by the number of the meeting', () => {
  const list = '<h2>April</h2><p>25–30 15th UN Crime Congress, Abu Dhabi</p>'
  expect(days(`<h1>UN dates for your diary 2026</h1>${list}`)).toEqual(['2026-04-25/2026-04-30'])
})

test('days above a chair or an address are of the meeting in the heading', () => {
  const near = ['Chair: H.E. Ms. Example', 'Juridicum, Schottenbastei 10-16, 1010 Wien']
  for (const line of near) {
    const [first] = pageOf(
      `<h1>69th session of the Commission on Narcotic Drugs</h1><div><p>Monday 9 March – Friday 13 March 2026</p><p>${line}</p></div><p>More will follow.</p>`,
    ).events
    expect(first).toMatchObject({ body: 'CND', start: '2026-03-09', end: '2026-03-13' })
  }
})

test('in a programme of side events the title may stand in the line below its hours and room', () => {
  const one = (hours: string, title: string) => `<p><b>${hours}</b> Conference Room A<br>${title}<br>Organized by UNODC</p>`
  const found = listingsOf(
    `<h1>Special events – Tuesday, 16 December 2025</h1>${one('09:00 – 09:50', 'Measuring corruption')}${one('13:10 – 14:00', 'Open contracts')}`,
  )
  expect(found.map(({ title, when }) => `${title} ${when?.start} ${when?.startTime}`)).toEqual([
    expect.stringMatching(/Measuring corruption 2025-12-16 09:00/),
    expect.stringMatching(/Open contracts 2025-12-16 13:10/),
  ])
})

test('Portuguese names and verbs of meetings are read', () => {
  const [first] = listingsOf(
    '<p>A 10ª Conferência dos Estados Partes da Convenção das Nações Unidas contra a Corrupção será realizada em Atlanta, de 11 a 15 de dezembro de 2023.</p>',
  )
  expect(first).toMatchObject({ body: 'COSP', when: { start: '2023-12-11', end: '2023-12-15' } })
})

test('a session named by its number in the line above is that of the days, whatever else their line says', () => {
  const above = (one: (name: string, said: string) => string) =>
    one('32nd session', '22–26 May 2023, Vienna. WSV statement (pdf)') + one('31st session', '16-20 May 2022. Our report')
  const pages = [
    `<dl>${above((name, said) => `<dt>${name}</dt><dd>${said}</dd>`)}</dl>`,
    `<table>${above((name, said) => `<tr><td>${name}</td><td>${said}</td></tr>`)}</table>`,
    above((name, said) => `<h3>${name}</h3><p>${said}</p>`),
    above((name, said) => `<div><div>${name}</div><div>${said}</div></div>`),
  ]
  for (const page of pages)
    expect(
      listingsOf(`<h2>The society at the CCPCJ</h2>${page}`).map(({ body, session, when }) => [body, session, when?.start]),
    ).toEqual([
      ['CCPCJ', 32, '2023-05-22'],
      ['CCPCJ', 31, '2022-05-16'],
    ])
})
