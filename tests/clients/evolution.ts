import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Client, ended, environment, type Shown, until } from './client.ts'

const session = 'dbus-run-session'
const script = new URL('scripts/evolution.py', import.meta.url).pathname
const namespaces = "import gi; gi.require_version('EDataServer', '1.2'); gi.require_version('ECal', '2.0')"

/** What GNOME's calendars stand on: a subscription kept by evolution-data-server, refreshed as its user's would be. */
export const evolution: Client = {
  name: 'evolution-data-server',
  needs: [
    [session, '--version'],
    ['test', '-x', '/usr/libexec/evolution-calendar-factory'],
    ['/usr/bin/python3', '-c', namespaces],
  ],
  subscribe: async (url, folder) => {
    const runtime = join(folder, 'run')
    mkdirSync(runtime, { mode: 0o700 })
    const env = { ...environment, HOME: folder, XDG_RUNTIME_DIR: runtime, GSETTINGS_BACKEND: 'memory' }
    const bus = spawn(session, ['--', '/usr/bin/python3', script, url], { env, stdio: ['pipe', 'pipe', 'ignore'] })
    const answers = createInterface(bus.stdout)[Symbol.asyncIterator]()
    const ask = async (): Promise<Shown[]> => {
      bus.stdin.write('refresh\n')
      const { value, done } = await answers.next()
      if (done) throw new Error('evolution-data-server ended early')
      return JSON.parse(value)
    }
    return {
      read: async (awaited) => {
        let shown: Shown[] = []
        await until(async () => {
          shown = await ask()
          return shown.some(({ summary }) => summary.includes(awaited))
        }, 60_000)
        return shown
      },
      close: () => {
        // The script ends with its input; only so does the session end its bus, and with it the factories.
        bus.stdin.end()
        return ended(bus)
      },
    }
  },
}
