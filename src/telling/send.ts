import type { Store } from '../store/database.ts'
import { claimLetter, markFailed, markHandedOver, markSent, type OutboxRow } from '../store/telling/outbox.ts'
import { type Hook, type Mailer, postWebhook, SendError } from '../tell/index.ts'

/** The ways in which letters go out; those not set up are absent. */
export type Ways = { mail?: { mailer: Mailer; from: string; to: string } | undefined; webhook?: Hook | undefined }

/** Minutes until the next try, after the first, second… one; then it is given up. */
const waits = [1, 5, 15, 60, 240, 720, 1440]

/** Sends what is due, one letter after the other; answers how many were sent. To be run by one process at a time. */
export async function sendDue(
  store: Store,
  ways: Ways,
  { now, signal, told }: { now: () => Date; signal: AbortSignal; told: (sentence: string) => void },
): Promise<number> {
  let sent = 0
  for (let row = next(store, now); row && !signal.aborted; row = next(store, now)) {
    try {
      await send(store, row, ways, now)
      markSent(store, row.id, now().toISOString())
      told(`${row.name} was sent.`)
      sent += 1
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      told(`${row.name} was not sent: ${error.message}`)
      putOff(store, row, error, now())
    }
  }
  return sent
}

function next(store: Store, now: () => Date): OutboxRow | undefined {
  return claimLetter(store, now().toISOString())
}

async function send(store: Store, { id, by, letter }: OutboxRow, { mail, webhook }: Ways, now: () => Date): Promise<void> {
  if (by === 'mail' && mail) {
    const { from, to } = mail
    await mail.mailer.send({ ...letter, from, to }, () => markHandedOver(store, id, now().toISOString()))
  } else if (by === 'webhook' && webhook) await postWebhook(webhook, letter, now())
  else throw new SendError(`There is no setting any more for what is sent by ${by}.`, { isFinal: true })
}

function putOff(store: Store, { id, tries }: OutboxRow, { message, isFinal, isUnknown }: SendError, now: Date): void {
  const minutes = waits[tries - 1]
  const isLast = isFinal || isUnknown || minutes === undefined
  const why = isUnknown ? `${message} It may have arrived, so it is not sent again.` : message
  const dueAt = isLast ? undefined : new Date(now.getTime() + minutes * 60_000).toISOString()
  markFailed(store, id, { why, dueAt, now: now.toISOString() })
}
