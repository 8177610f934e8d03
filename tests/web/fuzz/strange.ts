import type { Sent } from './requests.ts'
import { type Chance, pickBy } from './wrong.ts'

const long = 'x'.repeat(3000)
const headers: Record<string, string[]> = {
  'if-match': ['*', '""', '"x"', 'W/"x"', '"x", "y"', '"', ',', '"a"b"', long, 'é'],
  'if-none-match': ['*', '""', '"x"', 'W/"x"', '"x", "y"', '"', ',', long],
  'if-modified-since': ['Thu, 01 Jan 1970 00:00:00 GMT', 'yesterday', '-1', '99999999999999', long],
  'idempotency-key': ['', ' ', '"8e03978e-40d5-43dd-bc93-6894a57f9324"', 'é', long, 'a b', '\t'],
  accept: ['*/*', 'text/html', 'application/json;q=0', 'q=', ';;;', 'text/*;q=x', '*', long],
  'accept-language': ['fr', 'xx-yy', '*', 'en;q=0', 'ar,zh;q=0.9', ',,,', ';q=1', '-', long],
  'accept-encoding': ['gzip', 'br', '*;q=0', 'identity;q=0', 'gzip;q=x', ',', long],
  range: ['bytes=0-0', 'bytes=0-', 'bytes=-1', 'bytes=5-1', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,2-3', long],
  cookie: ['session=x', 'session=', '=', ';;;', '__Host-session=x; session=y', 'session="x"', `session=${long}`, 'é=é'],
  authorization: ['Bearer', 'Bearer ', 'Basic !!!', 'Basic Og==', 'Digest x', `Bearer ${long}`, 'Basic '.repeat(50)],
  'x-forwarded-for': ['127.0.0.1', '::1', 'x', '1.2.3.4, 5.6.7.8', long],
  'x-forwarded-proto': ['https', 'javascript', ''],
  origin: ['null', 'https://evil.example', 'x', ''],
  host: ['evil.example', '', 'x:y:z', '[::1'],
  'content-length': ['0', '5'],
  'x-http-method-override': ['DELETE'],
  expect: ['100-continue'],
  te: ['trailers', 'x'],
}

/** Adds headers that nobody should send. What a refusal must name is then not known. */
export function withStrangeHeaders(sent: Sent, chance: Chance): Sent {
  const pick = pickBy(chance)
  const added = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => pick(Object.keys(headers)))
  return {
    ...sent,
    headers: { ...sent.headers, ...Object.fromEntries(added.map((name) => [name, pick(headers[name] ?? [''])])) },
    names: [''],
  }
}

const segments = [
  ...'api events feeds sources history imports reviews keys session digests desk meetings paste new series docs static json'.split(
    ' ',
  ),
  ...'embed list frame month year bodies subscribe health live 2027 2027-02 99999 cnd all.ics all.atom cnd.json openapi.json'.split(
    ' ',
  ),
  ...[
    '',
    '.',
    '..',
    '%2e%2e',
    '%2f',
    '%00',
    '%',
    '%E0%A4%A',
    '*',
    '~',
    ';',
    ':',
    '@',
    '__proto__',
    'constructor',
    '{id}',
    '\\',
    '-0',
    'x'.repeat(500),
  ],
]
const queries = [
  '',
  '',
  '',
  '?',
  '?lang=fr',
  '?lang=',
  '?q=%',
  '?q=%00',
  '?body=x',
  '?cursor=x',
  '?limit=-1',
  '?a=b&a=c',
  '?feed=nothing',
  '?to=//evil.example',
  '?done=1',
  '?done=x',
  '?from=2027-13-01',
  `?q=${'x'.repeat(4000)}`,
  '?__proto__=1',
]

/** An address that may be none, asked in any way. */
export function anywhere(chance: Chance): Sent {
  const pick = pickBy(chance)
  const path = Array.from({ length: 1 + Math.floor(chance() * 4) }, () => pick(segments)).join('/')
  const method = pick(['GET', 'GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'TRACE'])
  return { method, url: `/${path}${pick(queries)}`, body: undefined, headers: {}, names: [''] }
}
