import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { generalSource, read, readText } from '../../src/read/index.ts'
import { decode } from '../../src/source/index.ts'

// A machine with other work beside it is slow; that a page does not hang is what is asked here.
vi.setConfig({ testTimeout: 30_000 })

const sound = [
  'items-title-place-dates',
  'cards-of-three-lines',
  'table-with-header',
  'press-release-dateline',
  'structured-data',
].map((name) => readFileSync(new URL(`pages/${name}.html`, import.meta.url)))

function readBytes(bytes: Uint8Array) {
  const url = 'https://www.example.org/2024/meetings'
  const body = decode(bytes)
  const page = { url, finalUrl: url, body, contentType: 'text/html', fetchedAt: '2024-01-01T00:00:00Z' }
  return [read(page, generalSource, '2024-01-01'), readText(body, { captured: '2024-01-01', timezone: 'Europe/Vienna' })]
}

function isWhole(bytes: Uint8Array): void {
  for (const { outcome, listings, issues } of readBytes(bytes)) {
    expect(['ok', 'partial', 'blocked', 'broken']).toContain(outcome)
    for (const { sentence } of issues) expect(sentence).not.toBe('')
    for (const { title, when } of listings) {
      expect(title).not.toBe('')
      if (when) expect(when.start <= when.end).toBe(true)
    }
  }
}

const odd = fc.constantFrom(
  ...'<!--|<script>|<p title="|</div></div>|<![CDATA[|&#x202e;|&#0;|&amp|<table><tr><td>|</table>|<svg><title>|<a href="|<b><i><sup>|\u200b|\u202e|\ufeff|\ud800|1 May 2024 |'.split(
    '|',
  ),
)

test('a page cut anywhere ends in listings and issues', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sound), fc.double({ min: 0, max: 1, noNaN: true }), (page, share) =>
      isWhole(page.subarray(0, Math.floor(page.length * share))),
    ),
    { numRuns: 100 },
  )
})

test('a page with odd pieces put in, a part doubled or bytes changed ends in listings and issues', () => {
  const places = fc.array(fc.tuple(fc.nat(20_000), fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 20 }))), { maxLength: 8 })
  fc.assert(
    fc.property(fc.constantFrom(...sound), places, fc.nat(20_000), fc.nat(20_000), (page, pieces, from, to) => {
      let text = page.toString('latin1')
      for (const [at, piece] of pieces) text = text.slice(0, at % text.length) + piece + text.slice(at % text.length)
      text = text.slice(0, to % text.length) + text.slice(from % text.length)
      isWhole(Buffer.from(text, 'utf8'))
    }),
    { numRuns: 50 },
  )
})

test('any bytes end in listings and issues', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 5000 }), isWhole), { numRuns: 100 })
})

const many = 10_000
/** Two hundred lines that all differ, with three thousand characters of the same between a session and its date. */
const between = (sign: string) =>
  Array.from(
    { length: 200 },
    (_, i) => `<li>Fifth session of the CND ${i} ${sign.repeat(3000 / sign.length)} 5 May 2026: (${sign})</li>`,
  ).join('')
const ld = '<script type="application/ld+json">'
const line = '<li>Sixty-seventh session, Vienna, 5-9 May 2026</li>'

test.each([
  ['nested 10,000 deep', `${'<div><span>'.repeat(many)}5 May 2026${'</span></div>'.repeat(many)}`],
  ['ten thousand unclosed tables', '<table><tr><td>5 May 2026'.repeat(many)],
  ['ten thousand dates in a list', `<h1>Meetings</h1><ul>${line.repeat(many)}</ul>`],
  ['a megabyte of dates in one line', '1 May 2026 '.repeat(90_000)],
  ['a megabyte of words that begin a sentence', 'the session of the '.repeat(50_000)],
  ['a megabyte of news headings', '<h2>News</h2>'.repeat(80_000)],
  ['two hundred kilobytes of meetings in one line', line.repeat(4000).replace(/<\/?li>/g, '; ')],
  ['ten thousand days without a year', '<li>Session, 5-9 May</li>'.repeat(many)],
  ['ten thousand cells with nothing between them', '<table><tr>'.concat('<td>5 May 2026 &amp; &nbsp;</td>'.repeat(many))],
  ['two hundred kilobytes of sentences in one line', 'will be held from 5 to 9 May 2026 in Vienna. '.repeat(4500)],
  ['a megabyte of months', '<p>May 2026</p>\n'.repeat(60_000)],
  ['a megabyte of entities', '&#x35;&#32;&#x4d;ay&#10;'.repeat(45_000)],
  ['an unclosed comment', `${line}<!--${line.repeat(1000)}`],
  ['an unclosed script', `${line}<script>${line.repeat(1000)}`],
  ['an unclosed attribute', `${line}<p title="${line.repeat(1000)}`],
  ['bidi and zero-width characters', `${line}${'\u202e\u200b\u2066'.repeat(many)}`],
  ['a megabyte of open brackets', '('.repeat(1 << 20)],
  ['a table of cells without a row', '<h1>Meetings</h1><table><td>5 May 2026<td rowspan=2>Session'],
  ['a row of thirty thousand cells', `<table><tr>${'<td>x</td>'.repeat(30_000)}`],
  ['a megabyte of links in one line', '<a href="/x">x</a>'.repeat(60_000)],
  ['five megabytes that only name structured data', 'application/ld+json '.repeat(250_000)],
  ['a hundred thousand scripts that do not end', `${ld}[`.repeat(100_000)],
  ['four megabytes of blanks in structured data', `${ld}[${' '.repeat(4_000_000)}]</script>`],
  ['four megabytes of a comment in structured data', `${ld}/*${'x'.repeat(4_000_000)}`],
  [
    'an event of two megabytes of words',
    `${ld}${JSON.stringify({ '@type': 'Event', name: 'the (session '.repeat(150_000) })}</script>`,
  ],
  ['an event nested ten thousand deep', `<div class=vevent><p class=summary>${'<b>'.repeat(many)}5 May 2026</div>`],
  ['postponements in elements a thousand deep', '<div>postponed '.repeat(50_000)],
  ['a million empty lines set as written', `<pre>${'\n'.repeat(1 << 20)}`],
  ['a title that ends in a word of a thousand capitals', `<li>Session of the thing ${'A'.repeat(1000)}1, 5 May 2026</li>`],
  ['a title with an address of three thousand characters', `<li>Session https://${'a'.repeat(3000)} of bodies, 5 May 2026</li>`],
  ['lines of commas between session and date', between(', ')],
  ['lines of colons between session and date', between(':')],
  ['lines of dashes between session and date', between('– ')],
  ['lines of brackets between session and date', between('( ')],
  ['ten thousand attributes', `<p ${'a=b '.repeat(many)}>5 May 2026`],
])('%s is read to its end', (_, body) => {
  isWhole(Buffer.from(`<html><body>${body}`))
})

test.each([
  ['a feed', '<feed>', '<entry><title>Session</title></entry>'],
  ['a calendar', 'BEGIN:VCALENDAR\n', 'BEGIN:VEVENT\nDTSTART:20260505\nSUMMARY:Session\nEND:VEVENT\n'],
  ['structured data', '<h1>Meetings</h1>', `${ld}{"@type":"Event","name":"Session","startDate":"2026-05-05"}</script>`],
  ['a page of marked events', '<h1>Meetings</h1>', '<p class=vevent><i class=summary>Session</i></p>'],
])('of %s of more listings than are read the first are, and it says so', (_, head, one) => {
  const [reading] = readBytes(Buffer.from(head + one.repeat(6000)))
  expect(reading?.listings.map(({ title }) => title)).toContain('Session')
  expect(reading?.issues.map(({ sentence }) => sentence).join()).toMatch(/what follows the first \d+ listings of .* was left/)
})

test('dates beyond those that are read on one page are told, not dropped in silence', () => {
  const lines = Array.from({ length: many }, (_, number) => line.replace('<li>', `<li>${number}. `))
  const [reading] = readBytes(Buffer.from(`<h1>Meetings</h1><ul>${lines.join('')}</ul>`))
  expect(reading?.issues.map(({ sentence }) => sentence).join()).toMatch(/dates beyond the first 3000 .* were left/)
})

test('a page that is one text set as written says too how much of it was left', () => {
  const [reading] = readBytes(Buffer.from(`<h1>Meetings</h1>${line}<pre>${'x\n'.repeat(110_000)}`))
  expect(reading?.issues.map(({ sentence }) => sentence).join()).toMatch(/the last \d{5,} characters of .* were left/)
})

test('a page and a text of more lines than are read say how much of them was left', () => {
  for (const reading of readBytes(Buffer.from(`<h1>Meetings</h1>${line}${'<p>x</p>\n'.repeat(110_000)}`))) {
    expect(reading?.listings.map(({ when }) => [when?.start, when?.end])).toContainEqual(['2026-05-05', '2026-05-09'])
    expect(reading?.issues.map(({ sentence }) => sentence).join()).toMatch(
      /the last \d{5,} characters of .* were left: it is longer/,
    )
  }
})

test('a text in one line is read as far as a page is, and says where it was left', () => {
  const [, reading] = readBytes(Buffer.from(line.repeat(4000)))
  expect(reading?.listings.map(({ when }) => [when?.start, when?.end])).toContainEqual(['2026-05-05', '2026-05-09'])
  expect(reading?.issues.map(({ sentence }) => sentence).join()).toMatch(/dates beyond the first \d+ of the text were left/)
})
