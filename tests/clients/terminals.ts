import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Client, run, type Shown } from './client.ts'

/** vdirsyncer keeps a copy of the feed in step, khal shows it. */
const vdirsyncer: Client = {
  name: 'vdirsyncer with khal',
  needs: [
    ['vdirsyncer', '--version'],
    ['khal', '--version'],
  ],
  subscribe: async (url, folder) => {
    const config = join(folder, 'vdirsyncer.conf')
    const khal = join(folder, 'khal.conf')
    writeFileSync(config, vdirsyncerConfig(url, folder))
    writeFileSync(khal, khalConfig(folder))
    await run('vdirsyncer', ['-c', config, 'discover'], 'y\ny\n')
    return {
      read: async () => {
        await run('vdirsyncer', ['-c', config, 'sync'])
        const format = '{start-date}|{status}|{title}'
        const listed = await run('khal', [
          '-c',
          khal,
          'list',
          '--once',
          '--day-format',
          '',
          '--format',
          format,
          '2026-03-01',
          '400d',
        ])
        return shown(listed)
      },
    }
  },
}

/** calcurse imports the file and says how much of it it skipped. */
const calcurse: Client = {
  name: 'calcurse',
  needs: [['calcurse', '--version']],
  subscribe: async (url, folder) => ({
    read: async () => {
      const own = mkdtempSync(join(folder, 'calcurse-'))
      const file = join(own, 'calendar.ics')
      writeFileSync(file, await (await fetch(url)).text())
      const report = await run('calcurse', ['-D', own, '-i', file])
      if (!/\b0 skipped/.test(report)) throw new Error(report)
      const formats = ['apt', 'recur-apt', 'event', 'recur-event'].flatMap((kind) => [`--format-${kind}`, '%m\n'])
      const span = ['--from', '03/01/2026', '--days', '400', '--output-datefmt', 'day %Y-%m-%d ']
      return byDay(await run('calcurse', ['-D', own, '-Q', '--filter-type', 'cal', ...span, ...formats]))
    },
  }),
}

/** Programs of the terminal. */
export const terminals = [vdirsyncer, calcurse]

function shown(output: string): Shown[] {
  const lines = new Set(output.split('\n').filter((line) => line.includes('|')))
  return [...lines].map((line) => {
    const [day = '', status = '', ...summary] = line.split('|')
    return { day, status: status.trim(), summary: summary.join('|').trim() }
  })
}

/** calcurse names each day and then what is on it; a title's first day is its start. */
function byDay(output: string): Shown[] {
  const starts = new Map<string, string>()
  let day = ''
  for (const line of output.split('\n')) {
    if (line.startsWith('day ')) day = line.slice(4, 14)
    else if (line && !starts.has(line)) starts.set(line, day)
  }
  return [...starts].map(([summary, first]) => ({ day: first, summary }))
}

function vdirsyncerConfig(url: string, folder: string): string {
  return `
[general]
status_path = "${folder}/status"
[pair meetings]
a = "web"
b = "kept"
collections = null
conflict_resolution = "a wins"
[storage web]
type = "http"
url = "${url}"
[storage kept]
type = "filesystem"
path = "${folder}/meetings"
fileext = ".ics"
`
}

function khalConfig(folder: string): string {
  return `
[calendars]
[[meetings]]
path = ${folder}/meetings
[locale]
local_timezone = Europe/Vienna
default_timezone = Europe/Vienna
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = ${folder}/khal.db
`
}
