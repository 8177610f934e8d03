import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run as runCommand } from '../../src/commands/index.ts'
import { openStore } from '../../src/store/database.ts'
import { saveMeta } from '../../src/store/events/projection.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calendar-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The command line on the data of `folder`, and what it prints. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { log, error } = console
  const said = { out: '', err: '' }
  console.log = (line: string) => {
    said.out += `${line}\n`
  }
  console.error = (line: string) => {
    said.err += `${line}\n`
  }
  try {
    await runCommand(args, { DATA_DIR: folder })
    return { code: Number(process.exitCode), ...said }
  } finally {
    Object.assign(console, { log, error })
    process.exitCode = 0
  }
}

/** The same in a process of its own. */
async function runAlone(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, ['src/cli.ts', ...args], { env: { ...process.env, DATA_DIR: folder } })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.err += chunk
  })
  const code = await new Promise<number>((ended) => child.on('close', ended))
  return { code, ...said }
}

test.each([
  [[], /^Which command\?\nCommands:\n/],
  [['colect'], /^There is no command "colect"\./],
  [['collect', 'nowhere'], /^There is no source "nowhere"; there are ccpcj, /],
  [['collect', '--all'], /^Unknown option '--all'.*\nUsage: collect/],
  [['sources', 'cnd'], /^Unexpected argument 'cnd'.*\nUsage: sources/],
  [['read', 'page.html'], /^read needs --captured .*\nUsage: read/],
  [['read'], /^read takes one file, and none was given\./],
  [['read', 'a.html', 'b.html'], /^read takes one file, and several were given\./],
  [['read', 'none.html', '--captured', '2026-01-01'], /^The file none\.html cannot be read: there is none of this name\./],
  [['read', 'tests', '--captured', '2026-01-01'], /^The file tests cannot be read: it is a folder\./],
  [['read', 'README.md', '--captured', '2026-02-30'], /^read needs --captured .* "2026-02-30" is none\./],
  [['read', 'README.md', '--captured', '2026-01-01'], /^read needs --url with the http or https address .* "" is none\./],
  [['read', 'README.md', '--captured', '2026-01-01', '--url', 'mailto:a@example.org'], /"mailto:a@example\.org" is none\./],
  [
    ['read', 'README.md', '--captured', '2026-01-01', '--url', 'https://example.org/', '--source', 'nobody'],
    /^There is no source "nobody"; there are ccpcj, /,
  ],
  [['replay'], /^replay takes the id of one source\.\nUsage: replay/],
  [['capture', 'cnd'], /\nUsage: capture ID URL/],
  [['keys', 'forget'], /^keys can list, make and revoke, not "forget"\.\nUsage: keys/],
  [['keys', 'make', '--name', 'Anna'], /^make needs --role with one of reader, editor, administrator\./],
  [['keys', 'make', '--role', 'owner', '--name', 'Anna'], /and "owner" is none\./],
  [['keys', 'make', '--role', 'reader'], /^make needs --name /],
  [['keys', 'make', '--role', 'reader', '--name', 'Anna', '--until', '2026-02-30'], /^--until .* "2026-02-30" is none\./],
  [['keys', 'make', '--role', 'reader', '--name', 'Anna', '--until', '2020-01-01'], /^--until 2020-01-01 is over already\./],
  [['keys', '--role', 'reader'], /^--role goes with make only\./],
  [['keys', 'revoke'], /^revoke takes the id of a key/],
  [['keys', 'revoke', '00000000'], /^There is no key "00000000"/],
  [['backup'], /^backup needs --to /],
])(
  'a wrong call is answered with a sentence, the usage and exit code 2: %j',
  async (args, sentence) => {
    const { code, out, err } = await run(...args)
    expect(err).toMatch(sentence)
    expect(err).not.toContain('    at ')
    expect({ code, out }).toEqual({ code: 2, out: '' })
  },
  60_000,
)

test('a key is made, told once, listed without its text, and revoked', async () => {
  const made = await run('keys', 'make', '--role', 'editor', '--name', 'Anna', '--until', '2999-12-31')
  const key = /^ucc_([0-9a-f]{8})_[\w-]{43}$/m.exec(made.out)
  expect({ code: made.code, key: key?.[0] }).toEqual({ code: 0, key: expect.any(String) })
  const listed = await run('keys')
  expect(listed.out).toMatch(new RegExp(`^${key?.[1]}  editor +valid +Anna, made .*, until 2999-12-31, never used$`, 'm'))
  expect(listed.out).not.toContain(key?.[0])
  expect((await run('keys', 'revoke', key?.[1] ?? '')).out).toContain('revoked')
  expect((await run('keys', 'list')).out).toMatch(/ editor +revoked /)
}, 60_000)

test('a backup of an open database is whole, opens in another place, and overwrites nothing', async () => {
  const store = openStore(folder)
  saveMeta(store, 'said', 'before the backup')
  const to = join(folder, 'kept', 'monday.db')
  expect(await runAlone('backup', '--to', to)).toMatchObject({ code: 0, out: expect.stringContaining(to) })
  saveMeta(store, 'said', 'after the backup')
  expect(await run('backup', '--to', to)).toMatchObject({ code: 1, err: `${to} is there already; nothing is overwritten.\n` })
  store.close()

  // As the README says: in the place of calendar.db, without the files beside it.
  const elsewhere = join(folder, 'restored')
  mkdirSync(elsewhere)
  writeFileSync(join(elsewhere, 'calendar.db'), readFileSync(to))
  const restored = openStore(elsewhere)
  expect(restored.sqlite.prepare("select value from meta where name = 'said'").pluck().get()).toBe('before the backup')
  restored.close()
}, 60_000)

test('several that start at once on an empty folder make one database', async () => {
  const ended = await Promise.all([1, 2, 3].map(() => runAlone('sources')))
  expect(ended.map(({ code, err }) => ({ code, err }))).toEqual([1, 2, 3].map(() => ({ code: 0, err: '' })))
}, 60_000)

test('a backup of nothing is refused', async () => {
  const to = join(folder, 'copy.db')
  expect(await run('backup', '--to', to)).toMatchObject({ code: 1, err: expect.stringMatching(/^There is no database in /) })
  expect(existsSync(to)).toBe(false)
}, 60_000)

test('a folder that cannot be used is one sentence and exit code 1', async () => {
  writeFileSync(join(folder, 'calendar.db'), 'no database, only words '.repeat(100))
  expect(await runAlone('sources')).toEqual({
    code: 1,
    out: '',
    err: expect.stringMatching(/^The folder .* cannot be used: .*\.\n$/),
  })
}, 60_000)

test('a file that is no page is read as a broken one, in a sentence', async () => {
  const read = async (bytes: Buffer | string, ...more: string[]) => {
    const file = join(folder, 'page.html')
    writeFileSync(file, bytes)
    const { code, out } = await run('read', file, '--captured', '2026-01-01', ...more)
    const { outcome, events, issues } = JSON.parse(out)
    expect([code, outcome, events]).toEqual([0, 'broken', []])
    return issues.at(-1)
  }
  const page = ['--url', 'https://www.example.org/a']
  const image = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')
  expect(await read('', ...page)).toBe('general: https://www.example.org/a is no page to read: it is empty')
  expect(await read(image, ...page)).toBe('general: https://www.example.org/a is no page to read: it is no text')
  expect(await read('', '--text')).toBe('The text is empty.')
  expect(await read(image, '--text')).toBe('The text is no text, but the bytes of another file.')
})
