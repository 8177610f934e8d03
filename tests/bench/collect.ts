import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startMirror } from '../mirror.ts'
import type { Figure } from './http.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Seconds that one collection of all sources takes, from a mirror on loopback into an empty database, the start of the process included. */
export async function collectAll(): Promise<Figure[]> {
  const mirror = await startMirror()
  const folder = mkdtempSync(join(tmpdir(), 'calendar-'))
  const environment = { ...process.env, DATA_DIR: folder, WEB_MIRROR: mirror.url, FETCH_PAUSE_MS: '0' }
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['src/cli.ts', 'collect'], { cwd: root, env: environment, stdio: 'ignore' })
  await once(child, 'exit')
  const seconds = (performance.now() - startedAt) / 1000
  await mirror.close()
  rmSync(folder, { recursive: true })
  return [{ what: 'one collection of all sources from a mirror', value: seconds, unit: 's', atMost: 3 }]
}
