import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { saveRun } from '../../src/store/visits/runs.ts'
import { saveSourceState } from '../../src/store/visits/sources.ts'
import { signature } from '../../src/tell/index.ts'
import { openTelling } from '../../src/telling.ts'
import { aDesk, briefing, secretary } from '../acts/desk.ts'
import { aWhen } from '../build.ts'
import { mailServer } from './server.ts'

const quiet = { info: () => undefined, error: () => undefined }

/** A desk that tells by mail, and by a webhook where there is one. */
async function aTeller({
  folder = ':memory:',
  hook = '',
  manners = {},
}: {
  folder?: string
  hook?: string
  manners?: Parameters<typeof mailServer>[0]
} = {}) {
  const desk = aDesk({ folder })
  const server = await mailServer(manners)
  const settings = {
    SMTP_URL: server.url,
    DIGEST_TO: 'one@ngo.example',
    ...(hook && { WEBHOOK_URL: hook, WEBHOOK_SECRET: 'secret' }),
  }
  const needs = {
    store: desk.store,
    reviews: desk.acts.reviews,
    publicUrl: 'https://calendar.example',
    now: () => desk.clock.now,
  }
  const telling = openTelling(readConfig(settings), needs, quiet)
  const at = (instant: string) => {
    desk.clock.now = new Date(instant)
    return telling.tick()
  }
  return { ...desk, server, telling, at }
}

/** A receiver of webhooks that answers with these statuses, one after the other, then with 204. */
async function aReceiver(statuses: number[] = []) {
  const got: { headers: IncomingHttpHeaders; body: string }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    got.push({ headers: request.headers, body })
    response.writeHead(statuses.shift() ?? 204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, close: () => server.close() }
}

test('the first time only notes from where on to tell; on Mondays what changed since is told, once', async () => {
  const { at, acts, server, telling } = await aTeller()
  acts.createEvent(briefing, secretary)
  await at('2026-11-24T09:00:00Z')
  expect(server.mails).toEqual([])
  const call = { ...briefing, title: 'Call of all members', when: aWhen({ start: '2027-04-06', end: '2027-04-06' }) }
  const { event } = acts.createEvent(call, secretary)
  expect(telling.next().new.map(({ title }) => title)).toEqual([expect.stringContaining('Call of all members')])
  await at('2026-11-30T05:59:00Z')
  expect(server.mails).toEqual([])
  await at('2026-11-30T06:00:00Z')
  await at('2026-11-30T06:01:00Z')
  expect(server.mails).toHaveLength(1)
  expect(server.mails[0]).toContain('Subject: Meetings on crime: 1 new')
  expect(server.mails[0]).toContain('Call of all members')
  acts.cancel(event?.uid ?? '', undefined, secretary)
  await at('2026-12-07T06:00:00Z')
  expect(server.mails[1]).toContain('Subject: Meetings on crime: 1 cancelled')
  await at('2026-12-14T06:00:00Z')
  expect(server.mails).toHaveLength(2)
  await server.close()
})

test('short notice is told at once, bundled over half an hour', async () => {
  const { at, acts, server } = await aTeller()
  await at('2026-11-24T09:00:00Z')
  await at('2026-11-25T09:00:00Z')
  const soon = (title: string, day: string) =>
    acts.createEvent({ ...briefing, title, when: aWhen({ start: day, end: day }) }, secretary)
  soon('Call of today', '2026-11-27')
  await at('2026-11-25T09:20:00Z')
  soon('Call of tomorrow', '2026-11-28')
  soon('Call of next year', '2027-06-28')
  expect(server.mails).toEqual([])
  await at('2026-11-25T09:31:00Z')
  await at('2026-11-25T10:31:00Z')
  expect(server.mails).toHaveLength(1)
  expect(server.mails[0]).toContain('Call of today')
  expect(server.mails[0]).toContain('Call of tomorrow')
  expect(server.mails[0]).not.toContain('Call of next year')
  await server.close()
})

test('short notice and incidents that the regular digest tells are told once', async () => {
  const { at, acts, server, store, clock } = await aTeller()
  await at('2026-11-24T09:00:00Z')
  await at('2026-11-30T05:30:00Z')
  const soon = (title: string) =>
    acts.createEvent({ ...briefing, title, when: aWhen({ start: '2026-12-02', end: '2026-12-02' }) }, secretary).event?.uid ?? ''
  const fails = (sourceId: string) => {
    const now = clock.now.toISOString()
    const counts = { added: 0, changed: 0, same: 0, missing: 0, issues: 0 }
    saveRun(store, { sourceId, startedAt: now, endedAt: now, outcome: 'failed', counts, issues: [] })
    saveSourceState(store, sourceId, { failures: 9, failingSince: now })
  }
  const first = soon('Call of half past five')
  fails('cnd')
  await at('2026-11-30T05:45:00Z')
  soon('Call of a quarter to six')
  fails('un')
  await at('2026-11-30T06:00:00Z')
  await at('2026-11-30T06:31:00Z')
  expect(server.mails).toHaveLength(1)
  expect(server.mails[0]).toContain('Subject: Meetings on crime: 2 at short notice, 2 new, 2 sources fail')
  acts.cancel(first, undefined, secretary)
  await at('2026-11-30T07:01:00Z')
  expect(server.mails).toHaveLength(2)
  expect(server.mails[1]).toContain('Subject: Meetings on crime: 1 at short notice')
  expect(server.mails[1]).not.toContain('Call of a quarter to six')
  await server.close()
})

test('a meeting told at once and withdrawn before the regular digest is told as cancelled', async () => {
  const { at, acts, server } = await aTeller()
  await at('2026-11-24T09:00:00Z')
  await at('2026-11-26T09:00:00Z')
  const { event } = acts.createEvent({ ...briefing, when: aWhen({ start: '2026-12-02', end: '2026-12-02' }) }, secretary)
  await at('2026-11-26T09:30:00Z')
  expect(server.mails).toHaveLength(1)
  await at('2026-11-30T05:30:00Z')
  acts.withdraw(event?.uid ?? '', secretary)
  await at('2026-11-30T06:00:00Z')
  expect(server.mails).toHaveLength(2)
  expect(server.mails[1]).toContain('CANCELLED: Alliance: Briefing of new members')
  await server.close()
})

test('a webhook is signed, and sent again under the same name until it is taken', async () => {
  const receiver = await aReceiver([500])
  const { at, acts, server } = await aTeller({ hook: receiver.url })
  await at('2026-11-24T09:00:00Z')
  acts.createEvent(briefing, secretary)
  await at('2026-11-30T06:00:00Z')
  await at('2026-11-30T06:00:30Z')
  expect(receiver.got).toHaveLength(1)
  await at('2026-11-30T06:01:30Z')
  await at('2026-11-30T06:30:00Z')
  expect(receiver.got).toHaveLength(2)
  for (const { headers, body } of receiver.got) {
    const { 'webhook-id': id = '', 'webhook-timestamp': time = '' } = headers as Record<string, string>
    expect(id).toBe(receiver.got[0]?.headers['webhook-id'])
    expect(headers['webhook-signature']).toBe(signature('secret', id, time, body))
    expect(JSON.parse(body)).toMatchObject({ type: 'digest', data: { new: [{ uid: expect.any(String) }] } })
  }
  receiver.close()
  await server.close()
})

test('killed while sending, a digest is sent once: again when it cannot have arrived, never when it may have', async () => {
  // Killed when the server hears a command, before it answers; '.' is the end of the mail.
  for (const [moment, mails] of [
    ['MAIL', 1],
    ['DATA', 1],
    ['.', 1],
  ] as const) {
    const folder = mkdtempSync(join(tmpdir(), 'calendar-'))
    const { at, acts, server, store } = await aTeller({ folder })
    await at('2026-11-24T09:00:00Z')
    acts.createEvent(briefing, secretary)
    const hears = new Promise<void>((resolve) => {
      server.manners.hangs = (command) => {
        if (command === moment) resolve()
        return command === moment
      }
    })
    const child = spawn(process.execPath, [
      '--require',
      './src/modules.cjs',
      'tests/tell/child.ts',
      folder,
      '2026-11-30T06:00:00Z',
      server.url,
    ])
    await hears
    child.kill('SIGKILL')
    await once(child, 'exit')
    delete server.manners.hangs
    for (const minute of ['01', '10', '40']) await at(`2026-11-30T06:${minute}:00Z`)
    expect([moment, server.mails.length]).toEqual([moment, mails])
    store.close()
    await server.close()
    rmSync(folder, { recursive: true })
  }
}, 60_000)
