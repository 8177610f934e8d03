import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startMirror } from '../mirror.ts'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
// A start of a program under load takes as long as it takes.
vi.setConfig({ testTimeout: 60_000 })

const running = new Set<ChildProcess>()
let folder: string
let mirror: Awaited<ReturnType<typeof startMirror>>

beforeAll(async () => {
  mirror = await startMirror()
})
afterAll(() => mirror.close())
afterEach(async () => {
  for (const child of running) await stop(child)
  rmSync(folder, { recursive: true })
})

/** A script of package.json over an empty folder, or over the one that is there. */
function start(script: 'start' | 'collect', environment: Record<string, string> = {}): ChildProcess {
  if (!running.size) folder = mkdtempSync(join(tmpdir(), 'start-'))
  const env = {
    ...process.env,
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    FETCH_PAUSE_MS: '0',
    WEB_MIRROR: mirror.url,
    ...environment,
  }
  const child = spawn(process.execPath, (scripts[script] ?? '').split(' ').slice(1), { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  return child
}

async function stop(child: ChildProcess): Promise<void> {
  running.delete(child)
  if (child.exitCode !== null) return
  child.kill()
  await once(child, 'exit')
}

/** The first answer there is at an address, however long nothing listens there. */
async function answer(url: string): Promise<string> {
  for (;;) {
    const reply = await fetch(url).catch(() => undefined)
    if (reply) return reply.text()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  await new Promise((closed) => server.close(closed))
  return port
}

test('a port that another program listens on stops the start with a sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const child = start('start', { PORT: String(port), COLLECT: 'off' })
  const [said, [code]] = await Promise.all([text(child.stderr as NodeJS.ReadableStream), once(child, 'exit')])
  other.close()
  expect([code, said]).toEqual([
    1,
    `The setting PORT=${port} cannot be used: another program listens at 127.0.0.1 on that port.\n`,
  ])
})

test('the very first answer of a first start without the web has the meetings that are known', async () => {
  const port = await freePort()
  const nowhere = `http://127.0.0.1:${await freePort()}`
  start('start', { PORT: String(port), WEB_MIRROR: nowhere })
  const feed = await answer(`http://127.0.0.1:${port}/feeds/all.ics`)
  expect(feed.match(/^BEGIN:VEVENT/gm)?.length).toBeGreaterThan(3)
})

test('collecting again changes no byte of the feed, and events say where they are served, whatever the command was told', async () => {
  const served = { PORT: String(await freePort()), PUBLIC_URL: 'https://calendar.example', COLLECT: 'off' }
  const address = `http://127.0.0.1:${served.PORT}/feeds/all.ics`
  const service = start('start', served)
  await answer(address)
  const feeds: string[] = []
  for (const PORT of ['4000', '4001']) {
    const [code] = await once(start('collect', { PORT }), 'exit')
    expect(code).toBe(0)
    feeds.push(await answer(address))
  }
  await stop(service)
  start('start', served)
  feeds.push(await answer(address))
  const [first = ''] = feeds
  expect(first.replaceAll('\r\n ', '')).toMatch(/^URL;VALUE=URI:https:\/\/calendar\.example\/events\//m)
  expect(first).not.toContain('127.0.0.1:400')
  expect(feeds.map((feed) => feed === first)).toEqual([true, true, true])
})
