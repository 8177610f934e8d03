import { expect, test } from 'vitest'
import { read } from '../../src/read/index.ts'
import { meetings, type Source } from '../../src/source/index.ts'

const source: Source = {
  id: 'drugs',
  title: 'Commission on Narcotic Drugs',
  publisher: '',
  pages: [],
  timezone: 'Europe/Vienna',
  every: '1 days',
  extract: meetings({ about: /Narcotic Drugs|CND/ }),
}

function kindOf(body: string): string {
  const url = 'https://www.example.org/drugs'
  const page = { url, finalUrl: url, body, contentType: 'text/html', fetchedAt: '2026-01-01T00:00:00Z' }
  const { kind, outcome } = read(page, source, '2026-01-01')
  return `${kind}, ${outcome}`
}

const heading = '<html><head><title>Meetings</title></head><body><h1>Meetings of the Commission on Narcotic Drugs</h1>'
const words = `<p>${'The Office helps Member States in their work against crime and for justice. '.repeat(8)}</p>`

test('a page with a meeting is one of meetings', () => {
  expect(kindOf(`${heading}<p>Sixty-ninth session: 9-13 March 2026, Vienna</p></body></html>`)).toBe('meetings, ok')
})

test('a page with its heading and no meeting has none scheduled', () => {
  expect(kindOf(`${heading}<p>No meeting is scheduled.</p></body></html>`)).toBe('none-scheduled, ok')
})

test('a page without its heading and without a meeting has a changed layout', () => {
  expect(kindOf(`<html><head><title>Welcome</title></head><body><h1>Welcome</h1>${words}</body></html>`)).toBe(
    'layout-changed, ok',
  )
})

test.each([
  ['a challenge', '<title>Just a moment...</title><h1>Checking your browser</h1>', 'blocked'],
  ['a login', '<title>Login</title><h1>Sign in</h1><form><input type="password"></form>', 'blocked'],
  ['an error sent as a page', '<title>404 Not Found</title><h1>Page not found</h1>', 'broken'],
  ['an empty page', '<html><body></body></html>', 'broken'],
  ['bytes that are no text', '\u0000\u0001\u0002\u0003\ufffd'.repeat(200), 'broken'],
])('%s is no page', (_, body, outcome) => {
  expect(kindOf(body)).toBe(`no-page, ${outcome}`)
})

test('a page cut off is partial, and what came before counts', () => {
  const whole = `${heading}<div><ul><li>Sixty-ninth session: 9-13 March 2026, Vienna</li><li>Reconvened sess`
  expect(kindOf(whole)).toBe('meetings, partial')
})
