import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startMirror } from '../mirror.ts'
import { type Figure, median } from './figure.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { scripts: { collect: string } }
const command = scripts.collect.split(' ').slice(1)

/**
 * Seconds that one collection of all sources takes, from a mirror on loopback into an empty database, the start of the process
 * included, and of the next one, which finds nothing new: the median of three turns; beside the start of a bare Node.
 */
export async function collectAll(): Promise<Figure[]> {
  const mirror = await startMirror()
  const [first, next, bare]: number[][] = [[], [], []]
  for (let turn = 0; turn < 3; turn += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'calendar-'))
    const environment = { ...process.env, DATA_DIR: folder, WEB_MIRROR: mirror.url, FETCH_PAUSE_MS: '0' }
    bare?.push(await seconds(['-e', '0'], environment))
    first?.push(await seconds(command, environment))
    next?.push(await seconds(command, environment))
    rmSync(folder, { recursive: true })
  }
  await mirror.close()
  const beside = { what: 'the start of a bare Node', value: median(bare ?? []) }
  return [
    { what: 'one collection of all sources from a mirror', value: median(first ?? []), unit: 's', atMost: 3, beside },
    { what: 'the next collection, with nothing new', value: median(next ?? []), unit: 's', atMost: 2, beside },
  ]
}

async function seconds(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, args, { cwd: root, env: environment, stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = (await once(child, 'exit')) as [number]
  if (code) throw new Error(`${args.join(' ')} ended with ${code}.`)
  return (performance.now() - startedAt) / 1000
}
