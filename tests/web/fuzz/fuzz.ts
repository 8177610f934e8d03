import { Value } from 'typebox/value'
import { cnd } from '../../acts/desk.ts'
import { aService, draft } from '../write/service.ts'
import { type Operation, operationsOf } from './description.ts'
import { anyFor, chanceOf, mutated, right } from './wrong.ts'

type Sent = { url: string; body: string | undefined; headers: Record<string, string>; names: string[] }

/** What every answer of a service is held to; each fault is a sentence with the request that caused it. */
export async function fuzz(count: number, seed: number): Promise<{ sent: number; refused: number; faults: string[] }> {
  const chance = chanceOf(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T
  const service = aService()
  const { ask, store, clock, run, keys } = service
  run('cnd', [cnd()])
  const made = await ask('POST', '/api/events', { body: draft })
  const proposed = await ask('POST', '/api/imports', { body: { text: '9 February 2027: Briefing of members' } })
  await ask('POST', '/api/feeds', { body: { name: 'vienna', title: 'Vienna', selection: {} } })
  const operations = operationsOf((await ask('GET', '/openapi.json')).json)
  const known = [
    made.json.event.uid,
    made.json.event.slug,
    proposed.json.id,
    'cnd',
    '1',
    '2',
    'vienna',
    'when',
    'title',
    'all.ics',
  ]
  const strange = [
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
    ' '.trim() || '%20',
  ]
  const faults: string[] = []
  let refused = 0
  for (let number = 0; number < count && faults.length < 20; number += 1) {
    const operation = pick(operations)
    // Sign-ins of the wrong key are limited, which would end the rest.
    if (operation.path === '/api/session' && operation.method === 'POST' && chance() < 0.7) continue
    // Writes are counted by the minute.
    clock.now = new Date(clock.now.getTime() + 1000)
    const as = pick(['administrator', 'administrator', 'administrator', 'editor', 'reader', 'nobody'] as const)
    const sent = request(operation)
    const before = written()
    const told = `${operation.method} ${sent.url.slice(0, 300)} as ${as} ${JSON.stringify(sent.headers)} ${(sent.body ?? '').slice(0, 600)}`
    const reply = await ask(operation.method as 'GET', sent.url, { body: sent.body, headers: sent.headers, as })
    const faulty = (what: string) => faults.push(`${what}: ${told}\n   ${reply.status} ${reply.text.slice(0, 500)}`)
    const { status } = reply
    if (status >= 500 && !(status === 503 && operation.responses[503])) faulty('It failed')
    if (status >= 400) {
      refused += 1
      if (written() !== before) faulty('It was refused and wrote')
      if (!String(reply.headers['content-type']).startsWith('application/problem+json')) faulty('It is no problem document')
      else if (!/^\S.*[.!?:]$/s.test(reply.json.detail) || reply.json.status !== status) faulty('It does not say what was wrong')
      if (/node_modules|\/src\/|\.ts:\d|SQLITE|at \w+ \(/.test(reply.text)) faulty('It tells of the inside')
    } else if (!sent.names.includes('')) {
      if (
        sent.names.length &&
        status !== 304 &&
        status !== 308 &&
        !operation.path.startsWith('/embed') &&
        !operation.path.startsWith('/feeds') &&
        !operation.path.startsWith('/events')
      )
        faulty(`${sent.names} was wrong and was taken`)
    }
    if (Object.values(keys).some((key) => reply.text.includes(key))) faulty('It tells a key')
    if ((status === 400 || status === 422) && sent.names.length === 1 && sent.names[0] && !reply.text.includes(sent.names[0]))
      faulty(`It does not name ${sent.names[0]}`)
    const described = operation.responses[status]
    if (!described && ![400, 401, 403, 404, 405, 415].includes(status)) faulty('Its status is not described')
    const schema = described?.['application/json']
    if (schema && reply.json !== undefined) {
      const [error] = Value.Errors(schema as never, reply.json)
      if (error) faulty(`It is not as described (${error.instancePath} ${error.message})`)
    }
  }
  await service.app.close()
  return { sent: count, refused, faults }

  /** All that writing leaves: changes, history, keys, proposals. */
  function written(): string {
    const count = (table: string) => (store.sqlite.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n
    return ['change', 'action', 'access_key', 'proposal', 'edit', 'decision', 'named_feed'].map(count).join(' ')
  }

  function request(operation: Operation): Sent {
    const names: string[] = []
    const headers: Record<string, string> = {}
    const query: string[] = []
    let url = operation.path
    for (const { name, in: where, schema, required } of operation.parameters) {
      if (where === 'path') {
        const value = chance() < 0.75 ? encodeURIComponent(pick(known)) : pick(strange)
        // Of several faults the address is told first.
        if (!Value.Check(schema as never, value) || /%(?:00|ff|$)/.test(value)) names.push('')
        url = url.replace(`{${name}}`, value)
      } else if (where === 'header') {
        if (chance() < 0.6)
          headers[name] = pick(['*', '"x"', 'W/"x"', made.headers.etag as string, 'x'.repeat(300), '""', ',', 'é'])
      } else if (required || chance() < 0.15) {
        const value = chance() < 0.6 ? right(schema, chance) : anyFor(schema, chance)
        const isWrong = typeof value === 'object' || !Value.Check(schema as never, value)
        query.push(`${name}=${encodeURIComponent(wellFormed(typeof value === 'object' ? JSON.stringify(value) : String(value)))}`)
        // A query is text: "1" for 1 is right, and so is a list with one element.
        if (isWrong || query.at(-1)?.includes('%00')) names.push('')
      }
    }
    if (chance() < 0.05) {
      query.push(pick(['colour=red', 'dryRun=true&dryRun=false', '=', '&&&', 'a[b]=c']))
      names.push('')
    }
    if (query.length) url += `?${query.join('&')}`
    if (!operation.bodies.length) return { url, body: undefined, headers, names }
    const { type, schema, examples } = operation.bodies[0] as Operation['bodies'][number]
    headers['content-type'] = type
    const way = chance()
    if (way < 0.05)
      return {
        url,
        body: pick([
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
        ]),
        headers,
        names: [''],
      }
    if (way < 0.08)
      return {
        url,
        body: '{}',
        headers: {
          ...headers,
          'content-type': pick([
            'text/plain',
            'application/xml',
            'x',
            'application/json; charset=utf-7',
            'multipart/form-data',
            'multipart/form-data; boundary=x',
          ]),
        },
        names: [''],
      }
    const base = examples.length && chance() < 0.6 ? pick(examples) : right(schema, chance)
    const { body, field } = mutated(schema, base as Record<string, unknown>, chance)
    if (field !== undefined) names.push(field)
    return { url, body: JSON.stringify(body), headers, names }
  }
}

function wellFormed(text: string): string {
  return text.toWellFormed()
}

if (process.argv[1]?.endsWith('fuzz.ts')) {
  const count = Number(process.argv[2] ?? 20_000)
  const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
  const { sent, refused, faults } = await fuzz(count, seed)
  console.log(`${sent} requests (seed ${seed}): ${refused} refused, ${faults.length} faults`)
  for (const fault of faults) console.log(`- ${fault}`)
  if (faults.length) process.exitCode = 1
}
