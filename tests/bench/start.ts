import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Figure, median } from './figure.ts'
import { fill } from './http.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { scripts: { start: string } }
const served = scripts.start.split(' ').slice(1)
const bare = "require('node:http').createServer((_, answer) => answer.end('yes')).listen(process.env.PORT, '127.0.0.1')"

/**
 * Milliseconds from the start of the service to its first answer with 1,000 events (the median of five starts), of its first start
 * too, which renders them all, and its memory after 1,000 feeds; beside a bare Node that answers "yes".
 */
export async function startAndMemory(): Promise<Figure[]> {
  const folder = fill(1000)
  const first = await startOnce(served, folder, '/feeds/all.ics')
  await first.stop()
  const starts: number[] = []
  const bares: number[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    const simple = await startOnce(['-e', bare], folder, '/')
    await simple.stop()
    bares.push(simple.ms)
    const service = await startOnce(served, folder, '/feeds/all.ics')
    starts.push(service.ms)
    await service.stop()
  }
  const [simple, service] = [await startOnce(['-e', bare], folder, '/'), await startOnce(served, folder, '/feeds/all.ics')]
  for (let feed = 0; feed < 1000; feed += 1) await service.get('/feeds/all.ics')
  const [own, theirs] = [service.megabytes(), simple.megabytes()]
  await Promise.all([service.stop(), simple.stop()])
  rmSync(folder, { recursive: true })
  const beside = { what: 'a bare Node', value: median(bares) }
  return [
    { what: 'first start, rendering 1,000 events, to first feed', value: first.ms, unit: 'ms', atMost: 3000, beside },
    { what: 'start to first feed with 1,000 events', value: median(starts), unit: 'ms', atMost: 1000, beside },
    { what: 'memory after 1,000 feeds', value: own, unit: 'MB', atMost: 150, beside: { what: 'a bare Node', value: theirs } },
  ]
}

/** A program of its own from its start to its first answer at `path`. */
async function startOnce(args: string[], folder: string, path: string) {
  const port = await freePort()
  const environment = {
    ...process.env,
    DATA_DIR: folder,
    PORT: String(port),
    PUBLIC_URL: 'https://calendar.example',
    COLLECT: 'off',
    LOG_LEVEL: 'error',
  }
  const get = async (at: string) => (await fetch(`http://127.0.0.1:${port}${at}`)).arrayBuffer()
  const startedAt = performance.now()
  const child = spawn(process.execPath, args, { cwd: root, env: environment, stdio: ['ignore', 'ignore', 'inherit'] })
  while (child.exitCode === null) {
    const answer = await get(path).catch(() => undefined)
    if (answer) break
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return {
    ms: performance.now() - startedAt,
    get,
    megabytes: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1000,
    stop: async () => {
      child.kill()
      await once(child, 'exit')
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  await new Promise((closed) => server.close(closed))
  return port
}
