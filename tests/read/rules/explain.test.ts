import { expect, test } from 'vitest'
import { explain, generalSource } from '../../../src/read/index.ts'

const undated = 'Sixty-ninth session of the CND: has been postponed until further notice'

test('an explanation says of a week or a month that it is one, and what is put off without a day', () => {
  const url = 'https://www.example.org/page'
  const lines = [
    'Week of 6 September 2021: Expert Group Meeting of the CND',
    'Thirtieth session of the CCPCJ, May 2021',
    'Working Group on Firearms, 9th meeting: 5-6 October 2021',
    undated,
  ]
  const page = {
    url,
    finalUrl: url,
    body: `<body><ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul></body>`,
    contentType: 'text/html',
    fetchedAt: '2021-01-15T00:00:00Z',
  }
  const said = explain(page, generalSource, '2021-01-15')
  expect(said).toContain('taken: the week 2021-09-06 to 2021-09-10 · Expert Group Meeting of the CND')
  expect(said).toContain('* the week 2021-09-06 to 2021-09-10 · Expert Group Meeting of the CND')
  expect(said).toContain('* the month 2021-05-01 to 2021-05-31 · Thirtieth session of the CCPCJ')
  expect(said).toContain('* 2021-10-05 to 2021-10-06 · Working Group on Firearms')
  expect(said).toContain(`+ • ${undated}\n      taken: undated · Sixty-ninth session of the CND`)
})
