import { createServer } from 'node:net'
import type { FastifyBaseLogger } from 'fastify'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { printConfig, readConfig } from '../../src/config.ts'
import { cnd } from '../acts/desk.ts'
import { aService, draft } from './write/service.ts'

/** A mail server that takes nobody's password, and says so. */
async function refusing() {
  const server = createServer((socket) => {
    socket.write('220 mail.example ESMTP\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (said) => {
      if (/^EHLO/i.test(String(said))) socket.write('250-mail.example\r\n250 AUTH PLAIN\r\n')
      else socket.write('535 5.7.8 Wrong user or password\r\n')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as { port: number }).port, close: () => server.close() }
}

test('no key, session, password or secret is ever in a log, however much is logged, nor in an answer to anybody else', async () => {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const mail = await refusing()
  const service = aService(
    {
      SMTP_URL: `smtp://clerk:MARK-password@127.0.0.1:${mail.port}`,
      DIGEST_TO: 'secretary@alliance.example',
      WEBHOOK_URL: 'http://127.0.0.1:9/MARK-hook?token=MARK-token',
      WEBHOOK_SECRET: 'MARK-secret',
    },
    undefined,
    log as FastifyBaseLogger,
  )
  const { ask, keys, telling, clock, run, store } = service
  const answers: string[] = []
  const hear = async (...said: Parameters<typeof ask>) => {
    const reply = await ask(...said)
    answers.push(reply.text)
    return reply
  }
  const { headers, json: session } = await ask('POST', '/api/session', { body: { key: keys.administrator }, as: 'nobody' })
  const cookie = String(headers['set-cookie']).split(';')[0] ?? ''
  const made = (await ask('POST', '/api/keys', { body: { name: 'new', role: 'reader' }, as: 'administrator' })).json.key
  const secrets = [...Object.values(keys), made, cookie.split('=')[1] ?? '', 'MARK-']
  await telling.tick()
  run('cnd', [cnd()])
  await hear('POST', '/api/events', { body: draft })
  await hear('POST', '/api/session', { body: { key: `${keys.editor}MARK-typed` }, as: 'nobody' })
  await hear('POST', '/api/session', { body: { key: [keys.editor], colour: 'MARK-' }, as: 'nobody' })
  for (const authorization of [`Bearer ${keys.editor}x`, `Basic ${keys.editor}`, keys.editor, `Token ${keys.reader}`])
    await hear('GET', '/api/keys', { as: 'nobody', headers: { authorization } })
  for (const path of [
    '/api/keys',
    '/api/history',
    '/api/history.csv',
    '/api/reviews',
    '/api/sources',
    '/desk/keys',
    '/desk/history',
    '/desk',
  ])
    await hear('GET', path, { as: 'administrator' })
  await hear('GET', '/desk/keys', { as: 'nobody', headers: { cookie } })
  await hear('POST', '/desk/new', {
    as: 'nobody',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: '_csrf=wrong',
  })
  await hear('POST', '/api/events', { headers: { 'content-type': 'application/json' }, body: `{"title": "${'x'.repeat(300)}` })
  clock.now = new Date('2026-11-30T06:00:00Z')
  await telling.tick()
  const unsent = await hear('GET', '/api/digests', { as: 'administrator' })
  expect(unsent.json.unsent.length).toBeGreaterThan(0)
  store.close()
  expect((await hear('GET', '/api/keys', { as: 'administrator', headers: { cookie } })).status).toBe(500)
  expect(
    (
      await hear('POST', '/desk/new', {
        as: 'nobody',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        body: `_csrf=${session.csrf}`,
      })
    ).status,
  ).toBe(500)
  mail.close()
  expect(lines.length).toBeGreaterThan(2)
  const whole = lines.join('')
  expect([...secrets, session.csrf].filter((secret) => whole.includes(secret))).toEqual([])
  expect(secrets.filter((secret) => answers.some((answer) => answer.includes(secret)))).toEqual([])
})

test('settings that are secret are masked at the start, and in the sentence that refuses them', () => {
  const secret = {
    SMTP_URL: 'smtp://clerk:MARK@mail.example',
    DIGEST_TO: 'a@b.example',
    WEBHOOK_URL: 'https://hooks.example/MARK',
    WEBHOOK_SECRET: 'MARK',
  }
  const printed = printConfig(readConfig(secret))
  expect(printed).toMatch(/SMTP_URL=\(hidden\) .*WEBHOOK_URL=\(hidden\) WEBHOOK_SECRET=\(hidden\)/)
  expect(printed).not.toContain('MARK')
  for (const wrong of [{ SMTP_URL: 'smpt://clerk:MARK@mail' }, { WEBHOOK_URL: 'hooks MARK' }])
    expect(() => readConfig(wrong)).toThrow(/^The setting \w+=\(hidden\) cannot be used(?!.*MARK)/)
})
