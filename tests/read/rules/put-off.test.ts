import { expect, test } from 'vitest'
import { listingsOf, pageOf } from './page.ts'

const dated = ['Thirty-fifth session of the CCPCJ: 18-22 May 2026', 'Working Group on Firearms, 12th meeting: 5-6 October 2026']
const undated = 'Sixty-ninth session of the CND: has been postponed until further notice'
const former =
  'The eighth session of the Working Group on the Smuggling of Migrants, originally scheduled for 1-2 June 2026, has been postponed until further notice'

const forms: Record<string, (lines: string[]) => string> = {
  p: (lines) => lines.map((line) => `<p>${line}</p>`).join(''),
  li: (lines) => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`,
  td: (lines) => `<table>${lines.map((line) => `<tr><td>${line}</td></tr>`).join('')}</table>`,
  dd: (lines) => `<dl>${lines.map((line) => `<dd>${line}</dd>`).join('')}</dl>`,
}

/** Each meeting as its body, first day and what was said of it, and the issues. */
function told(markup: string): string[] {
  return listingsOf(`<h1>Meetings in 2026</h1>${markup}`).map(
    ({ body, when, status, notice }) => `${body} ${when?.start ?? 'undated'} ${notice ?? status}`,
  )
}

test.each(Object.keys(forms))('a meeting put off without a day is named in a %s, beside those that have days', (form) => {
  const markup = forms[form]?.([undated, former, ...dated]) ?? ''
  expect(told(markup).toSorted()).toEqual([
    'CCPCJ 2026-05-18 confirmed',
    'CND undated postponed',
    'UNTOC 2026-06-01 postponed',
    'UNTOC 2026-10-05 confirmed',
  ])
  const { undated: named, issues } = pageOf(markup)
  expect(named).toEqual(['Sixty-ninth session of the CND'])
  expect(issues).toEqual([expect.stringContaining('has been postponed until further notice: its days are not printed')])
})

test.each(Object.keys(forms))('what puts off one meeting in a %s is not said of the only one that has days', (form) => {
  const markup = forms[form]?.(['Thirty-fifth session of the CCPCJ: 18-22 May 2026', undated]) ?? ''
  expect(told(markup)).toEqual(['CCPCJ 2026-05-18 confirmed', 'CND undated postponed'])
})

test.each([
  ['Sixty-ninth session of the CND: postponed', 'postponed'],
  ['POSTPONED: Sixty-ninth session of the CND', 'postponed'],
  ['Sixty-ninth session of the CND (postponed)', 'postponed'],
  ['The sixty-ninth session of the CND, originally scheduled for 2026, has been postponed.', 'postponed'],
  ['The sixty-ninth session of the CND has been postponed to 2027.', 'postponed'],
  ['Sixty-ninth session of the CND cancelled', 'cancelled'],
  ['La 69e session de la CND est reportée sine die.', 'postponed'],
])('“%s” names a meeting without a day', (line, said) => {
  expect(told(`<ul><li>${line}</li></ul>`)).toEqual([`CND undated ${said}`])
})

test.each([
  'The registration deadline for the sixty-ninth session of the CND has been postponed until further notice.',
  'The 2020 session of the CND was postponed because of the pandemic.',
  'Statement on the postponed sixty-ninth session of the CND',
  'Note on this postponed session of the CND',
])('“%s” puts off no meeting to come', (line) => {
  expect(told(`<ul><li>${line}</li><li>${dated[0]}</li></ul>`)).not.toContainEqual(expect.stringContaining('undated'))
})

test('a cell or line of its own puts off the meeting beside it, once', () => {
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const off = 'Postponed until further notice'
  const table = `<table>${row('Working Group on Firearms, 12th meeting', '1-2 July 2026', off)}${row('CND, 69th session', off, '')}${row('IRG, 17th session', '8-12 June 2026', '')}</table>`
  expect(told(table)).toEqual(['UNTOC 2026-07-01 postponed', 'COSP 2026-06-08 confirmed', 'CND undated postponed'])
  const terms = `<dl><dt>CND, 69th session</dt><dd>${off}</dd><dt>CCPCJ, 35th session</dt><dd>18-22 May 2026</dd></dl>`
  expect(told(terms)).toEqual(['CCPCJ 2026-05-18 confirmed', 'CND undated postponed'])
  const card = '<div><h3>CND, 69th session</h3><p>9-13 March 2026</p><p>Postponed</p></div>'
  expect(told(`${card}<div><h3>CCPCJ, 35th session</h3><p>18-22 May 2026</p></div>`)).toEqual([
    'CND 2026-03-09 postponed',
    'CCPCJ 2026-05-18 confirmed',
  ])
})

test('a meeting whose new dates are to be announced is put off; the days it replaces are none', () => {
  const { events } = pageOf(
    '<ul><li>14th Crime Congress, Kyoto: 20–27 April 2020 (POSTPONED, new dates to be announced)</li><li>IRG, 11th session: 29 June 2020 (online), replacing 8–10 June</li></ul>',
  )
  expect(events.map(({ status, start }) => [status, start])).toEqual([
    ['postponed', '2020-04-20'],
    ['confirmed', '2020-06-29'],
  ])
})

test('words that put a meeting off, beside its days, are not its name', () => {
  const { events } = pageOf(
    '<table><tr><th>Reunión</th><th>Fechas</th></tr><tr><td>Grupo de Trabajo sobre Trata de Personas, 15ª reunión</td><td>1 y 2 de julio de 2026 (aplazada)</td></tr></table>',
  )
  expect(events).toMatchObject([{ kind: 'working-group', status: 'postponed', start: '2026-07-01' }])
})
