import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../../src/store/database.ts'
import { findEvent } from '../../../src/store/events/events.ts'
import { makeKey } from '../../../src/web/keys/keep.ts'
import { draft } from './service.ts'

// KILLS=50 npx vitest run tests/web/write/killed.test.ts is the long version.
const kills = Number(process.env.KILLS ?? 3)

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
  const env = { ...process.env, DATA_DIR: folder, PORT: `${port}`, COLLECT: 'off', LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The service ended with ${child.exitCode}.`)
    if (await fetch(`${url}/health/live`).catch(() => undefined)) return { child, url }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test(
  'killed the moment it has acknowledged a write, the service has it when it starts again',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'calendar-'))
    const before = openStore(folder)
    const { key } = makeKey(before, { name: 'secretary', role: 'editor' }, 'test', new Date())
    before.close()
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'if-match': '*' }
    const acknowledged = new Map<string, { title: string; status: string; room?: string }>()
    for (let kill = 0; kill < kills; kill += 1) {
      const { child, url } = await started(folder)
      const send = async (method: string, path: string, body: object) => {
        const type = method === 'PATCH' ? { 'content-type': 'application/merge-patch+json' } : {}
        const reply = await fetch(`${url}${path}`, { method, headers: { ...headers, ...type }, body: JSON.stringify(body) })
        expect([method, path, reply.ok]).toEqual([method, path, true])
        const { event } = (await reply.json()) as { event: { uid: string; title: string; status: string; room?: string } }
        acknowledged.set(event.uid, event)
        return event.uid
      }
      const uid = await send('POST', '/api/events', { ...draft, title: `Briefing ${kill}` })
      // Each time it dies one write later.
      if (kill % 3 > 0) await send('PATCH', `/api/events/${uid}`, { room: `C${kill}` })
      if (kill % 3 > 1) await send('POST', `/api/events/${uid}/cancel`, {})
      child.kill('SIGKILL')
      await once(child, 'exit')
      const store = openStore(folder)
      expect(store.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
      for (const [known, { title, status, room }] of acknowledged) {
        const { place, ...event } = findEvent(store, known) ?? {}
        expect({ ...event, room: place?.room }).toMatchObject({ title, status, room })
      }
      store.close()
    }
    expect(acknowledged.size).toBe(kills)
    rmSync(folder, { recursive: true })
  },
  (kills + 2) * 60_000,
)
