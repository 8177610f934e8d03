import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openActs, openImports } from '../../src/acts/index.ts'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { startReader } from '../../src/reader.ts'
import { inTransaction } from '../../src/store/database.ts'
import { makeKey } from '../../src/web/keys/keep.ts'
import { aKit, aSource } from '../hall/world.ts'
import { type Figure, median } from './figure.ts'
import { inputOf } from './merge.ts'

/** A service over 10,000 events on the disk, as it serves. */
function aService() {
  const folder = mkdtempSync(join(tmpdir(), 'calendar-'))
  const source = aSource('source-0', ['https://source-0.example/'])
  const kit = { ...aKit('http://127.0.0.1:1', [source], folder), sources: [source], mint: randomUUID }
  inTransaction(kit.store, () => kit.projector.write({ listings: inputOf(10_000).listings }, { at: '2026-01-01T06:00:00Z' }))
  const acts = openActs(kit)
  const reader = startReader()
  const imports = openImports({ ...kit, acts, reader })
  const app = buildApp({ store: kit.store, config: readConfig({}), sources: [source], now: kit.now, acts, imports })
  const { key } = makeKey(kit.store, { name: 'bench', role: 'editor' }, 'bench', kit.now())
  return {
    async send(method: 'POST' | 'PATCH', url: string, body: object) {
      const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
      const headers = { authorization: `Bearer ${key}`, 'content-type': type, 'if-match': '*' }
      const startedAt = performance.now()
      const reply = await app.inject({ method, url, headers, payload: JSON.stringify(body) })
      const ms = performance.now() - startedAt
      if (reply.statusCode >= 300) throw new Error(reply.body)
      return { ms, json: reply.json() }
    },
    async close() {
      await app.close()
      await reader.close()
      await kit.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Milliseconds until a write is acknowledged and on the disk, entering and changing, with 10,000 events stored: the median. */
export async function acknowledgeWrites(): Promise<Figure[]> {
  const { send, close } = aService()
  const entered: number[] = []
  const changed: number[] = []
  for (let round = 0; round < 60; round += 1) {
    const { ms, json } = await send('POST', '/api/events', {
      title: `Call number ${round} of members`,
      body: 'ALLIANCE',
      start: '2027-02-09',
    })
    entered.push(ms)
    changed.push((await send('PATCH', `/api/events/${json.event.uid}`, { room: `C${round}` })).ms)
  }
  await close()
  return [
    { what: 'an event entered and acknowledged, with 10,000 stored, median', value: median(entered), unit: 'ms', atMost: 30 },
    { what: 'an event changed and acknowledged, with 10,000 stored, median', value: median(changed), unit: 'ms', atMost: 30 },
  ]
}

/** Milliseconds from 50 pasted lines to what would become of them, with 10,000 events stored. */
export async function proposeLines(): Promise<Figure[]> {
  const { send, close } = aService()
  const line = (number: number) =>
    `${(number % 27) + 1} October: Working Group on ${['Asset Recovery', 'Firearms', 'the Smuggling of Migrants'][number % 3]}, ${number + 1}th session, Vienna, room C${number}`
  const text = Array.from({ length: 50 }, (_, number) => line(number)).join('\n')
  await send('POST', '/api/imports', { text: line(1), written: '2027-01-01' })
  const times: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const { ms, json } = await send('POST', '/api/imports', { text, written: '2027-01-01' })
    if (json.items.length < 45) throw new Error(`Of 50 lines ${json.items.length} were read.`)
    times.push(ms)
  }
  await close()
  return [{ what: '50 pasted lines proposed, median', value: median(times), unit: 'ms', atMost: 500 }]
}
