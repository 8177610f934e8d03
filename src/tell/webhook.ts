import { createHmac } from 'node:crypto'
import { Agent, request } from 'undici'
import { SendError } from './error.ts'

/** Where messages are posted, and the secret they are signed with. */
export type Hook = { url: string; secret: string; timeoutMs?: number }

/**
 * Posts a message as JSON, signed as the Standard Webhooks specification says: `webhook-id` (the same at every try, so that a receiver can drop
 * what it has), `webhook-timestamp` (seconds), `webhook-signature`. Redirects are not followed. Throws {@link SendError}.
 */
export async function postWebhook(
  { url, secret, timeoutMs = 15_000 }: Hook,
  { id, json }: { id: string; json: unknown },
  now: Date,
): Promise<void> {
  const body = JSON.stringify(json)
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const dispatcher = new Agent({ connect: { timeout: timeoutMs } })
  try {
    const answer = await request(url, {
      method: 'POST',
      dispatcher,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'un-crime-calendar',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        ...(secret && { 'webhook-signature': signature(secret, id, timestamp, body) }),
      },
      body,
    })
    await answer.body.dump({ limit: 100_000 })
    if (answer.statusCode >= 200 && answer.statusCode < 300) return
    throw new SendError(`The webhook answered ${answer.statusCode}.`, { isFinal: answer.statusCode === 410 })
  } catch (error) {
    throw error instanceof SendError ? error : new SendError(`The webhook could not be reached: ${(error as Error).message}`)
  } finally {
    await dispatcher.destroy()
  }
}

/** `v1,` and the HMAC-SHA256 of id, timestamp and body with full stops between, in base64. */
export function signature(secret: string, id: string, timestamp: string, body: string): string {
  return `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}
