import { expect, test } from 'vitest'
import { listingsOf, pageOf } from './page.ts'

const days = (markup: string, url?: string) => pageOf(markup, url).events.map(({ start, end }) => `${start}/${end}`)

test('the heading that days stand under tells their year before news of another year beside them does', () => {
  const row = (when: string, what: string) => `<tr><td>${when}</td><td>${what}</td></tr>`
  const rows = row('3 March - 28 March', '25th session of the HRC') + row('8 September - 26 September', '27th session of the HRC')
  const beside = '<td>News<br>02.10.2013<br><a href="#">Winter rates at the centre</a></td>'
  const heads = [
    '<p>Text.</p><p><b>Sessions of the Human Rights Council in 2014</b></p>',
    '<h2>2014</h2>',
    '<h3>Calendar for 2014</h3>',
  ]
  for (const head of heads)
    expect(days(`<table><tr><td>${head}<table>${rows}</table></td>${beside}</tr></table>`)).toEqual([
      '2014-03-03/2014-03-28',
      '2014-09-08/2014-09-26',
    ])
})

test('the month that a page names with its year is that of the days below, though other months are named beside it', () => {
  const months = '<p><a href="#">« February 2024</a> <span>March 2024</span> <a href="#">April 2024 »</a></p>'
  const later = '<ul><li>13 – 17 May 2024: 33rd session of the CCPCJ, VIC</li></ul>'
  expect(days(`${months}<p>67th session of the CND, VIC, 14–22 March</p><h3>Further ahead</h3>${later}`)).toContain(
    '2024-03-14/2024-03-22',
  )
})

test.each(['2019 Ministerial Declaration', '2019 Plan of Action', '2016 UNGASS Outcome Report'])(
  'the year in the name of a text (%s) is no year of the days beside it',
  (name) => {
    const said = `<p>On 21-22 September, the Commission on Narcotic Drugs will meet to discuss elements of the ${name}.</p>`
    expect(days(`<h1>Intersessional meeting of the CND, September 2022</h1>${said}`)).toEqual(['2022-09-21/2022-09-22'])
  },
)

test('a mark in brackets puts off the meeting whose title it stands in', () => {
  const card = (title: string, said: string, when: string) => `<div><h3>${title}</h3><p>${said}</p><p>dates: ${when}</p></div>`
  const undated = 'The Congress will be postponed to an as yet undetermined later date.'
  const cards = [
    card('Forum on Financing (FfD Forum 2020) [Postponed]', 'New dates will be announced.', '20-23 April 2020'),
    card('14th UN Congress on Crime Prevention (postponed)', undated, '20-27 April 2020'),
    card('29th session of the CCPCJ [Cancelled]', 'It was to be held in Vienna.', '18-22 May 2020'),
    card('63rd session of the CND', 'It will be held in Vienna.', '2-6 March 2020'),
  ]
  expect(listingsOf(cards.join('')).map(({ title, status, notice }) => [title, notice ?? status])).toEqual([
    ['Forum on Financing (FfD Forum 2020)', 'postponed'],
    [expect.stringMatching(/^14th/), 'postponed'],
    [expect.stringMatching(/^29th/), 'cancelled'],
    [expect.stringMatching(/^63rd/), 'confirmed'],
  ])
})

test('what is to be confirmed of the next meeting, or was planned before, does not make one tentative', () => {
  const list =
    '<div><div>Seventh Biennial Meeting of States (BMS7)</div><div>New York, 26–30 July 2021 (initially planned for 15–19 June 2020)</div><div>Eighth Biennial Meeting of States (BMS8)</div><div>New York, 2022 (dates to be confirmed)</div></div>'
  const others = '<ul><li>UN Conference on Small Arms: New York, 9–20 July 2001</li></ul>'
  expect(listingsOf(list + others).map(({ session, status }) => [session, status])).toContainEqual([7, 'confirmed'])
})

test('the congresses of former years have the body of their successors', () => {
  const names = [
    'Sixth United Nations Congress on the Prevention of Crime and the Treatment of Offenders',
    'Sexto Congreso de las Naciones Unidas sobre Prevención del Delito y Tratamiento del Delincuente',
  ]
  for (const name of names)
    expect(listingsOf(`<h3>${name}</h3><p>Caracas, Venezuela</p><p>25 August - 5 September 1980</p>`)).toMatchObject([
      { body: 'CONGRESS', kind: 'congress', place: { city: 'Caracas' } },
    ])
})
