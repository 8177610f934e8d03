import { expect, test } from 'vitest'
import { listingsOf, readingOf } from './page.ts'

const topics = [
  'firearms',
  'migrants',
  'recovery',
  'prevention',
  'prisons',
  'witnesses',
  'wildlife',
  'falsified products',
  'children',
]
const rows = (month: string) => topics.map((topic, i) => `<tr><td>${i + 2}-${i + 4} ${month}</td><td>Forum on ${topic}</td></tr>`)
const table = (lines: string[]) => `<table>${lines.join('')}</table>`
const longTable = (month: string) => table([...rows(month), ...rows(month).map((row) => row.replace('Forum', 'Symposium'))])
const starts = (markup: string) => listingsOf(markup).map(({ when }) => when?.start)

test('a table that is printed again word for word, as for narrow screens, is said once and left the second time', () => {
  const one = longTable('June 2026')
  expect(starts(one + one)).toEqual(starts(one))
  expect(readingOf(one + one).left.map(({ why }) => why)).toContain('said before, word for word')
})

test('a row that is new in the second printing is read', () => {
  const lines = rows('June 2026')
  const changed = lines.with(4, '<tr><td>26-27 June 2026</td><td>Forum on money</td></tr>')
  expect(starts(table([...lines, ...lines]) + table([...changed, ...lines]))).toContain('2026-06-26')
})

test('the same days and titles under another year are other meetings', () => {
  for (const year of [(said: number) => `<p>${said}</p>`, (said: number) => `<h2>${said}</h2>`]) {
    const listings = starts(year(2026) + longTable('June') + year(2027) + longTable('June'))
    for (const said of ['2026-06-02', '2027-06-02']) expect(listings).toContain(said)
  }
})
