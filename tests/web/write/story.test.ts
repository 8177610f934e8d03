import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { cnd } from '../../acts/desk.ts'
import { aService } from './service.ts'

const [, story = ''] = /```sh\n(API=.*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? []
const [settings = '', ...commands] = story.trim().split('\n')
const list =
  'Meeting;When;Town\nNarcotic Drugs Commission session;15-19 March 2027;Vienna\nWorking Group on Firearms;14 October;Vienna\n'

test('what the README tells of a secretary by curl is done as it stands there', async () => {
  const { app, keys, run, event } = aService({ PUBLIC_URL: 'http://calendar.example' })
  const room = (name: string) => cnd({ place: { venue: 'Vienna International Centre', room: name, city: 'Vienna' } })
  run('cnd', [room('Boardroom A')])
  const slug = 'cnd-sixty-ninth-session-of-the-commission-on-narcotic-drugs'
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const folder = mkdtempSync(join(tmpdir(), 'calendar-'))
  writeFileSync(join(folder, 'list.csv'), list)
  const names: Record<string, string> = { MEETING: slug }
  expect(commands.length).toBeGreaterThan(10)
  let answer = ''
  for (const command of commands) {
    const asked = command.replace(/\b(?:IMPORT|REVIEW|MEETING|NUMBER)\b(?=[/\s]|$)/, (name) => names[name] ?? name)
    const start = settings.replace('http://127.0.0.1:3000', address)
    const { stdout } = await promisify(execFile)(
      'bash',
      ['-c', `KEY=${keys.administrator}; ${start}\n${asked.replace('curl', 'curl -sS --fail-with-body')}`],
      { cwd: folder },
    )
    answer = stdout
    const { id, reviews, actionId } = JSON.parse(answer)
    if (id) names.IMPORT = id
    if (reviews) names.REVIEW = reviews[0].id
    if (actionId) names.NUMBER = String(actionId)
    // The source prints another room from now on; the visit itself is the collector's.
    if (command.includes('/run')) run('cnd', [room('Boardroom D')])
  }
  const { place, status } = event(slug)
  expect([place.room, status]).toEqual(['M-Plenary', 'confirmed'])
  const sentences = JSON.parse(answer)
    .actions.map(({ sentence }: { sentence: string }) => sentence)
    .join('\n')
  for (const did of [
    'made the feed drugs',
    'took back: cancelled',
    'kept their place',
    'changed place',
    'are one meeting',
    'took over 2 of list.csv',
  ])
    expect(sentences).toContain(did)
  expect((await app.inject('/feeds/drugs.ics')).body).toContain('M-Plenary')
  await app.close()
  rmSync(folder, { recursive: true })
}, 120_000)
