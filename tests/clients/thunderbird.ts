import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Client, type Shown, start, stop, until } from './client.ts'

/** Thunderbird without a screen, subscribed by its settings; each reading is a start, the refresh that comes with it, and an end. */
export const thunderbird: Client = {
  name: 'Thunderbird',
  optional: true,
  needs: [['thunderbird', '--version']],
  subscribe: async (url, folder) => {
    writeFileSync(join(folder, 'user.js'), settings(url))
    const kept = join(folder, 'calendar-data/cache.sqlite')
    const holds = (text: string) => [kept, `${kept}-wal`].some((file) => existsSync(file) && readFileSync(file).includes(text))
    return {
      read: async (awaited) => {
        const program = start('thunderbird', ['--headless', '--no-remote', '--profile', folder], { HOME: folder })
        // Its database is locked while it runs; what was written can be seen in the file.
        await until(() => holds(awaited), 120_000)
        await settled(kept)
        await stop(program)
        return shown(kept)
      },
    }
  },
}

/** Waits until a database has not been written for 3 s. */
async function settled(file: string): Promise<void> {
  const writtenMs = () => Math.max(...[file, `${file}-wal`].filter(existsSync).map((each) => statSync(each).mtimeMs))
  await until(() => Date.now() - writtenMs() > 3_000, 30_000)
}

function shown(file: string): Shown[] {
  const database = new DatabaseSync(file)
  const rows = database.prepare('SELECT title, event_start, ical_status FROM cal_events').all()
  database.close()
  return rows.map((row) => ({
    day: new Date(Number(row.event_start) / 1000).toISOString().slice(0, 10),
    summary: String(row.title),
    status: String(row.ical_status),
  }))
}

function settings(url: string): string {
  const values = {
    'calendar.registry.meetings.type': 'ics',
    'calendar.registry.meetings.uri': url,
    'calendar.registry.meetings.name': 'Meetings',
    'calendar.registry.meetings.cache.enabled': true,
    'calendar.registry.meetings.readOnly': true,
    'calendar.list.sortOrder': 'meetings',
    'app.update.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'mail.provider.suppress_dialog_on_startup': true,
    'mail.spotlight.firstRunDone': true,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': 'http://127.0.0.1:9/',
    'toolkit.telemetry.enabled': false,
  }
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('')
}
