import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startMirror } from '../mirror.ts'
import type { Figure } from './figure.ts'
import { fill } from './http.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { scripts: { start: string } }
const subscribers = 200
const feeds = ['all', 'cnd', 'ccpcj', 'cosp', 'untoc', 'congress', 'cybercrime', 'hlpf'].map((name) => `/feeds/${name}.ics`)

/** The slowest answer that 200 subscribers get during a collection, as a multiple of the quiet p99; any wrong answer stops the bench. */
export async function crowdDuringCollection(): Promise<Figure[]> {
  const mirror = await startMirror()
  const folder = fill(1000)
  const quiet = await measured(folder, { COLLECT: 'off' }, async (address) => poll(address, sleep(3000)))
  const busy = await measured(folder, { COLLECT: 'on', WEB_MIRROR: mirror.url, FETCH_PAUSE_MS: '0' }, async (address) =>
    poll(address, collected(address)),
  )
  await mirror.close()
  rmSync(folder, { recursive: true })
  const p99 = quiet.toSorted((a, b) => a - b)[Math.floor(quiet.length * 0.99)] ?? 0
  const slowest = busy.reduce((most, time) => Math.max(most, time), 0)
  return [
    {
      what: `slowest of ${busy.length} answers during a collection, of the quiet p99`,
      value: slowest / p99,
      unit: 'times',
      atMost: 10,
    },
  ]
}

async function measured(
  folder: string,
  settings: Record<string, string>,
  work: (address: string) => Promise<number[]>,
): Promise<number[]> {
  const env = {
    ...process.env,
    DATA_DIR: folder,
    PORT: '0',
    PUBLIC_URL: 'https://calendar.example',
    LOG_LEVEL: 'info',
    ...settings,
  }
  const child = spawn(process.execPath, scripts.start.split(' ').slice(1), {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await listening(child)
  const times = await work(address)
  child.kill()
  await once(child, 'exit')
  return times
}

/** The address that a service logs once it listens; what it logs afterwards is read and thrown away, as a full pipe would stop it. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (part) => {
      if (said.length < 20_000) said += part
      const [, address] = /calendar is at (http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? []
      if (address) resolve(address)
    })
    child.once('exit', () => reject(new Error(`The service ended before it listened: ${said}`)))
  })
}

/** Resolves when every source was visited, at the latest after 30 s. */
async function collected(address: string): Promise<void> {
  const last = performance.now() + 30_000
  while (performance.now() < last) {
    const { sources } = (await (await fetch(`${address}/api/sources`)).json()) as { sources: { lastRun?: unknown }[] }
    if (sources.every(({ lastRun }) => lastRun)) return
    await sleep(100)
  }
}

/** What each answer took, in milliseconds: every subscriber asks again as soon as it is answered, with the tag that it has. */
async function poll(address: string, end: Promise<unknown>): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: subscribers })
  const times: number[] = []
  let going = true
  void end.finally(() => {
    going = false
  })
  await Promise.all(
    Array.from({ length: subscribers }, async (_, i) => {
      let etag = ''
      for (let turn = 0; going; turn++) {
        const path = feeds[(i + turn) % feeds.length] ?? ''
        const begun = performance.now()
        etag = await ask(address + path, turn % feeds.length ? '' : etag, agent)
        times.push(performance.now() - begun)
      }
    }),
  )
  agent.destroy()
  return times
}

/** Asks for a feed; answers its tag. Only a whole calendar of just that tag, or 304 where a tag was sent, is right. */
function ask(url: string, tag: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: tag ? { 'if-none-match': tag } : {} }, (response) => {
      const hash = createHash('sha256')
      response.on('data', (part) => hash.update(part))
      response.on('end', () => {
        const { statusCode, headers } = response
        const name = `"${hash.digest('base64url').slice(0, 22)}"`
        if ((statusCode === 200 && headers.etag === name) || (statusCode === 304 && tag)) resolve(String(headers.etag))
        else reject(new Error(`${url} answers ${statusCode}, its tag is ${headers.etag} and its bytes make ${name}.`))
      })
    }).on('error', reject)
  })
}
