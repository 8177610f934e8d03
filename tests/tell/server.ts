import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'

/** How a mail server misbehaves: `answer` gives its reply to a command, or undefined for what it says by itself; `dies` ends the line before that reply, `hangs` never gives it. */
export type Manners = {
  answer?: (command: string) => string | undefined
  dies?: (command: string) => boolean
  hangs?: (command: string) => boolean
}

/** A mail server on this machine that keeps what it takes. */
export type MailServer = { url: string; manners: Manners; mails: string[]; commands: string[]; close(): Promise<void> }

/** Starts a small SMTP server (RFC 5321), as mannered as said. */
export async function mailServer(said: Manners = {}): Promise<MailServer> {
  const manners = { ...said }
  const mails: string[] = []
  const commands: string[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    let held = ''
    let isMail = false
    const say = (command: string, usual: string) => {
      if (manners.hangs?.(command)) return
      if (manners.dies?.(command)) socket.destroy()
      else socket.write(`${manners.answer?.(command) ?? usual}\r\n`)
    }
    socket.write('220 mail.example\r\n')
    socket.on('data', (bytes) => {
      held += bytes.toString('utf8')
      for (;;) {
        const end = held.indexOf(isMail ? '\r\n.\r\n' : '\r\n')
        if (end < 0) return
        const words = held.slice(0, end)
        held = held.slice(end + (isMail ? 5 : 2))
        if (isMail) {
          isMail = false
          mails.push(words)
          say('.', '250 taken')
          continue
        }
        commands.push(words)
        const command = words.split(' ')[0]?.toUpperCase() ?? ''
        isMail = command === 'DATA' && !manners.answer?.('DATA')
        say(command, command === 'DATA' ? '354 go on' : command === 'QUIT' ? '221 bye' : '250 yes')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    manners,
    mails,
    commands,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
