import { Value } from 'typebox/value'
import { form } from '../write/form.ts'
import type { Operation } from './description.ts'
import { anyFor, type Chance, mutated, pickBy, right } from './wrong.ts'

/** A request of the fuzz: `names` are the fields that are wrong and must be named; an empty one is a fault that nothing names. */
export type Sent = {
  method: string
  url: string
  body: string | Buffer | undefined
  headers: Record<string, string>
  names: string[]
}

const strangeSegments = [
  'nothing',
  '%00',
  '%',
  '%ff',
  '..%2f..%2fetc',
  'x'.repeat(400),
  '%F0%9F%92%A9',
  '__proto__',
  '-1',
  '999999999999999999',
  "'",
  '%0d%0aX: y',
  '%20',
]
const bodiesThatAreNone = [
  '{',
  '[]',
  '"a"',
  '1',
  'null',
  '{"a":1,}',
  '['.repeat(50_000),
  '\ufeff{}',
  '{"__proto__":{"x":1}}',
  '{"title":1e999}',
  '\u0000',
]
const strangeTypes = [
  'text/plain',
  'application/xml',
  'x',
  'application/json; charset=utf-7',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
]
const files = [
  { name: 'list.csv', bytes: 'Meeting;When\nBriefing;9 March 2027\n' },
  { name: 'list.csv', bytes: '\0\0\0' },
  { name: 'a.ics', bytes: 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\nDTSTART:20270309\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n' },
  { name: 'a.ics', bytes: 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT' },
  { name: 'book.xlsx', bytes: Buffer.from('504b0304ffffffffffffffffff', 'hex') },
  { name: '../../etc/passwd', bytes: 'root' },
  { name: '', bytes: 'x' },
  { name: 'x"\r\nX: y', bytes: '<script>alert(1)</script>' },
]

/** A request of an operation, with anything in it wrong or nothing. */
export function requestOf(operation: Operation, known: string[], chance: Chance): Sent {
  const pick = pickBy(chance)
  const names: string[] = []
  const headers: Record<string, string> = {}
  const query: string[] = []
  let url = operation.path
  for (const { name, in: where, schema, required } of operation.parameters) {
    if (where === 'path') {
      const value = chance() < 0.75 ? encodeURIComponent(pick(known)) : pick(strangeSegments)
      // Of several faults the address is told first.
      if (!Value.Check(schema as never, value) || /%(?:00|ff|$)/.test(value)) names.push('')
      url = url.replace(`{${name}}`, value)
    } else if (where === 'header') {
      if (chance() < 0.6) headers[name] = pick(['*', '"x"', 'W/"x"', 'x'.repeat(300), '""', ',', 'é'])
    } else if (required || chance() < 0.15) {
      const value = chance() < 0.6 ? right(schema, chance) : anyFor(schema, chance)
      const isWrong = typeof value === 'object' || !Value.Check(schema as never, value)
      query.push(
        `${name}=${encodeURIComponent((typeof value === 'object' ? JSON.stringify(value) : String(value)).toWellFormed())}`,
      )
      // A query is text: "1" for 1 is right, and so is a list with one element.
      if (isWrong || query.at(-1)?.includes('%00')) names.push('')
    }
  }
  if (chance() < 0.05) {
    query.push(pick(['colour=red', 'dryRun=true&dryRun=false', '=', '&&&', 'a[b]=c']))
    names.push('')
  }
  if (query.length) url += `?${query.join('&')}`
  const sent = { method: operation.method, url, headers, names }
  return operation.bodies.length ? { ...sent, ...bodyOf(operation, sent, chance) } : { ...sent, body: undefined }
}

function bodyOf(
  operation: Operation,
  { headers, names }: Pick<Sent, 'headers' | 'names'>,
  chance: Chance,
): Omit<Sent, 'method' | 'url'> {
  const pick = pickBy(chance)
  const { type, schema, examples } = pick(operation.bodies)
  const way = chance()
  const typed = { ...headers, 'content-type': type }
  if (way < 0.05) return { body: pick(bodiesThatAreNone), headers: typed, names: [''] }
  if (way < 0.08) return { body: '{}', headers: { ...headers, 'content-type': pick(strangeTypes) }, names: [''] }
  const base = examples.length && chance() < 0.6 ? pick(examples) : right(schema, chance)
  const { body, field } = mutated(schema, base as Record<string, unknown>, chance)
  if (!type.startsWith('multipart/'))
    return { body: JSON.stringify(body), headers: typed, names: field === undefined ? names : [...names, field] }
  const fields = formOf(body as Record<string, unknown>, chance)
  // A form has words only, and what is left empty was not filled in: what is wrong in it is not what was wrong in JSON.
  return { body: fields.payload, headers: { ...headers, ...fields.headers }, names: [...names, ''] }
}

/** Fields as a form sends them: words and files, now and then cut off or twice. */
export function formOf(said: Record<string, unknown>, chance: Chance): ReturnType<typeof form> {
  const pick = pickBy(chance)
  const words = Object.entries(said).map(
    ([name, value]) => [name, (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed()] as const,
  )
  const { text, url, ...others } = Object.fromEntries(words)
  const handed = pick([{ text }, { url }, { file: pick(files) }, { text, file: pick(files) }, {}, { file: 'words' }])
  const all = Object.fromEntries(
    Object.entries({ ...others, ...handed }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  const { payload, headers } = form(all)
  const way = chance()
  if (way < 0.05) return { payload: payload.subarray(0, Math.floor(payload.length * chance())), headers }
  if (way < 0.1) return { payload: Buffer.concat([payload.subarray(0, -8), payload]), headers }
  if (way < 0.13)
    return { payload: form(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`f${i}`, 'x']))).payload, headers }
  return { payload, headers }
}
