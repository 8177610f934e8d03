import { readFileSync, writeFileSync } from 'node:fs'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import type { Listing } from '../../src/event/index.ts'
import type { Answers } from '../../src/web/api/described.ts'
import { cnd } from '../acts/desk.ts'
import { operationsOf } from './fuzz/description.ts'
import { aService, draft } from './write/service.ts'

// The description shows what was recorded here; `RECORD=1 vitest run tests/web/answers.test.ts` records it anew.
const file = new URL('../../src/web/api/answers.json', import.meta.url)

/** {@link cnd} as a source lists it that names no session. */
function unnumbered(said: Partial<Listing>): Listing {
  const { session: _, ...listing } = cnd(said)
  return listing
}

/** Asks a service everything once, in an order in which each can be answered: what it answered, by operation, status and media type. */
async function everything(): Promise<Answers> {
  const { ask: send, run, telling, clock } = aService()
  const { json: document } = await send('GET', '/openapi.json')
  const operations = operationsOf(document)
  const answers: Answers = {}

  async function ask(method: string, url: string, said: Parameters<typeof send>[2] = {}) {
    const path = url.split('?')[0] ?? ''
    const fits = (one: string) => new RegExp(`^${one.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path)
    const operation =
      operations.find((one) => one.method === method && one.path === path) ??
      operations.find((one) => one.method === method && fits(one.path))
    const headers = { 'if-match': '*', ...(method === 'PATCH' && { 'content-type': 'application/merge-patch+json' }) }
    const reply = await send(method as 'GET', url, { as: 'administrator', headers, ...said })
    const described = operation?.responses[reply.status]
    expect([method, url, reply.status < 400, described !== undefined, reply.text]).toEqual([method, url, true, true, reply.text])
    const type = String(reply.headers['content-type']).split(';')[0] ?? ''
    if (reply.status !== 204) {
      answers[operation?.id ?? ''] ??= {}
      const known = answers[operation?.id ?? ''] as Record<string, Record<string, unknown>>
      known[reply.status] = { [type]: shortened(type, reply.json ?? reply.text), ...known[reply.status] }
    }
    return reply
  }

  await telling.tick()
  run('cnd', [cnd()])
  run('un', [unnumbered({ title: 'Commission on Narcotic Drugs, 69th session', key: 'un/69' })])
  const { json: made } = await ask('POST', '/api/events', { body: draft })
  const { uid, slug } = made.event
  await ask('POST', '/api/events?dryRun=true', { body: draft })
  await ask('PATCH', `/api/events/${slug}`, { body: { room: 'C4' } })
  await ask('PUT', `/api/events/${slug}`, { body: { ...draft, room: 'C5' } })
  await ask('POST', '/api/series', {
    body: {
      title: 'Monthly call',
      body: 'ALLIANCE',
      start: '2027-02-09',
      startTime: '15:00',
      rule: 'FREQ=MONTHLY;BYDAY=2TU;COUNT=2',
    },
  })
  await ask('POST', '/api/series?dryRun=true', {
    body: { title: 'Monthly call', start: '2027-02-09', rule: 'FREQ=MONTHLY;COUNT=2' },
  })
  await ask('POST', `/api/events/${uid}/postpone`, { body: { note: 'New dates follow.' } })
  await ask('POST', `/api/events/${uid}/restore`, { body: {} })
  await ask('POST', `/api/events/${uid}/cancel`, { body: { note: 'Cancelled by the secretariat.' } })
  await ask('POST', `/api/events/${uid}/withdraw`, { body: { reason: 'entered twice' } })
  await send('POST', `/api/events/${uid}/restore`, { body: {} })

  const cndSlug = (await send('GET', '/api/events?body=cnd')).json.events[0].slug
  await send('PATCH', `/api/events/${cndSlug}`, {
    body: { room: 'M-Plenary' },
    headers: { 'if-match': '*', 'content-type': 'application/merge-patch+json' },
  })
  await ask('DELETE', `/api/events/${cndSlug}/edits/place`)
  const { json: waiting } = await ask('GET', '/api/reviews?limit=1')
  await ask('POST', `/api/reviews/${waiting.reviews[0].id}/answer`, { body: { answer: waiting.reviews[0].answers[0] } })
  await ask('POST', '/api/decisions', { body: { verdict: 'different', a: uid, b: cndSlug } })
  await ask('GET', '/feeds/cnd.ics')
  await ask('GET', '/feeds/cnd.atom')
  const many = Array.from({ length: 8 }, (_, day) =>
    cnd({
      key: `day-${day}`,

      title: `Briefing ${day}`,
      when: { precision: 'day', start: `2027-04-1${day}`, end: `2027-04-1${day}`, timezone: 'Europe/Vienna' },
    }),
  )
  run('cnd', [cnd(), ...many])
  const refused = run('cnd', [cnd()])
  await ask('POST', `/api/runs/${refused.runId}/answer`, { body: { answer: 'discard' } })
  for (const act of ['run', 'pause', 'resume']) await ask('POST', `/api/sources/un/${act}`, { body: {} })
  const { json: proposed } = await ask('POST', '/api/imports', {
    body: { text: '14 and 15 October: Working Group on the Smuggling of Migrants', written: '2026-07-13' },
  })
  await ask('GET', `/api/imports/${proposed.id}`)
  const { json: taken } = await ask('POST', `/api/imports/${proposed.id}/apply`, { body: { items: [{ id: 1 }] } })
  await ask('GET', '/api/imports')
  await ask('POST', `/api/history/${taken.actionId}/undo`, { body: {} })
  await ask('POST', '/api/feeds', { body: { name: 'vienna', title: 'Drugs in Vienna', selection: { body: ['CND'] } } })
  await ask('POST', '/api/feeds?dryRun=true', { body: { name: 'geneva', title: 'Geneva' } })
  await ask('PATCH', '/api/feeds/vienna', { body: { color: 'steelblue' } })
  await ask('GET', '/api/feeds/vienna')
  await ask('DELETE', '/api/feeds/vienna')
  const { json: key } = await ask('POST', '/api/keys', { body: { name: 'secretary', role: 'editor', until: '2027-12-31' } })
  const signedIn = await ask('POST', '/api/session', { body: { key: key.key }, as: 'nobody' })
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
  await ask('GET', '/api/session', { as: 'nobody', headers: { cookie } })
  await ask('DELETE', '/api/session', { as: 'nobody', headers: { cookie } })
  await ask('DELETE', `/api/keys/${key.id}`)
  await ask('GET', '/api/keys')
  await ask('GET', '/api/digests/next')
  clock.now = new Date('2026-11-30T06:00:00Z')
  await telling.tick()
  await ask('GET', '/api/digests')
  await ask('GET', '/api/digests.atom')
  await ask('GET', '/api/events?limit=1')
  await ask('GET', `/api/events/${cndSlug}`)
  await ask('GET', '/api/changes?limit=2')
  await ask('GET', `/api/events/${cndSlug}/changes`)
  await ask('GET', '/api/history?limit=2')
  await ask('GET', '/api/history.csv')
  for (const path of [
    '/api/feeds',
    '/api/sources',
    '/health/live',
    '/health/ready',
    '/embed/frame',
    '/embed/list',
    '/embed/list.json',
  ])
    await ask('GET', path)
  await ask('GET', `/events/${cndSlug}.ics`)
  await ask('GET', `/events/${cndSlug}`)
  return answers
}

/** A page says more than an example needs, and changes with every word of it; so does a long list. */
function shortened(type: string, answer: unknown): unknown {
  if (type === 'text/html') return '<!DOCTYPE html>\n…'
  for (const name of ['feeds', 'keys', 'sources']) {
    const list = (answer as Record<string, unknown>)[name]
    if (Array.isArray(list)) return { ...(answer as object), [name]: list.sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, 1) }
  }
  return answer
}

/** What chance made, made plain: ids, keys, tokens. */
function plain(text: string): string {
  const seen: string[] = []
  const number = (id: string) => String((seen.includes(id) ? seen.indexOf(id) : seen.push(id) - 1) + 1)
  return text
    .replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g, (id) => `00000000-0000-4000-8000-${number(id).padStart(12, '0')}`)
    .replace(/ucc_[0-9a-f]{8}_[\w-]{43}/g, `ucc_00000000_${'0'.repeat(43)}`)
    .replace(/(?<="csrf": ")[\w-]{43}/g, '0'.repeat(43))
    .replace(/(?<="id": "|key )[0-9a-f]{8}\b/g, (id) => number(id).padStart(8, '0'))
}

/** Of what kind a value is: its fields with theirs; a list is as its first; a text in lines, as its first line begins. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shape(one)]))
  return typeof value === 'string' && value.includes('\n') ? value.slice(0, 12) : typeof value
}

test('the description shows of every operation an answer that is as described, and such as the service gives', async () => {
  const answers = await everything()
  const sorted = Object.fromEntries(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)))
  if (process.env.RECORD) writeFileSync(file, plain(`${JSON.stringify(sorted, null, 2)}\n`))
  const shown = JSON.parse(readFileSync(file, 'utf8'))
  expect(shape(shown)).toEqual(shape(sorted))
  const shownOf = operationsOf((await aService().ask('GET', '/openapi.json')).json)
  for (const { id, responses, answers } of shownOf) {
    for (const [status, kinds] of Object.entries(responses)) {
      for (const [type, schema] of Object.entries(kinds)) {
        const example = answers[status]?.[type]
        expect([id, status, type, example !== undefined]).toEqual([id, status, type, true])
        expect([id, status, type, [...Value.Errors(schema as never, example)]]).toEqual([id, status, type, []])
      }
    }
  }
}, 60_000)
