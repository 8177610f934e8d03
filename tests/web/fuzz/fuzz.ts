import { Value } from 'typebox/value'
import { cnd } from '../../acts/desk.ts'
import { aService, draft } from '../write/service.ts'
import { type Operation, operationsOf } from './description.ts'
import { formSent } from './desk.ts'
import { requestOf, type Sent } from './requests.ts'
import { anywhere, withStrangeHeaders } from './strange.ts'
import { chanceOf, pickBy } from './wrong.ts'

const roles = ['administrator', 'administrator', 'administrator', 'editor', 'reader', 'nobody'] as const
const usual = new Set([400, 401, 403, 404, 405, 406, 413, 415, 416, 429])

/**
 * What every answer of a service is held to, whatever is sent: to the operations that are described, by the forms of the desk, and to addresses that may
 * be none; each fault is a sentence with the request that caused it.
 */
export async function fuzz(count: number, seed: number): Promise<{ sent: number; refused: number; faults: string[] }> {
  const chance = chanceOf(seed)
  const pick = pickBy(chance)
  const service = aService()
  const { ask, app, store, clock, run, keys } = service
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
  const pages = ['', '/meetings', `/meetings/${made.json.event.slug}`, '/new', '/series', '/paste', `/paste/${proposed.json.id}`]
  const desk = [...pages, '/history', '/sources', '/sources/cnd', '/feeds', '/feeds/vienna', '/keys'].map(
    (page) => `/desk${page}`,
  )
  const cookie = await signIn()
  const faults: string[] = []
  let refused = 0
  for (let number = 0; number < count && faults.length < 20; number += 1) {
    // Writes are counted by the minute, and wrong keys by the quarter of an hour.
    clock.now = new Date(clock.now.getTime() + 1000)
    store.sqlite.exec('delete from attempt')
    const way = chance()
    const operation = way < 0.75 ? pick(operations) : undefined
    const usualSent = operation ? requestOf(operation, known, chance) : way < 0.88 ? await atDesk() : anywhere(chance)
    // What is no address at all never leaves a client.
    if (!usualSent || !URL.canParse(usualSent.url, 'http://calendar.example')) continue
    const isOdd = chance() < 0.12
    const sent = isOdd ? withStrangeHeaders(usualSent, chance) : usualSent
    const isForm = !operation && usualSent.headers.cookie !== undefined
    const as = isForm ? 'nobody' : pick(roles)
    const before = written()
    const told = `${sent.method} ${sent.url.slice(0, 300)} as ${as} ${JSON.stringify(sent.headers).slice(0, 1500)} ${String(sent.body ?? '').slice(0, 600)}`
    const reply = await ask(sent.method as 'GET', sent.url, {
      ...(sent.body !== undefined && { payload: sent.body }),
      headers: sent.headers,
      as,
    }).catch((error: Error) => error)
    if (reply instanceof Error) {
      faults.push(`It gave no answer (${reply.message}): ${told}`)
      continue
    }
    const faulty = (what: string) => faults.push(`${what}: ${told}\n   ${reply.status} ${reply.text.slice(0, 500)}`)
    const { status } = reply
    const type = String(reply.headers['content-type'])
    if (status >= 500 && !(status === 503 && operation?.responses[503])) faulty('It failed')
    if (/node_modules|\/src\/|\.ts:\d|SQLITE|at \w+ \(/.test(reply.text) && !sent.url.startsWith('/docs'))
      faulty('It tells of the inside')
    if (Object.values(keys).some((key) => reply.text.includes(key))) faulty('It tells a key')
    if (reply.headers['x-content-type-options'] !== 'nosniff' && status >= 400) faulty('It may be taken for something else')
    if (status >= 400) {
      refused += 1
      if (written() !== before) faulty('It was refused and wrote')
      if (sent.method !== 'HEAD' && type.startsWith('application/problem+json')) {
        if (!/^\S.*[.!?:]$/s.test(reply.json.detail) || reply.json.status !== status) faulty('It does not say what was wrong')
      } else if (operation || !type.startsWith('text/html')) {
        if (sent.method !== 'HEAD' && !(isOdd && type.startsWith('text/html'))) faulty('It is no problem document')
      }
    }
    if (operation) judge(operation, sent, reply, faulty)
  }
  await app.close()
  return { sent: count, refused, faults }

  /** What the description says of an answer. */
  function judge(
    operation: Operation,
    { names }: Sent,
    reply: Awaited<ReturnType<typeof ask>>,
    faulty: (what: string) => void,
  ): void {
    const { status } = reply
    const isOpen = /^\/(?:embed|feeds|events)/.test(operation.path)
    if (status < 300 && names.length && !names.includes('') && !isOpen) faulty(`${names} was wrong and was taken`)
    if ((status === 400 || status === 422) && names.length === 1 && names[0] && !reply.text.includes(names[0]))
      faulty(`It does not name ${names[0]}`)
    const described = operation.responses[status]
    if (!described && !usual.has(status) && status !== 304) faulty('Its status is not described')
    const schema = described?.['application/json']
    if (!schema || reply.json === undefined) return
    const [error] = Value.Errors(schema as never, reply.json)
    if (error) faulty(`It is not as described (${error.instancePath} ${error.message})`)
  }

  async function signIn(): Promise<string> {
    const { headers } = await ask('POST', '/api/session', { body: { key: keys.administrator }, as: 'nobody' })
    return String(headers['set-cookie']).split(';')[0] ?? ''
  }

  async function atDesk(): Promise<Sent | undefined> {
    const page = await ask('GET', pick(desk), { as: 'nobody', headers: { cookie } })
    const sent = formSent(page.text, chance)
    return sent && { ...sent, headers: { 'sec-fetch-site': 'same-origin', cookie, ...sent.headers } }
  }

  /** All that writing leaves: changes, history, keys, proposals. */
  function written(): string {
    const count = (table: string) => (store.sqlite.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n
    return ['change', 'action', 'access_key', 'proposal', 'edit', 'decision', 'named_feed'].map(count).join(' ')
  }
}

if (process.argv[1]?.endsWith('fuzz.ts')) {
  const count = Number(process.argv[2] ?? 20_000)
  const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
  const { sent, refused, faults } = await fuzz(count, seed)
  console.log(`${sent} requests (seed ${seed}): ${refused} refused, ${faults.length} faults`)
  for (const fault of faults) console.log(`- ${fault}`)
  if (faults.length) process.exitCode = 1
}
