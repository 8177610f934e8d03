import { randomUUID } from 'node:crypto'
import type { FastifyBaseLogger, FastifyInstance, InjectOptions } from 'fastify'
import { openImports } from '../../../src/acts/index.ts'
import { buildApp } from '../../../src/app.ts'
import { readConfig } from '../../../src/config.ts'
import { fetcher } from '../../../src/fetch/index.ts'
import { readImport } from '../../../src/read/handed/index.ts'
import type { Reader } from '../../../src/reader.ts'
import type { Role } from '../../../src/store/keys/keys.ts'
import { openTelling } from '../../../src/telling.ts'
import { makeKey } from '../../../src/web/keys/keep.ts'
import { aDesk } from '../../acts/desk.ts'
import { aSource } from '../../hall/world.ts'

const quiet = { info: () => undefined, error: () => undefined }

/** Reads at once, where the service has a thread for it. */
const reader: Pick<Reader, 'readHanded'> = { readHanded: async ({ handed, settings }) => readImport(handed, settings) }

/** The whole service over a database in memory, with a key for each role. */
export function aService(settings: Record<string, string> = {}, mirror?: string, log?: FastifyBaseLogger) {
  const visiting = { contact: 'https://calendar.example', version: '0', pauseMs: 0, timeoutMs: 5000, ...(mirror && { mirror }) }
  const sources = [aSource('cnd', ['https://cnd.example/']), aSource('un', ['https://un.example/'], { trust: 'un' })]
  const desk = aDesk({ sources })
  const config = readConfig({ PUBLIC_URL: 'http://calendar.example', ...settings })
  const now = () => desk.clock.now
  const imports = openImports({
    ...desk,
    sources,
    now,
    mint: randomUUID,
    reader,
    fetcher: fetcher(visiting),
    webMirror: mirror !== undefined,
  })
  const telling = openTelling(config, { ...desk, reviews: desk.acts.reviews, publicUrl: config.PUBLIC_URL, now }, log ?? quiet)
  const app: FastifyInstance = buildApp({
    store: desk.store,
    config,
    sources,
    now,
    acts: desk.acts,
    imports,
    digests: telling,
    ...(log && { log }),
  })
  const key = (role: Role, said: { until?: string } = {}) => makeKey(desk.store, { name: role, role, ...said }, 'test', now())
  const keys = { reader: key('reader').key, editor: key('editor').key, administrator: key('administrator').key }

  /** A request with the key of an editor, or as said. */
  async function ask(
    method: InjectOptions['method'],
    url: string,
    {
      body,
      headers = {},
      as = 'editor',
      ...more
    }: { body?: unknown; headers?: Record<string, string>; as?: keyof typeof keys | 'nobody' } & Omit<
      InjectOptions,
      'body' | 'method' | 'url' | 'headers'
    > = {},
  ) {
    const reply = await app.inject({
      method,
      url,
      headers: {
        ...(as !== 'nobody' && { authorization: `Bearer ${keys[as]}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...more,
    } as InjectOptions)
    const isJson =
      reply.body !== '' && String(reply.headers['content-type'] ?? '').includes('json') && !reply.headers['content-encoding']
    return { status: reply.statusCode, headers: reply.headers, text: reply.body, json: isJson ? reply.json() : undefined }
  }

  return { ...desk, telling, app, ask, key, keys, now }
}

/** A meeting as a client sends it. */
export const draft = {
  title: 'Briefing of new members',
  body: 'ALLIANCE',
  kind: 'briefing',
  start: '2027-02-09',
  startTime: '15:00',
  endTime: '16:30',
  city: 'Vienna',
}
