import { Validator } from '@seriousme/openapi-schema-validator'
import { Value } from 'typebox/value'
import { expect, test, vi } from 'vitest'
import { cnd } from '../acts/desk.ts'
import { operationsOf } from './fuzz/description.ts'
import { form } from './write/form.ts'
import { aService, draft } from './write/service.ts'

// A description is made and compiled for each.
vi.setConfig({ testTimeout: 30_000 })

async function described() {
  const service = aService()
  const { json } = await service.ask('GET', '/openapi.json', { as: 'nobody' })
  return { ...service, document: json, operations: operationsOf(json) }
}

test('the description is OpenAPI 3.1 without a fault', async () => {
  const { document } = await described()
  const { valid, errors } = await new Validator().validate(document)
  expect([errors, valid, document.openapi]).toEqual([undefined, true, '3.1.0'])
})

test('every operation has an id of its own, what it does, and the problems it may answer with', async () => {
  const { document, operations } = await described()
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
  for (const { id, method, path, isGuarded, responses } of operations) {
    expect([id, document.paths[path][method.toLowerCase()].summary]).toEqual([id, expect.stringMatching(/\.$/)])
    if (isGuarded) expect([id, Object.keys(responses)]).toEqual([id, expect.arrayContaining(['400', '401', '403', '429'])])
    for (const [status, kinds] of Object.entries(responses))
      if (Number(status) >= 400 && status !== '503')
        expect([id, status, Object.keys(kinds)]).toEqual([id, status, ['application/problem+json']])
  }
})

test('every address that writes is described, asks for a key, and says what it is sent', async () => {
  const { operations } = await described()
  const writing = operations.filter(({ method }) => method !== 'GET')
  expect(writing.filter(({ isGuarded, path }) => !isGuarded && path !== '/api/session')).toEqual([])
  const examples = writing
    .filter(({ method }) => method !== 'DELETE')
    .flatMap(({ id, bodies }) => (bodies.every((one) => one.examples.length) ? [] : [id]))
  expect(examples).toEqual([])
})

test('each example is taken as it stands, or refused for what it names and nothing else, with an answer that is as described', async () => {
  const { operations, ask, run } = await described()
  run('cnd', [cnd()])
  const { uid } = (await ask('POST', '/api/events', { body: { ...draft, title: 'Another briefing' } })).json.event
  const { id } = (
    await ask('POST', '/api/imports', {
      body: { text: 'Briefing on BMS 7 on July 21st, 2027.\n\nThe 8th Informal Meeting will be on August 10th, 2027.' },
    })
  ).json
  const known: Record<string, string> = {
    '/api/events/{id}': uid,
    '/api/imports/{id}': id,
    '/api/sources/{id}': 'cnd',
    '/api/history/{id}': '1',
  }
  let taken = 0
  for (const { id: name, method, path, bodies, responses } of operations) {
    const entry = Object.entries(known).find(([start]) => path.startsWith(start))
    const url = path.replace(/\{\w+\}/, encodeURIComponent(entry?.[1] ?? '1'))
    for (const { type, examples } of bodies) {
      for (const body of examples) {
        const headers = { 'content-type': type, 'if-match': '*' }
        const said = type.startsWith('multipart/') ? form(body as Record<string, string>) : { body, headers }
        const reply = await ask(method as 'POST', url, { ...said, as: 'administrator' })
        // Keys, feeds and runs that the examples name are not there.
        const missing = /feeds\/\{name\}|runs|reviews|decisions|session/.test(path) ? [200, 401, 404, 422] : [200, 201, 202, 409]
        expect([name, reply.status, reply.text]).toEqual([name, expect.toBeOneOf(missing), reply.text])
        const schema = Object.values(responses[reply.status] ?? {})[0] ?? {}
        expect([name, reply.status, [...Value.Errors(schema as never, reply.json)]]).toEqual([name, reply.status, []])
        taken += 1
      }
    }
  }
  expect(taken).toBeGreaterThan(15)
})

test('the description can be read in a browser, from this service alone', async () => {
  const { app } = aService()
  const page = await app.inject('/docs/')
  expect(page.headers['content-security-policy']).not.toMatch(/unsafe/)
  const addresses = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '')
  expect(addresses.length).toBeGreaterThan(3)
  for (const address of addresses) {
    const { pathname, origin } = new URL(address, 'http://calendar.example/docs/')
    expect([address, origin, (await app.inject(pathname)).statusCode]).toEqual([address, 'http://calendar.example', 200])
  }
})
