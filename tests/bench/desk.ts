import { randomUUID } from 'node:crypto'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { bodyIds, type Listing } from '../../src/event/index.ts'
import { apply, changes } from '../../src/reconcile/index.ts'
import { inTransaction } from '../../src/store/database.ts'
import { listEvents } from '../../src/store/events/events.ts'
import { makeKey } from '../../src/web/keys/keep.ts'
import { aDesk } from '../acts/desk.ts'
import { aListing, aWhen } from '../build.ts'
import type { Figure } from './figure.ts'

/** The slowest and the largest page of the desk with 10,000 events stored, each at its best of ten, as other work on the machine is not the desk's. */
export async function deskPages(): Promise<Figure[]> {
  const { store, acts, projector, clock } = aDesk()
  const at = clock.now.toISOString()
  const listings = apply(
    [],
    changes(
      'cnd',
      [],
      Array.from({ length: 10_000 }, (_, number) => aMeeting(number)),
      at,
    ),
    at,
  )
  inTransaction(store, () => projector.write({ listings }, { at }))
  const config = readConfig({ PUBLIC_URL: 'http://calendar.example' })
  const app = buildApp({ store, config, sources: [], now: () => clock.now, acts })
  const { key } = makeKey(store, { name: randomUUID(), role: 'administrator' }, 'bench', clock.now)
  const opened = await app.inject({
    method: 'POST',
    url: '/desk/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `key=${key}`,
  })
  const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? ''
  const [meeting] = listEvents(store, {}, { limit: 1 })
  const paths = [
    '',
    '/meetings',
    '/meetings?q=prevention',
    '/meetings?show=all',
    `/meetings/${meeting?.slug}`,
    '/new',
    '/history',
    '/feeds',
    '/keys',
  ]
  let [slowest, largest] = [0, 0]
  for (const path of paths) {
    const times: number[] = []
    for (let turn = 0; turn < 10; turn += 1) {
      const startedAt = performance.now()
      const reply = await app.inject({ url: `/desk${path}`, headers: { cookie } })
      times.push(performance.now() - startedAt)
      if (reply.statusCode !== 200) throw new Error(`/desk${path} answered ${reply.statusCode}.`)
      largest = Math.max(largest, reply.rawPayload.length / 1000)
    }
    slowest = Math.max(slowest, ...times.toSorted((a, b) => a - b).slice(0, 1))
  }
  await app.close()
  store.close()
  return [
    { what: 'the slowest page of the desk with 10,000 events', value: slowest, unit: 'ms', atMost: 100 },
    { what: 'the largest page of the desk with 10,000 events', value: largest, unit: 'kB', atMost: 50 },
  ]
}

/** Meetings of which every hundredth is like the one before it, so that much waits. */
function aMeeting(number: number): Listing {
  const twin = number % 100 === 1 ? number - 1 : number
  const day = new Date(Date.UTC(2026, 11, 1) + ((twin * 7) % 700) * 86_400_000).toISOString().slice(0, 10)
  const body = bodyIds[twin % bodyIds.length] ?? 'OTHER'
  return aListing({
    key: `meeting/${number}`,
    body,
    kind: 'briefing',
    session: undefined as never,
    title: `Briefing on ${wordOf(twin)} ${wordOf(twin * 7 + 3)} ${wordOf(twin * 13 + 5)}, prevention ${twin}`,
    when: aWhen({ start: day, end: day }),
    provenance: { text: `Briefing ${number}`, url: `https://source.example/${number}` },
  })
}

/** A word of its own for each number, so that no two meetings are alike by chance. */
function wordOf(number: number): string {
  return ((Math.imul(number + 1, 2_654_435_761) >>> 0) + 1e9)
    .toString(36)
    .replace(/\d/g, (digit) => 'aeioulnrst'[Number(digit)] ?? '')
}
