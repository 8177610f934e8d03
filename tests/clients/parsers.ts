import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { sync, type VEvent } from 'node-ical'
import { type Client, run, type Shown } from './client.ts'

const script = (name: string) => new URL(`scripts/${name}`, import.meta.url).pathname
/** Debian's own, since its packages are where the libraries are. */
const python = '/usr/bin/python3'

/** Libraries that read the file which other programs fetch for them. */
export const parsers: Client[] = [
  reader('ical.js', [], (text) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((vevent) => ({
      day: new ICAL.Event(vevent).startDate.toString().slice(0, 10),
      summary: new ICAL.Event(vevent).summary,
      status: String(vevent.getFirstPropertyValue('status')),
    })),
  ),
  reader('node-ical', [], (text) =>
    Object.values(sync.parseICS(text))
      .filter((part): part is VEvent => part?.type === 'VEVENT')
      .map((vevent) => ({ day: dayIn(vevent.start), summary: String(vevent.summary), status: String(vevent.status) })),
  ),
  reader(
    'libical’s strict check',
    [
      ['cc', '--version'],
      ['pkg-config', '--exists', 'libical'],
    ],
    async (_, file) => {
      const program = join(file, '../check')
      await run('cc', ['-o', program, script('libical.c'), '-lical'])
      return fromLines(await run(program, [file]))
    },
  ),
  reader('python3-icalendar', [[python, '-c', 'import icalendar']], async (_, file) =>
    fromLines(await run(python, [script('icalendar_read.py'), file])),
  ),
  reader('python3-vobject', [[python, '-c', 'import vobject']], async (_, file) =>
    fromLines(await run(python, [script('vobject_read.py'), file])),
  ),
  reader('ruby-icalendar', [['ruby', '-e', "require 'icalendar'"]], async (_, file) =>
    fromLines(await run('ruby', [script('icalendar_read.rb'), file])),
  ),
]

function reader(name: string, needs: Client['needs'], read: (text: string, file: string) => Shown[] | Promise<Shown[]>): Client {
  return {
    name,
    needs,
    subscribe: async (url, folder) => ({
      read: async () => {
        const text = await (await fetch(url)).text()
        const file = join(folder, 'calendar.ics')
        writeFileSync(file, text)
        return read(text, file)
      },
    }),
  }
}

/** Day, status and title, one event a line. */
function fromLines(output: string): Shown[] {
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [day = '', status = '', ...summary] = line.split('|')
      return { day: day.replace(/^(\d{4})-?(\d\d)-?(\d\d).*$/, '$1-$2-$3'), status, summary: summary.join('|') }
    })
}

/** node-ical gives a day as the local midnight of this process. */
function dayIn(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
