import { Readable } from 'node:stream'
import { SendError } from './error.ts'

/** A mail to be sent: its id is its Message-ID, the same at every try. */
type Mail = { id: string; from: string; to: string; subject: string; text: string; html: string }

/** Hands mails to a server. */
export type Mailer = {
  /**
   * Resolves when the server has taken the mail. `handingOver` is called when all of it but its end is with the server: before that call nothing can
   * arrive, after it whether it arrived is only known by the answer. Throws {@link SendError}.
   */
  send(mail: Mail, handingOver: () => void): Promise<void>
}

/** A mailer for an SMTP server, `smtp://user:password@host:587` or `smtps://…:465`; each step may take `timeoutMs`. */
export function mailer(url: string, timeoutMs = 30_000): Mailer {
  return {
    async send(mail, handingOver) {
      const bytes = await messageOf(mail)
      const state = { isHandedOver: false }
      async function* parts() {
        yield bytes
        // What comes next is the end of the mail, upon which the server takes it.
        state.isHandedOver = true
        handingOver()
      }
      const envelope = { from: bare(mail.from), to: addressees(mail).map(bare) }
      await delivered(url, timeoutMs, envelope, parts).catch((error: unknown) => {
        throw toSendError(error, state.isHandedOver)
      })
    },
  }
}

/** The mail as it goes over the line, RFC 5322. */
async function messageOf({ id, from, subject, text, html, ...mail }: Mail): Promise<Buffer> {
  const headers = { 'Auto-Submitted': 'auto-generated', Precedence: 'bulk' }
  const to = addressees(mail)
  const disabled = { disableFileAccess: true, disableUrlAccess: true }
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  return new MailComposer({ messageId: `<${id}>`, from, to, subject, text, html, headers, ...disabled }).compile().build()
}

/**
 * One conversation with the server. nodemailer's transports read a mail ahead of the conversation; its connection reads it when the server is
 * ready for it, so that where the generator stands is where the mail is.
 */
async function delivered(
  url: string,
  timeoutMs: number,
  envelope: { from: string; to: string[] },
  parts: () => AsyncGenerator<Buffer>,
): Promise<void> {
  // Loaded when there is a mail: most starts send none.
  const { parseConnectionUrl } = await import('nodemailer/lib/shared')
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection')
  const { auth, ...settings } = parseConnectionUrl(url)
  const connection = new SMTPConnection({
    ...settings,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  })
  try {
    await new Promise<void>((resolve, reject) => {
      const then = (next: () => void) => (error?: Error | null) => (error ? reject(error) : next())
      const send = () => connection.send(envelope, Readable.from(parts()), then(resolve))
      connection.once('error', reject)
      connection.connect(then(() => (auth && connection.allowsAuth ? connection.login(auth, then(send)) : send())))
    })
  } finally {
    connection.quit()
    connection.close()
  }
}

function addressees({ to }: Pick<Mail, 'to'>): string[] {
  return to.split(',').map((address) => address.trim())
}

/** `Calendar <a@b.example>` as `a@b.example`. */
function bare(address: string): string {
  return /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address.trim()
}

function toSendError(error: unknown, isHandedOver: boolean): SendError {
  const { responseCode, message = String(error) } = error as { responseCode?: number; message?: string }
  // An answer, even a refusal, says that it was not taken; silence after the end says nothing.
  const isUnknown = isHandedOver && responseCode === undefined
  const isFinal = responseCode !== undefined && responseCode >= 500 && responseCode < 600
  return new SendError(`The mail server did not take the mail: ${message}`, { isFinal, isUnknown })
}
