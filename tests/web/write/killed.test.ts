import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toJson } from '../../../src/publish/index.ts'
import { openStore } from '../../../src/store/database.ts'
import { findEvent } from '../../../src/store/events/events.ts'
import { listKeys, makeKey } from '../../../src/web/keys/keep.ts'
import { draft } from './service.ts'

// KILLS=60 vitest run tests/web/write/killed.test.ts kills it after each single write, four times over.
const kills = Number(process.env.KILLS ?? 3)
const publicUrl = 'http://calendar.example'

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

/** The service itself over a folder, once it answers. */
async function started(folder: string) {
  const port = await freePort()
  const env = { ...process.env, DATA_DIR: folder, PORT: `${port}`, PUBLIC_URL: publicUrl, COLLECT: 'off', LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The service ended with ${child.exitCode}.`)
    if (await fetch(`${url}/health/live`).catch(() => undefined)) return { child, url }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

type Send = (method: string, path: string, body?: object) => Promise<Answer>
// biome-ignore lint/suspicious/noExplicitAny: answers of every kind are looked at here.
type Answer = any

/** Every kind of write, in an order in which each can be done; `uid` is that of the meeting that the first of them makes. */
function writes(round: number, send: Send): ((uid: string) => Promise<Answer>)[] {
  const call = { title: `Monthly call ${round}`, start: '2027-02-09', rule: 'FREQ=MONTHLY;BYDAY=2TU;COUNT=3' }
  const life =
    (way: string, body = {}) =>
    (uid: string) =>
      send('POST', `/api/events/${uid}/${way}`, body)
  let last = 0
  return [
    () => send('POST', '/api/events', { ...draft, title: `Briefing ${round}` }),
    (uid) => send('PATCH', `/api/events/${uid}`, { room: `C${round}` }),
    (uid) => send('PUT', `/api/events/${uid}`, { ...draft, title: `Briefing ${round}`, room: `D${round}` }),
    life('cancel', { note: 'Cancelled by the secretariat.' }),
    life('restore'),
    life('postpone', { note: 'New dates follow.' }),
    life('restore'),
    life('withdraw', { reason: 'entered twice' }),
    life('restore'),
    () => send('POST', '/api/series', call),
    async () => {
      const { id } = await send('POST', '/api/imports', {
        text: `${(round % 28) + 1} June 2028: Assembly number ${round + 1}, Vienna`,
      })
      const done = await send('POST', `/api/imports/${id}/apply`, { items: [{ id: 1, as: 'new' }] })
      last = done.actionId
      return done
    },
    async () => {
      const done = await send(
        'POST',
        `/api/history/${last || (await send('GET', '/api/history?limit=1')).actions[0].id}/undo`,
        {},
      )
      return done
    },
    async (uid) => {
      const { events } = await send('GET', '/api/events?limit=200')
      const other = events.find((event: { uid: string }) => event.uid !== uid)
      return send('POST', '/api/decisions', { verdict: 'different', a: uid, b: other.uid })
    },
    () => send('POST', '/api/keys', { name: `key ${round}`, role: 'reader' }),
    async () => {
      const { keys } = await send('GET', '/api/keys')
      return send('DELETE', `/api/keys/${keys.find((one: { name: string }) => one.name === `key ${round}`).id}`)
    },
    () => send('POST', '/api/feeds', { name: `feed-${round}`, title: `Feed ${round}` }),
  ]
}

test(
  'killed the moment it has acknowledged a write, the service has it when it starts again',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'calendar-'))
    const before = openStore(folder)
    const { key } = makeKey(before, { name: 'secretary', role: 'administrator' }, 'test', new Date())
    before.close()
    const events = new Map<string, Answer>()
    const actions = new Set<number>()
    const others = new Map<string, string>()
    let number = 0
    let uid = ''
    for (let kill = 0; kill < kills; kill += 1) {
      const { child, url } = await started(folder)
      const send: Send = async (method, path, body) => {
        const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
        const headers = { authorization: `Bearer ${key}`, 'if-match': '*', ...(body && { 'content-type': type }) }
        const reply = await fetch(`${url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
        const text = await reply.text()
        expect([method, path, reply.ok, text]).toEqual([method, path, true, text])
        return JSON.parse(text)
      }
      const kinds = writes(0, send).length
      for (let write = Math.max(1, Math.ceil(kinds / kills)); write > 0; write -= 1, number += 1) {
        const done = await writes(Math.floor(number / kinds), send)[number % kinds]?.(uid)
        if (number % kinds === 0) uid = done.event.uid
        for (const event of done.events ?? []) events.set(event.uid, event)
        if (done.actionId) actions.add(done.actionId)
        if (done.role) others.set(`key ${done.id}`, done.state)
        if (done.feed) others.set(`feed ${done.feed.name}`, 'open')
      }
      child.kill('SIGKILL')
      await once(child, 'exit')
      const store = openStore(folder)
      expect(store.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
      for (const [known, event] of events) {
        const found = findEvent(store, known)
        expect(found && JSON.parse(JSON.stringify(toJson(found, { publicUrl })))).toEqual(event)
      }
      const kept = store.sqlite.prepare('select id from action').pluck().all()
      expect([...actions].filter((id) => !kept.includes(id))).toEqual([])
      for (const { id, state } of listKeys(store, new Date()))
        if (others.has(`key ${id}`)) expect(state).toBe(others.get(`key ${id}`))
      const feeds = store.sqlite.prepare('select name from named_feed').pluck().all()
      expect([...others.keys()].filter((one) => one.startsWith('feed ') && !feeds.includes(one.slice(5)))).toEqual([])
      store.close()
    }
    expect(number).toBeGreaterThanOrEqual(Math.min(kills, 16))
    rmSync(folder, { recursive: true })
  },
  (kills + 2) * 60_000,
)
