import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFresh } from '../../src/web/http/answer/conditional.ts'
import { chooseEncoding } from '../../src/web/http/answer/encoding.ts'
import { isWellFormed } from '../../src/web/http/refuse/errors.ts'

const validators = { etag: '"abc"', lastModifiedMs: Date.parse('2026-03-02T09:30:00.900Z') }

test.each([
  ['the tag itself', { 'if-none-match': '"abc"' }, true],
  ['another tag', { 'if-none-match': '"abd"' }, false],
  ['a weak tag', { 'if-none-match': 'W/"abc"' }, true],
  ['any', { 'if-none-match': '*' }, true],
  ['a list', { 'if-none-match': '"x,y" , W/"z","abc"' }, true],
  ['a list without it', { 'if-none-match': '"ab", "c"' }, false],
  ['a tag without quotes', { 'if-none-match': 'abc' }, false],
  ['the second of the change', { 'if-modified-since': 'Mon, 02 Mar 2026 09:30:00 GMT' }, true],
  ['a second before', { 'if-modified-since': 'Mon, 02 Mar 2026 09:29:59 GMT' }, false],
  ['a date that is none', { 'if-modified-since': 'yesterday' }, false],
  [
    'a tag that differs, and a date that would do',
    { 'if-none-match': '"x"', 'if-modified-since': 'Mon, 02 Mar 2027 09:30:00 GMT' },
    false,
  ],
  ['nothing', {}, false],
])('RFC 9110 section 13: %s', (_, headers, fresh) => expect(isFresh(headers, validators)).toBe(fresh))

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br;q=0.1, gzip', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['identity, gzip;q=0.5', 'identity'],
  ['deflate', 'identity'],
  ['', 'identity'],
  ['br;q=no', 'identity'],
])('RFC 9110 section 12.5.3: "%s" gets %s', (accepted, encoding) =>
  expect(chooseEncoding({ 'accept-encoding': accepted })).toBe(encoding),
)

test.each(['Microsoft Exchange Server', 'Mozilla/4.0 (compatible; Outlook 16)', 'Microsoft-CryptoAPI'])(
  '%s gets bytes as they are',
  (agent) => {
    expect(chooseEncoding({ 'accept-encoding': 'gzip', 'user-agent': agent })).toBe('identity')
  },
)

test('an address is well formed exactly when it can be decoded and holds no NUL', () => {
  const decodes = (url: string) => {
    try {
      return !decodeURIComponent(url).includes('\0')
    } catch {
      return false
    }
  }
  const piece = fc.oneof(fc.constantFrom('%', '%2', '%zz', '%00', '%ff', '%C3%A9', '%c3', '/a', '?', 'é'), fc.string())
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const url = pieces.join('').replaceAll('\0', '')
      expect(isWellFormed(url)).toBe(decodes(url))
    }),
  )
})
