import { expect, test } from 'vitest'
import { listingsOf, pageOf } from './page.ts'

const days = (markup: string) => pageOf(markup).events.map(({ start, end }) => `${start}/${end}`)

test('a struck row that says cancelled tells which meeting is off, and when it would have been', () => {
  const rows = [
    '<tr><td><s>6-7 October 2026</s></td><td><s>Regional Workshop on Prison Leave</s> CANCELLED</td></tr>',
    '<tr><td>19-23 October 2026</td><td>Conference of the Parties to UNTOC</td></tr>',
  ]
  const found = listingsOf(`<h1>Calendar</h1><table>${rows.join('')}</table>`)
  expect(found.map(({ when, status }) => `${when?.start} ${status}`)).toEqual(['2026-10-06 cancelled', '2026-10-19 confirmed'])
})

test('words struck out beside others say nothing', () => {
  expect(days('<h1>Commission on Narcotic Drugs</h1><p><s>2-6 March 2020</s> 9-13 March 2020</p>')).toEqual([
    '2020-03-09/2020-03-13',
  ])
})

test('days under a month may be followed by an hour or a note, and name a month of their own', () => {
  const rows = ['Mon 19 – Fri 23 (tbc)', 'Wed 28, 10:00', 'Thu 29 Oct – Sun 1 Nov'].map(
    (said, i) => `<tr><td>${said}</td><td>Forum number ${i} of the Commission on Narcotic Drugs</td></tr>`,
  )
  const table = `<table><tr><th colspan="2">October 2026</th></tr>${rows.join('')}</table>`
  expect(days(`<h1>Calendar</h1>${table}`)).toEqual(['2026-10-19/2026-10-23', '2026-10-28/2026-10-28', '2026-10-29/2026-11-01'])
})

test('a day right below the title of an article that tells of days to come is when it was put out', () => {
  const article =
    '<div><h1>UN crime congress in Kyoto postponed</h1><span>20 March 2020</span></div><p>The Fourteenth United Nations Congress on Crime Prevention, which was to be held in Kyoto from 20 to 27 April 2020, has been postponed.</p>'
  expect(days(article)).toEqual(['2020-04-20/2020-04-27'])
})

test('Ad Hoc after a month is no year of our era', () => {
  const [first] = listingsOf('<p>1-5 April 2002 Ad Hoc Committee on the Safety of Personnel, third session, New York</p>')
  expect(first?.title).toMatch(/^Ad Hoc Committee/)
})

test('what something is said to be is not its name', () => {
  const [first] = listingsOf(
    '<p>The NGO briefing by UNODC is the only regular forum for civil society. It will be held on 1 September 2020 in Vienna.</p>',
  )
  expect(first?.title).toContain('NGO briefing')
})

test('news in a list with a line over it that says so are left', () => {
  const list = '<div><div>Latest news</div><ul><li>03.06.2021 Webinar series of the Alliance: recording</li></ul></div>'
  expect(days(`<h1>Informal meeting of the Alliance of NGOs</h1><p>10 August 2021, 15:00 - 16:30</p>${list}`)).toEqual([
    '2021-08-10/2021-08-10',
  ])
})
