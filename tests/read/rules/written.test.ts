import { expect, test } from 'vitest'
import { pageOf } from './page.ts'

const days = (markup: string) => pageOf(markup).events.map(({ start, end }) => `${start}/${end}`)
const told = '<p>The sixty-seventh session of the Commission on Narcotic Drugs was held from 6 to 10 March 2023 in Vienna.</p>'

test('the day beside a title, stamped to the minute, is when the page was published', () => {
  const title = '<h1>Intersessional meetings of the CND</h1>'
  expect(days(`${title}<p><time datetime="2023-10-23T08:14:00+00:00">October 23, 2023</time></p>`)).toEqual([])
  expect(days(`${title}<p><time datetime="2023-10-23">October 23, 2023</time></p>`)).toEqual(['2023-10-23/2023-10-23'])
})

test('the day beside a title, before all that the page tells, is when the page was published', () => {
  const title = '<h1>Register for the Crime Congress</h1><p>May 6, 2019</p>'
  expect(days(`${title}<p>Registration must reach the Secretariat not later than Friday, 3 April 2020.</p>`)).toEqual([])
})

test('the day that the structured data give for the page is none of a meeting', () => {
  const data = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-03-13T09:15:00Z"}</script>'
  expect(days(`${data}<span>March 13, 2023 - 09:15</span><h1>The Narcotics Commission meets</h1>${told}`)).toEqual([
    '2023-03-06/2023-03-10',
  ])
})

test('a dateline may end with an agency between strokes, or with a full stop', () => {
  expect(
    days(
      '<h1>Конгресс в Киото</h1><p>ВЕНА, 13 августа. /ИТАР/. Четырнадцатый Конгресс ООН по предупреждению преступности пройдет 7-12 марта 2021 года в Киото.</p>',
    ),
  ).toEqual(['2021-03-07/2021-03-12'])
  expect(
    days(
      '<p>Vienna (Austria), 18 April 2024. States and civil society gathered for the Constructive Dialogue on Firearms on 5 April 2024.</p>',
    ),
  ).toEqual(['2024-04-05/2024-04-05'])
})

test('a month in which meetings are held each year, or of which a list is, is none of a meeting', () => {
  const habit =
    '<p>The Human Rights Council holds no fewer than three sessions a year. They take place in March (four weeks), June (three weeks) and September (three weeks).</p>'
  const [card] = ['<div>48th regular session<br>13 September 2021 to 11 October 2021</div>']
  expect(days(`<h1>Human Rights Council</h1>${habit}${card}`)).toEqual(['2021-09-13/2021-10-11'])
  expect(
    days(
      '<h1>Meetings in July 2005</h1><p>The following is a list of United Nations meetings scheduled to be held in July:</p><p>29 June-27 July</p><p>Economic and Social Council, substantive session, New York</p><p>4-8 July</p><p>Security Council, New York</p>',
    ),
  ).toEqual(['2005-06-29/2005-07-27', '2005-07-04/2005-07-08'])
})

test('a draft with its day, and a time to apply, are no meetings', () => {
  expect(days('<p>Draft programme for the High-level Political Forum of 2021 (10 May 2021)</p>')).toEqual([])
  expect(days('<p>Application period for side events at the 60th session of the CND: 2 January - 20 January 2017</p>')).toEqual(
    [],
  )
})

test('what follows the end of a session is on that day, not the session', () => {
  const { events } = pageOf(
    '<p>The Constructive Dialogue on Technical Assistance will take place following the conclusion of the Working Group on Technical Assistance on 31 May 2023 in Vienna.</p>',
  )
  expect(events).toMatchObject([{ kind: 'constructive-dialogue', start: '2023-05-31' }])
})

test('a stamp beside the title, of the day on which the meeting told below begins, is no second meeting', () => {
  const told =
    '<p>Делегация принимает участие в 22-й сессии Комиссии ООН по предупреждению преступности, которая проходит 22—26 апреля 2013 года в Вене.</p>'
  const { events } = pageOf(`<h1>Делегация в Вене</h1><div>22.04.2013 10:15</div>${told}`)
  expect(events).toMatchObject([{ body: 'CCPCJ', start: '2013-04-22', end: '2013-04-26' }])
})

test('a sentence has its year from the day it was written rather than from a meeting named beside it', () => {
  expect(
    days(
      '<h1>La Commission se réunit</h1><p>Vienne, le 9 mars 2015 – La 58ème session de la Commission des stupéfiants se déroule du 9 au 17 mars à Vienne.</p><p>Les préparatifs de la session extraordinaire, prévue en avril 2016, continuent.</p>',
    ),
  ).toContain('2015-03-09/2015-03-17')
})

test('those listed under a sentence that announces a list have the year of its month', () => {
  expect(
    days(
      '<p>The following is a list of meetings scheduled to be held in June 2004:<br>3 May-4 June International Law Commission, fifty-sixth session, Geneva<br>1 June Committee for Programme and Coordination, organizational session, New York</p>',
    ),
  ).toEqual(['2004-05-03/2004-06-04', '2004-06-01/2004-06-01'])
})

test('a dateline may hold a country, or stand in the brackets of an agency', () => {
  const told = 'The UAE will host the 15th United Nations Crime Congress, scheduled from 25 to 30 April 2026, in Abu Dhabi.'
  expect(days(`<p>Abu Dhabi [UAE], May 22, 2025 (ANI/WAM): ${told}</p>`)).toEqual(['2026-04-25/2026-04-30'])
  expect(days(`<p>VIENNA, (Press / WAM - 24th May, 2025) ${told}</p>`)).toEqual(['2026-04-25/2026-04-30'])
})

test('who took part in a session tells of it, though it has been held', () => {
  const said = 'A delegation participated in the 34th session of the CCPCJ, held in Vienna from 19 to 23 May 2025.'
  expect(days(`<p>${said}</p>`)).toEqual(['2025-05-19/2025-05-23'])
})

test('the last words of a page cut off after their end are whole', () => {
  const list = '<h1>Commission on Narcotic Drugs</h1><ul><li>Sessions, Vienna, 9-13 March 2026</li'
  expect(days(`${list}><li><!--`)).toEqual(['2026-03-09/2026-03-13'])
})

test('an Arabic dateline names its agency in brackets too', () => {
  const said =
    'الدوحة 24 أكتوبر 2025 (وكالة) -- تعقد في الدوحة الدورة الحادية عشرة لمؤتمر الدول الأطراف في اتفاقية الأمم المتحدة لمكافحة الفساد في الفترة من 15 إلى 19 ديسمبر 2025.'
  expect(days(`<p>${said}</p>`)).toEqual(['2025-12-15/2025-12-19'])
})
