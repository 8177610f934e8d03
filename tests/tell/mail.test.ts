import { afterEach, expect, test } from 'vitest'
import { mailer, type SendError } from '../../src/tell/index.ts'
import { type MailServer, type Manners, mailServer } from './server.ts'

const letter = {
  id: 'digest-7@calendar.example',
  from: 'Calendar <calendar@calendar.example>',
  to: 'one@ngo.example, two@ngo.example',
  subject: 'Réunions: 2 new',
  text: '.a line that begins with a stop\nfile:///etc/passwd\n',
  html: '<p>2 new</p>',
}
let server: MailServer
afterEach(() => server.close())

async function send(manners: Manners = {}) {
  server = await mailServer(manners)
  const calls: number[] = []
  const sent = mailer(server.url, 2000).send(letter, () => calls.push(server.mails.length))
  const error = await sent.then(
    () => undefined,
    (why: unknown) => why,
  )
  return { calls, error: error as SendError | undefined }
}

test('a mail arrives with the name it has at every try, for all it is for', async () => {
  const { error } = await send()
  expect(error).toBeUndefined()
  expect(server.mails).toHaveLength(1)
  expect(server.mails[0]).toContain('Message-ID: <digest-7@calendar.example>')
  expect(server.commands.filter((command) => command.startsWith('RCPT'))).toEqual([
    'RCPT TO:<one@ngo.example>',
    'RCPT TO:<two@ngo.example>',
  ])
})

test('it is said that a mail is handed over before the server has it, and only once', async () => {
  expect((await send()).calls).toEqual([0])
})

test('a server that refuses for good is not asked again; one that refuses for now is', async () => {
  expect((await send({ answer: (command) => (command === 'RCPT' ? '550 nobody here' : undefined) })).error).toMatchObject({
    isFinal: true,
    isUnknown: false,
  })
  await server.close()
  expect((await send({ answer: (command) => (command === '.' ? '451 later' : undefined) })).error).toMatchObject({
    isFinal: false,
    isUnknown: false,
  })
})

test('a line that breaks before the end of a mail is tried again', async () => {
  const { error, calls } = await send({ dies: (command) => command === 'DATA' })
  expect(error).toMatchObject({ isFinal: false, isUnknown: false })
  expect(calls).toEqual([])
})

test('a line that breaks after the end of a mail leaves it unknown whether it arrived', async () => {
  const { error } = await send({ dies: (command) => command === '.' })
  expect(server.mails).toHaveLength(1)
  expect(error).toMatchObject({ isUnknown: true })
})

test('a server that is not there is a sentence', async () => {
  server = await mailServer()
  await server.close()
  await expect(mailer(server.url, 1000).send(letter, () => undefined)).rejects.toThrow(/^The mail server did not take the mail: /)
})
